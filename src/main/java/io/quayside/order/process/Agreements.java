package io.quayside.order.process;

import io.quayside.order.OrderRefusal;
import io.quayside.order.Terms;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.Terms.InvoiceTrigger;
import io.quayside.order.canonical.Fulfilment;
import io.quayside.order.canonical.PurchaseOrder;
import java.util.List;
import org.springframework.stereotype.Component;

/** What holds for an order: the document's own word, else the agreement's. */
@Component
class Agreements {

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
    return with(order.head.partnerId());
  }

  /** May what is short wait? CSH*Y~ and CSH*SC~ say yes, CSH*N~ and CSH*SP~ no. */
  boolean backorder(OrderState order) {
    Fulfilment wanted = order.order().fulfilment();
    if (wanted != null && wanted.backorder() != null) {
      return wanted.backorder();
    }
    return complete(order) || of(order).backorder();
  }

  /** Does everything leave together? CSH*SC~ */
  static boolean complete(OrderState order) {
    Fulfilment wanted = order.order().fulfilment();
    return wanted != null
        && (Boolean.TRUE.equals(wanted.complete()) || Boolean.FALSE.equals(wanted.partial()));
  }

  static String tag(PurchaseOrder order, Agreed terms) {
    return CASH.contains(payment(order, terms)) ? "cash-sale" : "accounts-receivable";
  }

  /** When the invoice is raised; a cash sale under an agreement on account bills the order. */
  static InvoiceTrigger trigger(PurchaseOrder order, Agreed terms) {
    boolean cashNow = CASH.contains(payment(order, terms));
    return cashNow && !CASH.contains(terms.payment())
        ? InvoiceTrigger.ORDER
        : terms.invoiceTrigger();
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
