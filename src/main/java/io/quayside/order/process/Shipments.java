package io.quayside.order.process;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quayside.order.canonical.Party;
import io.quayside.order.message.GoodsShipped;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shipments as they were packed, and where they are. */
@Component
class Shipments {

  /** What the ledger took of a shipment. */
  record ShippedPart(String line, String schedule, String quantity) {}

  record Stored(
      String id,
      String orderId,
      Party shipTo,
      GoodsShipped packed,
      List<ShippedPart> parts,
      Instant shippedAt,
      String status,
      String scac,
      String tracking,
      Instant deliveredAt,
      Instant announcedAt,
      Instant billedAt) {

    /** It is packed and has not left. */
    boolean waits() {
      return PACKED.equals(status);
    }
  }

  private static final String PACKED = "packed";

  private final Database database;
  private final Clock clock;
  private final Json json;

  Shipments(Database database, Clock clock, Json json) {
    this.database = database;
    this.clock = clock;
    this.json = json;
  }

  /** Stores a shipment; false when one with this id is there already. */
  boolean insert(OrderState order, Party shipTo, GoodsShipped packed, List<ShippedPart> parts) {
    return insert(order, shipTo, packed, parts, "shipped");
  }

  /** Stores one that is packed and must not leave yet. */
  void putAside(OrderState order, GoodsShipped packed) {
    insert(order, order.order().shipTo(), packed, List.of(), PACKED);
  }

  /** Those of an order, the first packed first. */
  List<Stored> putAside(OrderState order) {
    return database
        .write()
        .sql(
            "SELECT * FROM order_shipment WHERE order_id = ? AND status = ? ORDER BY shipped_at, id")
        .params(order.id(), PACKED)
        .query((row, n) -> stored(row))
        .list();
  }

  void remove(String id) {
    database.write().sql("DELETE FROM order_shipment WHERE id = ?").param(id).update();
  }

  private boolean insert(
      OrderState order, Party shipTo, GoodsShipped packed, List<ShippedPart> parts, String status) {
    Instant at = packed.shippedAt() == null ? clock.instant() : packed.shippedAt();
    return database
            .write()
            .sql(
                """
                INSERT INTO order_shipment (id, order_id, ship_to, packed, lines, shipped_at, status,
                  scac, tracking) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                packed.shipmentId(),
                order.id(),
                json.write(shipTo),
                json.write(packed),
                json.write(parts),
                Columns.micros(at),
                status,
                packed.scac(),
                packed.tracking())
            .update()
        == 1;
  }

  /** False when it had been announced already. */
  boolean announce(String id) {
    return database
            .write()
            .sql("UPDATE order_shipment SET announced_at = ? WHERE id = ? AND announced_at IS NULL")
            .params(Columns.micros(clock.instant()), id)
            .update()
        == 1;
  }

  void move(Stored shipment, String status, String scac, String tracking, Instant deliveredAt) {
    database
        .write()
        .sql(
            """
            UPDATE order_shipment SET status = ?, scac = COALESCE(?, scac),
              tracking = COALESCE(?, tracking), delivered_at = COALESCE(delivered_at, ?)
            WHERE id = ?
            """)
        .params(status, scac, tracking, Columns.micros(deliveredAt), shipment.id())
        .update();
  }

  Optional<Stored> locked(String id) {
    return find(database.write(), id);
  }

  Optional<Stored> find(String id) {
    return find(database.read(), id);
  }

  List<Stored> of(String orderId) {
    return database
        .read()
        .sql("SELECT * FROM order_shipment WHERE order_id = ? ORDER BY shipped_at, id")
        .param(orderId)
        .query((row, n) -> stored(row))
        .list();
  }

  private Optional<Stored> find(JdbcClient jdbc, String id) {
    return jdbc.sql("SELECT * FROM order_shipment WHERE id = ?")
        .param(id)
        .query((row, n) -> stored(row))
        .optional();
  }

  private Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getString("id"),
        row.getString("order_id"),
        json.read(row.getString("ship_to"), Party.class),
        json.read(row.getString("packed"), GoodsShipped.class),
        json.read(row.getString("lines"), new TypeReference<List<ShippedPart>>() {}),
        Rows.instant(row, "shipped_at"),
        row.getString("status"),
        row.getString("scac"),
        row.getString("tracking"),
        Rows.instant(row, "delivered_at"),
        Rows.instant(row, "announced_at"),
        Rows.instant(row, "billed_at"));
  }
}
