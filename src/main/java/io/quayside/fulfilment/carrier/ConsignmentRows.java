package io.quayside.fulfilment.carrier;

import static io.quayside.work.Columns.flag;
import static io.quayside.work.Columns.instant;
import static io.quayside.work.Columns.micros;

import io.quayside.fulfilment.Carriage.Consignment;
import io.quayside.order.message.ShipByCarrier;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table of shipments that a carrier has or will have. */
@Repository
class ConsignmentRows {

  private static final String SELECT =
      "SELECT shipment_id, order_id, partner, test, scac, tracking, status, since, changed_at"
          + " FROM carrier_consignment ";

  private static final String OPEN = " AND status NOT IN ('delivered', 'refused', 'returned')";

  private final Database database;
  private final Clock clock;

  ConsignmentRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Stores a shipment; false when it is there already. */
  boolean add(ShipByCarrier request, String scac, String tracking) {
    long now = micros(clock.instant());
    return database
            .write()
            .sql(
                "INSERT INTO carrier_consignment (shipment_id, order_id, partner, test, scac,"
                    + " tracking, status, since, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT DO NOTHING")
            .params(
                request.shipmentId(),
                request.orderId(),
                request.partner(),
                flag(request.test()),
                scac,
                tracking,
                now,
                now)
            .update()
        == 1;
  }

  Optional<Consignment> find(String shipmentId) {
    return database
        .read()
        .sql(SELECT + "WHERE shipment_id = ?")
        .params(shipmentId)
        .query(ConsignmentRows::row)
        .optional();
  }

  List<Consignment> list(boolean open, boolean test, int limit, long offset) {
    return database
        .read()
        .sql(
            SELECT
                + "WHERE test = ?"
                + (open ? OPEN : "")
                + " ORDER BY since DESC, shipment_id DESC LIMIT ? OFFSET ?")
        .params(flag(test), limit, offset)
        .query(ConsignmentRows::row)
        .list();
  }

  long count(boolean open, boolean test) {
    return database
        .read()
        .sql("SELECT count(*) FROM carrier_consignment WHERE test = ?" + (open ? OPEN : ""))
        .params(flag(test))
        .query(Long.class)
        .single();
  }

  void step(String shipmentId, String status, String scac, String tracking) {
    database
        .write()
        .sql(
            "UPDATE carrier_consignment SET status = ?, scac = coalesce(?, scac),"
                + " tracking = coalesce(?, tracking), changed_at = ? WHERE shipment_id = ?")
        .params(status, scac, tracking, micros(clock.instant()), shipmentId)
        .update();
  }

  private static Consignment row(ResultSet row, int number) throws SQLException {
    return new Consignment(
        row.getString("shipment_id"),
        row.getString("order_id"),
        row.getString("partner"),
        row.getInt("test") == 1,
        row.getString("scac"),
        row.getString("tracking"),
        row.getString("status"),
        instant(row.getLong("since")),
        instant(row.getLong("changed_at")));
  }
}
