package io.quayside.document;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import io.quayside.work.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StoredReceipts implements Receipts {

  private static final String OPEN_QUEUE = "intake.open";

  private final Database database;
  private final Blobs blobs;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  StoredReceipts(Database database, Blobs blobs, Outbox outbox, Ids ids, Clock clock) {
    this.database = database;
    this.blobs = blobs;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Received receive(Arrival arrival) {
    return database.inTransaction(
        () -> {
          String id = ids.next();
          boolean added = insert(id, arrival);
          if (added) {
            blobs.store(arrival.bytes());
            queueOpening(id, arrival.test());
          }
          return new Received(byTransportKey(arrival), !added);
        });
  }

  private boolean insert(String id, Arrival arrival) {
    return database
            .write()
            .sql(
                """
                INSERT INTO receipt (id, channel_id, channel_kind, partner_id, transport_key, name,
                  sha256, size, test, received_at, state, attempts)
                VALUES (:id, :channel, :kind, :partner, :key, :name,
                  :sha256, :size, :test, :now, 'received', 0)
                ON CONFLICT DO NOTHING""")
            .param("id", id)
            .param("channel", arrival.channelId())
            .param("kind", arrival.channelKind())
            .param("partner", arrival.partnerId())
            .param("key", arrival.transportKey())
            .param("name", arrival.name())
            .param("sha256", Blobs.sha256(arrival.bytes()))
            .param("size", (long) arrival.bytes().length)
            .param("test", Columns.flag(arrival.test()))
            .param("now", Columns.micros(clock.instant()))
            .update()
        == 1;
  }

  private Receipt byTransportKey(Arrival arrival) {
    return database
        .write()
        .sql("SELECT * FROM receipt WHERE channel_id = :channel AND transport_key = :key")
        .param("channel", arrival.channelId())
        .param("key", arrival.transportKey())
        .query(StoredReceipts::receipt)
        .single();
  }

  private void queueOpening(String receiptId, boolean test) {
    outbox.send(
        new Outbox.Message(
            OPEN_QUEUE,
            null,
            null,
            OPEN_QUEUE,
            test,
            null,
            "{\"receiptId\":\"" + receiptId + "\"}"));
  }

  @Override
  public Optional<Receipt> find(String id) {
    return database
        .read()
        .sql("SELECT * FROM receipt WHERE id = :id")
        .param("id", id)
        .query(StoredReceipts::receipt)
        .optional();
  }

  @Override
  public byte[] bytes(String receiptId) {
    Receipt receipt =
        find(receiptId)
            .orElseThrow(() -> new IllegalArgumentException("There is no receipt " + receiptId));
    return blobs.read(receipt.sha256(), "receipt " + receiptId);
  }

  @Override
  public int attempt(String receiptId) {
    return database.inTransaction(() -> countAttempt(receiptId));
  }

  private int countAttempt(String receiptId) {
    return database
        .write()
        .sql("UPDATE receipt SET attempts = attempts + 1 WHERE id = :id RETURNING attempts")
        .param("id", receiptId)
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("There is no receipt " + receiptId));
  }

  @Override
  public boolean move(String receiptId, List<String> from, String to) {
    return database
            .write()
            .sql("UPDATE receipt SET state = :to WHERE id = :id AND state IN (:from)")
            .param("to", to)
            .param("id", receiptId)
            .param("from", from)
            .update()
        == 1;
  }

  @Override
  public void assign(String receiptId, String partnerId, String by) {
    database.inTransaction(
        () -> {
          Optional<Integer> test =
              database
                  .write()
                  .sql(
                      """
                      UPDATE receipt SET partner_id = :partner, assigned_by = :by, attempts = 0,
                        state = 'received'
                      WHERE id = :id RETURNING test""")
                  .param("partner", partnerId)
                  .param("by", by)
                  .param("id", receiptId)
                  .query(Integer.class)
                  .optional();
          if (test.isEmpty()) {
            throw new IllegalArgumentException("There is no receipt " + receiptId);
          }
          queueOpening(receiptId, test.get() == 1);
        });
  }

  private static Receipt receipt(ResultSet row, int number) throws SQLException {
    return new Receipt(
        row.getString("id"),
        row.getString("channel_id"),
        row.getString("channel_kind"),
        row.getString("partner_id"),
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("size"),
        Columns.instant(row.getLong("received_at")),
        row.getString("state"),
        row.getInt("attempts"));
  }
}
