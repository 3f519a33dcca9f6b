package io.quayside.document;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StoredMails implements Mails {

  private final Database database;
  private final Clock clock;

  StoredMails(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean seen(Place place) {
    return database
            .read()
            .sql(
                """
                SELECT COUNT(*) FROM mail_seen WHERE mailbox = :mailbox AND folder = :folder
                  AND uid_validity = :validity AND uid = :uid""")
            .param("mailbox", place.mailbox())
            .param("folder", place.folder())
            .param("validity", place.uidValidity())
            .param("uid", place.uid())
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public Optional<String> sameContent(String mailbox, String sha256) {
    return database
        .read()
        .sql(
            """
            SELECT receipt_id FROM mail_seen WHERE mailbox = :mailbox AND sha256 = :sha256
              AND receipt_id IS NOT NULL ORDER BY seen_at LIMIT 1""")
        .param("mailbox", mailbox)
        .param("sha256", sha256)
        .query(String.class)
        .optional();
  }

  @Override
  public void see(Place place, String sha256, String receiptId) {
    database
        .write()
        .sql(
            """
            INSERT INTO mail_seen (mailbox, folder, uid_validity, uid, sha256, receipt_id, seen_at)
            VALUES (:mailbox, :folder, :validity, :uid, :sha256, :receipt, :now)
            ON CONFLICT DO NOTHING""")
        .param("mailbox", place.mailbox())
        .param("folder", place.folder())
        .param("validity", place.uidValidity())
        .param("uid", place.uid())
        .param("sha256", sha256)
        .param("receipt", receiptId)
        .param("now", Columns.micros(clock.instant()))
        .update();
  }

  @Override
  public boolean fromMailbox(String receiptId) {
    return database
            .read()
            .sql("SELECT COUNT(*) FROM mail_seen WHERE receipt_id = :id")
            .param("id", receiptId)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public void record(Mail mail, List<Part> parts) {
    delete("DELETE FROM mail WHERE receipt_id = :id", mail.receiptId());
    delete("DELETE FROM mail_part WHERE receipt_id = :id", mail.receiptId());
    database
        .write()
        .sql(
            """
            INSERT INTO mail (receipt_id, kind, message_id, thread, from_address, reply_to, subject,
              proven, proof)
            VALUES (:id, :kind, :message, :thread, :from, :reply, :subject, :proven, :proof)""")
        .param("id", mail.receiptId())
        .param("kind", mail.kind())
        .param("message", mail.messageId())
        .param("thread", mail.thread())
        .param("from", mail.from())
        .param("reply", mail.replyTo())
        .param("subject", mail.subject())
        .param("proven", Columns.flag(mail.proven()))
        .param("proof", mail.proof())
        .update();
    for (int i = 0; i < parts.size(); i++) {
      insert(mail.receiptId(), i, parts.get(i));
    }
  }

  private void delete(String sql, String receiptId) {
    database.write().sql(sql).param("id", receiptId).update();
  }

  private void insert(String receiptId, int position, Part part) {
    database
        .write()
        .sql(
            """
            INSERT INTO mail_part (receipt_id, number, position, content_type, name, size, outcome,
              reason, part_receipt_id)
            VALUES (:id, :number, :position, :type, :name, :size, :outcome, :reason, :part)""")
        .param("id", receiptId)
        .param("number", part.number())
        .param("position", position)
        .param("type", part.contentType())
        .param("name", part.name())
        .param("size", part.size())
        .param("outcome", part.outcome())
        .param("reason", part.reason())
        .param("part", part.partReceiptId())
        .update();
  }

  @Override
  public Optional<Mail> find(String receiptId) {
    return database
        .read()
        .sql("SELECT * FROM mail WHERE receipt_id = :id")
        .param("id", receiptId)
        .query(StoredMails::mail)
        .optional();
  }

  @Override
  public Optional<Mail> ofPart(String partReceiptId) {
    return database
        .read()
        .sql(
            """
            SELECT m.* FROM mail m JOIN mail_part p ON p.receipt_id = m.receipt_id
            WHERE p.part_receipt_id = :id LIMIT 1""")
        .param("id", partReceiptId)
        .query(StoredMails::mail)
        .optional();
  }

  @Override
  public List<Part> parts(String receiptId) {
    return database
        .read()
        .sql("SELECT * FROM mail_part WHERE receipt_id = :id ORDER BY position")
        .param("id", receiptId)
        .query(
            (row, number) ->
                new Part(
                    row.getString("number"),
                    row.getString("content_type"),
                    row.getString("name"),
                    row.getLong("size"),
                    row.getString("outcome"),
                    row.getString("reason"),
                    row.getString("part_receipt_id")))
        .list();
  }

  private static Mail mail(ResultSet row, int number) throws SQLException {
    return new Mail(
        row.getString("receipt_id"),
        row.getString("kind"),
        row.getString("message_id"),
        row.getString("thread"),
        row.getString("from_address"),
        row.getString("reply_to"),
        row.getString("subject"),
        row.getInt("proven") == 1,
        row.getString("proof"));
  }
}
