package io.quayside.order.process;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.policy.Finding;
import io.quayside.order.process.OrderState.HoldState;
import io.quayside.work.Columns;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import io.quayside.work.Problems.NewProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What waits for a person: holds of an order and their entries in the work list. */
@Component
class Holds {

  static final String BEING_PACKED =
      " The warehouse was asked to pack already: what it packs waits until this is settled.";

  /** Orders that came so are asked about by mail. */
  private static final String MAIL = "email";

  private final Database database;
  private final Problems problems;
  private final Clock clock;
  private final Mail mail;
  private final StoredJourney journey;

  Holds(Database database, Problems problems, Clock clock, Mail mail, StoredJourney journey) {
    this.database = database;
    this.problems = problems;
    this.clock = clock;
    this.mail = mail;
    this.journey = journey;
  }

  /** Holds the order or the line for this reason, once. */
  void put(OrderState order, Finding why, Agreed terms) {
    Finding finding = order.any(s -> s.picking.signum() > 0) ? beingPacked(why) : why;
    problem(order, finding, deadline(order, terms));
    if (order.openHolds().stream().anyMatch(hold -> same(hold, finding))) {
      return;
    }
    HoldState hold =
        new HoldState(
            finding.reason(),
            finding.line(),
            finding.subject(),
            finding.text(),
            clock.instant(),
            deadline(order, terms),
            null,
            null);
    insert(order, hold);
    order.holds.add(hold);
    journey.add(order, "order", "held", finding.text());
    if (MAIL.equals(order.head.channel())) {
      mail.send(order, "order.question", Map.of("orderId", order.id()));
    }
  }

  private static Finding beingPacked(Finding why) {
    return new Finding(
        why.reason(),
        why.line(),
        why.subject(),
        why.text() + BEING_PACKED,
        why.remedy(),
        why.words());
  }

  /** A problem that does not hold the order up. */
  void problem(OrderState order, Finding finding, Instant deadline) {
    Outbox.Message retry = mail.acceptance(order.id(), order.head.partnerId(), order.head.test());
    raise(order, finding, deadline, order.step == Step.DECIDING ? retry : null);
  }

  void raise(OrderState order, Finding finding, Instant deadline, Outbox.Message retry) {
    problems.raise(
        new NewProblem(
            key(order, finding.reason(), about(finding.line(), finding.subject())),
            finding.reason(),
            order.id(),
            documentOf(order, finding),
            null,
            order.head.partnerId(),
            order.head.test(),
            "PO %s: %s".formatted(order.order().poNumber(), finding.reason().replace('-', ' ')),
            finding.text(),
            finding.remedy(),
            retry,
            deadline));
  }

  /** The reason is gone. */
  void lift(OrderState order, HoldState hold, String by, String note) {
    order.holds.remove(hold);
    database
        .write()
        .sql(
            """
            DELETE FROM order_hold
            WHERE order_id = ? AND reason = ? AND line_key = ? AND subject = ?
            """)
        .params(order.id(), hold.reason(), hold.line(), hold.subject())
        .update();
    resolve(order, hold, by, note);
  }

  /** A person says that it may go on all the same. */
  void waive(OrderState order, HoldState hold, String by) {
    lift(order, hold, by, "released");
    HoldState waived =
        new HoldState(
            hold.reason(),
            hold.line(),
            hold.subject(),
            hold.text(),
            hold.since(),
            hold.deadline(),
            hold.owner(),
            by);
    carry(order, waived);
  }

  /** It was waived of the order in whose place this one stands. */
  void carry(OrderState order, HoldState waived) {
    insert(order, waived);
    order.holds.add(waived);
  }

  void liftAll(OrderState order, List<HoldState> holds, String by, String note) {
    List.copyOf(holds).forEach(hold -> lift(order, hold, by, note));
  }

  /** Lets all other orders be judged again that wait for the same remedy. */
  void wakeOthers(OrderState order, HoldState mended) {
    if (Finding.ORDER.equals(mended.subject())) {
      return;
    }
    database
        .write()
        .sql(
            """
            SELECT DISTINCT h.order_id, o.test FROM order_hold h JOIN orders o ON o.id = h.order_id
            WHERE h.partner_id = ? AND h.reason = ? AND h.subject = ? AND h.waived_by IS NULL
              AND h.order_id <> ? ORDER BY h.order_id
            """)
        .params(order.head.partnerId(), mended.reason(), mended.subject(), order.id())
        .query(
            row -> {
              mail.accept(
                  row.getString("order_id"), order.head.partnerId(), row.getInt("test") == 1);
            });
  }

  /** Lets all held orders of a partner be judged again; null: of everybody. */
  void wake(String partnerId) {
    database
        .write()
        .sql(
            """
            SELECT DISTINCT h.order_id, h.partner_id, o.test
            FROM order_hold h JOIN orders o ON o.id = h.order_id
            WHERE h.waived_by IS NULL AND h.partner_id = COALESCE(?, h.partner_id)
            ORDER BY h.order_id
            """)
        .param(partnerId)
        .query(
            row -> {
              mail.accept(
                  row.getString("order_id"), row.getString("partner_id"), row.getInt("test") == 1);
            });
  }

  private void insert(OrderState order, HoldState hold) {
    database
        .write()
        .sql(
            """
            INSERT INTO order_hold (order_id, reason, line_key, subject, partner_id, text, since,
              deadline, owner, waived_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(
            order.id(),
            hold.reason(),
            hold.line(),
            hold.subject(),
            order.head.partnerId(),
            hold.text(),
            Columns.micros(hold.since()),
            Columns.micros(hold.deadline()),
            hold.owner(),
            hold.waivedBy())
        .update();
  }

  private void resolve(OrderState order, HoldState hold, String by, String note) {
    String about = about(hold.line(), hold.subject());
    boolean more =
        order.openHolds().stream()
            .anyMatch(
                h ->
                    h.reason().equals(hold.reason()) && about(h.line(), h.subject()).equals(about));
    if (!more) {
      problems.resolve(key(order, hold.reason(), about), by, note);
    }
  }

  /** Of a line there is one entry for a reason; of the order one for each thing it is about. */
  static String about(String line, String subject) {
    return Finding.ORDER.equals(line) ? subject : line;
  }

  /** A change is a document of its own. */
  private static String documentOf(OrderState order, Finding finding) {
    return Changes.CHANGE.equals(finding.reason()) ? finding.subject() : order.head.documentId();
  }

  private static Instant deadline(OrderState order, Agreed terms) {
    return Agreements.due(terms, "855", order.head.receivedAt());
  }

  static String key(OrderState order, String reason, String about) {
    return "order/%s/%s/%s".formatted(order.id(), reason, about);
  }

  private static boolean same(HoldState hold, Finding finding) {
    return hold.reason().equals(finding.reason())
        && hold.line().equals(finding.line())
        && hold.subject().equals(finding.subject());
  }
}
