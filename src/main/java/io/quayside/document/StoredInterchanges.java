package io.quayside.document;

import io.quayside.work.Columns;
import io.quayside.work.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class StoredInterchanges implements Interchanges {

  private record Claim(String sha256, String receiptId, long from) {}

  private final Database database;
  private final Clock clock;

  StoredInterchanges(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Verdict claim(
      String sender,
      String receiver,
      String controlNumber,
      String sha256,
      String receiptId,
      long from,
      Duration window) {
    return database.inTransaction(
        () -> {
          waitForOthers(sender, receiver, controlNumber);
          return claimAlone(
              sender, receiver, controlNumber, sha256, receiptId, from, clock.instant(), window);
        });
  }

  /** Two nodes that read the same interchange at once: the second sees what the first claimed. */
  private void waitForOthers(String sender, String receiver, String controlNumber) {
    database
        .write()
        .sql(
            """
            INSERT INTO interchange_claim (sender, receiver, control_number, claims)
            VALUES (:sender, :receiver, :number, 1)
            ON CONFLICT (sender, receiver, control_number)
            DO UPDATE SET claims = interchange_claim.claims + 1""")
        .param("sender", sender)
        .param("receiver", receiver)
        .param("number", controlNumber)
        .update();
  }

  private Verdict claimAlone(
      String sender,
      String receiver,
      String controlNumber,
      String sha256,
      String receiptId,
      long from,
      Instant now,
      Duration window) {
    List<Claim> earlier = claims(sender, receiver, controlNumber, now.minus(window));
    for (Claim claim : earlier) {
      if (claim.receiptId().equals(receiptId) && claim.from() == from) {
        return verdict(earlier.subList(0, earlier.indexOf(claim)), sha256);
      }
    }
    database
        .write()
        .sql(
            """
            INSERT INTO interchange (sender, receiver, control_number, claimed_at, sha256, receipt_id,
              from_byte)
            VALUES (:sender, :receiver, :number, :now, :sha256, :receipt, :from)""")
        .param("sender", sender)
        .param("receiver", receiver)
        .param("number", controlNumber)
        .param("now", Columns.micros(now))
        .param("sha256", sha256)
        .param("receipt", receiptId)
        .param("from", from)
        .update();
    return verdict(earlier, sha256);
  }

  private List<Claim> claims(String sender, String receiver, String controlNumber, Instant since) {
    return database
        .write()
        .sql(
            """
            SELECT sha256, receipt_id, from_byte FROM interchange
            WHERE sender = :sender AND receiver = :receiver AND control_number = :number
              AND claimed_at >= :since
            ORDER BY claimed_at, receipt_id, from_byte""")
        .param("sender", sender)
        .param("receiver", receiver)
        .param("number", controlNumber)
        .param("since", Columns.micros(since))
        .query(
            (row, number) ->
                new Claim(
                    row.getString("sha256"), row.getString("receipt_id"), row.getLong("from_byte")))
        .list();
  }

  /**
   * The first arrival with the same bytes makes it a resend, whatever else came under that number.
   */
  private static Verdict verdict(List<Claim> earlier, String sha256) {
    return earlier.stream()
        .filter(claim -> claim.sha256().equals(sha256))
        .findFirst()
        .map(claim -> new Verdict(Seen.SAME_BYTES, claim.receiptId()))
        .orElseGet(
            () ->
                earlier.isEmpty()
                    ? new Verdict(Seen.FIRST, null)
                    : new Verdict(Seen.OTHER_BYTES, earlier.get(0).receiptId()));
  }
}
