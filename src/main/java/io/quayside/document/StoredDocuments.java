package io.quayside.document;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
final class StoredDocuments implements Documents {

  private final Database database;
  private final Blobs blobs;
  private final Receipts receipts;
  private final Ids ids;
  private final Clock clock;

  StoredDocuments(Database database, Blobs blobs, Receipts receipts, Ids ids, Clock clock) {
    this.database = database;
    this.blobs = blobs;
    this.receipts = receipts;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Optional<String> add(NewDocument document) {
    return database.inTransaction(
        () -> {
          String id = ids.next();
          if (insert(id, document) == 0) {
            return Optional.empty();
          }
          if (document.bytes() != null) {
            blobs.store(document.bytes());
          }
          linkToOrdersOf(id, document);
          return Optional.of(id);
        });
  }

  private int insert(String id, NewDocument document) {
    return database
        .write()
        .sql(
            """
            INSERT INTO document (id, direction, type, format, partner_id, channel_id, receipt_id,
              business_key, reference, control_number, group_control_number, set_control_number,
              functional_id, version, from_byte, to_byte, sha256, file_name, test, validity, delivery,
              acknowledgment, findings, after_document, answers_document, attempts, recorded_at)
            VALUES (:id, :direction, :type, :format, :partner, :channel, :receipt,
              :key, :reference, :number, :groupNumber, :setNumber,
              :functionalId, :version, :from, :to, :sha256, :file, :test, :validity, :delivery,
              :acknowledgment, :findings, :after, :answers, 0, :now)
            ON CONFLICT DO NOTHING""")
        .param("id", id)
        .param("direction", document.direction())
        .param("type", document.type())
        .param("format", document.format())
        .param("partner", document.partnerId())
        .param("channel", document.channelId())
        .param("receipt", document.receiptId())
        .param("key", document.businessKey())
        .param("reference", document.reference())
        .param("number", document.controlNumber())
        .param("groupNumber", document.groupControlNumber())
        .param("setNumber", document.setControlNumber())
        .param("functionalId", document.functionalId())
        .param("version", document.version())
        .param("from", document.from())
        .param("to", document.to())
        .param("sha256", document.bytes() == null ? null : Blobs.sha256(document.bytes()))
        .param("file", document.fileName())
        .param("test", Columns.flag(document.test()))
        .param("validity", document.validity())
        .param("delivery", document.delivery())
        .param("acknowledgment", document.acknowledgment())
        .param("findings", document.findings())
        .param("after", document.after())
        .param("answers", document.answers())
        .param("now", Columns.micros(clock.instant()))
        .update();
  }

  @Override
  public Optional<Document> find(String id) {
    return one("d.id = :which", Map.of("which", id));
  }

  @Override
  public Optional<Document> byBusinessKey(String businessKey) {
    return one("d.business_key = :which", Map.of("which", businessKey));
  }

  @Override
  public byte[] bytes(String id) {
    Document document =
        find(id).orElseThrow(() -> new IllegalArgumentException("There is no document " + id));
    return document.sha256() == null
        ? receipts.bytes(document.receiptId())
        : blobs.read(document.sha256(), "document " + id);
  }

  @Override
  public Page list(Query query) {
    Map<String, Object> params = new LinkedHashMap<>();
    String where = DocumentRows.where(query, params);
    long total =
        database
            .read()
            .sql("SELECT count(*) FROM document d WHERE " + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("size", query.size());
    params.put("skip", (long) query.page() * query.size());
    return new Page(
        many(where + " ORDER BY d.id DESC LIMIT :size OFFSET :skip", params),
        query.page(),
        query.size(),
        total);
  }

  @Override
  public void link(String id, String orderId) {
    database
        .write()
        .sql(
            """
            INSERT INTO document_order (document_id, order_id) VALUES (:id, :order)
            ON CONFLICT DO NOTHING""")
        .param("id", id)
        .param("order", orderId)
        .update();
    linkAcknowledgments(id, orderId);
  }

  @Override
  public void assign(String id, String partnerId) {
    changed(
        id,
        database
            .write()
            .sql("UPDATE document SET partner_id = :partner WHERE id = :id AND direction = 'in'")
            .param("partner", partnerId)
            .param("id", id));
  }

  /**
   * An acknowledgment stands with the orders of the set it answers, whichever of the two was there
   * first.
   */
  private void linkToOrdersOf(String id, NewDocument acknowledgment) {
    if (acknowledgment.direction().equals("out") && acknowledgment.receiptId() != null) {
      database
          .write()
          .sql(
              """
              INSERT INTO document_order (document_id, order_id)
              SELECT :id, l.order_id FROM document i JOIN document_order l ON l.document_id = i.id
              WHERE i.receipt_id = :receipt AND i.direction = 'in'
                AND (i.control_number || '/' || i.group_control_number = :reference
                  OR i.control_number = :reference)
              ON CONFLICT DO NOTHING""")
          .param("id", id)
          .param("receipt", acknowledgment.receiptId())
          .param("reference", acknowledgment.reference())
          .update();
    }
  }

  private void linkAcknowledgments(String id, String orderId) {
    database
        .write()
        .sql(
            """
            INSERT INTO document_order (document_id, order_id)
            SELECT o.id, :order FROM document i JOIN document o
              ON o.receipt_id = i.receipt_id AND o.direction = 'out'
              AND o.reference IN (i.control_number || '/' || i.group_control_number, i.control_number)
            WHERE i.id = :id
            ON CONFLICT DO NOTHING""")
        .param("order", orderId)
        .param("id", id)
        .update();
  }

  @Override
  public void validity(String id, String validity, String findings) {
    changed(
        id,
        database
            .write()
            .sql("UPDATE document SET validity = :validity, findings = :findings WHERE id = :id")
            .param("validity", validity)
            .param("findings", findings)
            .param("id", id));
  }

  @Override
  public boolean delivery(String id, List<String> from, String to, String error) {
    return database
            .write()
            .sql(
                """
                UPDATE document SET delivery = :to, last_error = :error,
                  delivered_at = CASE WHEN :to = 'delivered' THEN :now ELSE delivered_at END
                WHERE id = :id AND delivery IN (:from)""")
            .param("to", to)
            .param("error", error)
            .param("now", Columns.micros(clock.instant()))
            .param("id", id)
            .param("from", from)
            .update()
        == 1;
  }

  @Override
  public int beginDelivery(String id) {
    return database
        .write()
        .sql(
            """
            UPDATE document SET delivery = 'sending', attempts = attempts + 1
            WHERE id = :id AND direction = 'out' AND delivery IN ('pending', 'failed', 'unknown')
            RETURNING attempts""")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  @Override
  public int attempt(String id) {
    return database.inTransaction(
        () ->
            database
                .write()
                .sql(
                    "UPDATE document SET attempts = attempts + 1 WHERE id = :id AND direction = 'in'"
                        + " RETURNING attempts")
                .param("id", id)
                .query(Integer.class)
                .single());
  }

  @Override
  public void attempted(String id) {
    database.inTransaction(
        () -> {
          database
              .write()
              .sql("UPDATE document SET attempts = 0 WHERE id = :id AND direction = 'in'")
              .param("id", id)
              .update();
        });
  }

  @Override
  public boolean delivered(String id) {
    return database
        .write()
        .sql("UPDATE document SET attempts = attempts WHERE id = :id RETURNING delivery")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse("delivered")
        .equals("delivered");
  }

  @Override
  public void acknowledgment(String id, String acknowledgment, String words) {
    changed(
        id,
        database
            .write()
            .sql(
                """
                UPDATE document SET acknowledgment = :acknowledgment, acknowledgment_words = :words
                WHERE id = :id""")
            .param("acknowledgment", acknowledgment)
            .param("words", words)
            .param("id", id));
  }

  private static void changed(String id, StatementSpec update) {
    if (update.update() != 1) {
      throw new IllegalArgumentException("There is no document " + id);
    }
  }

  @Override
  public Optional<Document> sent(
      String partnerId, String functionalId, String groupControlNumber, String setControlNumber) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("partner", partnerId);
    params.put("functional", functionalId);
    params.put("groupNumber", groupControlNumber);
    String set = "";
    if (setControlNumber != null) {
      set = " AND d.set_control_number = :setNumber";
      params.put("setNumber", setControlNumber);
    }
    return one(
        "d.direction = 'out' AND d.partner_id = :partner AND d.functional_id = :functional"
            + " AND ltrim(d.group_control_number, '0') = ltrim(:groupNumber, '0')"
            + set
            + " ORDER BY d.id DESC LIMIT 1",
        params);
  }

  @Override
  public List<Document> waitingFor(String id) {
    return many(
        "d.after_document = :which AND d.delivery = 'pending' ORDER BY d.id", Map.of("which", id));
  }

  private Optional<Document> one(String condition, Map<String, ?> params) {
    return many(condition, params).stream().findFirst();
  }

  private List<Document> many(String condition, Map<String, ?> params) {
    List<DocumentRows.Row> rows =
        database
            .read()
            .sql("SELECT d.* FROM document d WHERE " + condition)
            .params(params)
            .query(DocumentRows::row)
            .list();
    return DocumentRows.withOrders(database, rows);
  }
}
