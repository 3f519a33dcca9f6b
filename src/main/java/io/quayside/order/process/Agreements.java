package io.quayside.order.process;

import static java.lang.Boolean.FALSE;
import static java.lang.Boolean.TRUE;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Terms;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.Terms.InvoiceTrigger;
import io.quayside.order.canonical.Fulfilment;
import io.quayside.order.canonical.PurchaseOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What holds for an order: the document's own word, else the agreement's. */
@Component
class Agreements {

  /** How much of a deadline may pass before a person is told. */
  private static final double NEAR = 0.8;

  private static final List<String> CASH = List.of("prepaid", "card", "cash-on-delivery", "cash");

  private final Terms terms;

  Agreements(Terms terms) {
    this.terms = terms;
  }

  Agreed with(String partnerId) {
    return terms
        .with(partnerId)
        .orElseThrow(
            () ->
                new OrderRefusal(
                    "There is no trading partner %s; add its partner file first."
                        .formatted(partnerId)));
  }

  Agreed of(OrderState order) {
    return order.agreed == null ? with(order.head.partnerId()) : order.agreed;
  }

  /** Does a system of ours get it as a file? Test orders never leave. */
  boolean exported(OrderState order) {
    return !order.testArea() && terms.exported(order.head.partnerId());
  }

  /**
   * May what is short of a line wait? CSH*Y~ and CSH*SC~ say yes, CSH*N~ and CSH*SP~ no: the line's
   * own, else the order's, else what was agreed.
   */
  boolean backorder(OrderState order, LineState line) {
    return Stream.of(line.source.fulfilment(), order.order().fulfilment())
        .filter(Objects::nonNull)
        .map(wanted -> wanted.backorder() == null && complete(wanted) ? TRUE : wanted.backorder())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> of(order).backorder());
  }

  /** Does everything leave together? CSH*SC~ */
  static boolean complete(OrderState order) {
    return complete(order.order().fulfilment());
  }

  /** The lines that leave together with this one: all, it alone, or none where parts may leave. */
  static List<LineState> together(OrderState order, LineState line) {
    if (complete(order)) {
      return List.copyOf(order.lines.values());
    }
    return complete(line.source.fulfilment()) ? List.of(line) : List.of();
  }

  private static boolean complete(Fulfilment wanted) {
    return wanted != null && (TRUE.equals(wanted.complete()) || FALSE.equals(wanted.partial()));
  }

  /** When an answer is due, in the partner's working time; null when no time was agreed. */
  static Instant due(Agreed terms, String document, Instant from) {
    Duration within = terms.deadlines() == null ? null : terms.deadlines().get(document);
    return within == null ? null : terms.workingTime().plus(started(terms, document, from), within);
  }

  /** When a person is to be told that an answer is due soon: most of its time has passed. */
  static Instant near(Agreed terms, String document, Instant from) {
    Duration within = terms.deadlines().get(document);
    Duration most = Duration.ofSeconds((long) (within.toSeconds() * NEAR));
    return terms.workingTime().plus(started(terms, document, from), most);
  }

  /** What arrives after the cut-off counts from the next working day on; goods that left do not. */
  private static Instant started(Agreed terms, String document, Instant from) {
    return "855".equals(document) ? terms.workingTime().start(from) : from;
  }

  static String tag(PurchaseOrder order, Agreed terms) {
    return CASH.contains(payment(order, terms)) ? "cash-sale" : "accounts-receivable";
  }

  /**
   * When the invoice is raised. An order that is paid otherwise than agreed has the trigger of its
   * own way: a cash sale bills the order, one on account the shipment.
   */
  static InvoiceTrigger trigger(PurchaseOrder order, Agreed terms) {
    boolean cashNow = CASH.contains(payment(order, terms));
    if (cashNow == CASH.contains(terms.payment())) {
      return terms.invoiceTrigger();
    }
    return cashNow ? InvoiceTrigger.ORDER : InvoiceTrigger.SHIPMENT;
  }

  /** BEG07 NA: the customer wants no answer. */
  static boolean answerWanted(PurchaseOrder order) {
    return !"NA".equals(order.acknowledgmentCode()) && !"none".equals(order.acknowledgmentWanted());
  }

  static String currency(PurchaseOrder order, Agreed terms) {
    return order.currency() == null ? terms.currency() : order.currency();
  }

  private static String payment(PurchaseOrder order, Agreed terms) {
    return order.payment() == null || order.payment().method() == null
        ? terms.payment()
        : order.payment().method();
  }
}
