package io.quayside.order.canonical;

import java.util.Set;

/** An allowance or charge. SAC*A*F340***1000****02~ */
public record AllowanceOrCharge(
    String type,
    String code,
    String amount,
    String percent,
    String rate,
    String quantity,
    String handling,
    String handlingCode,
    String description) {

  private static final Set<String> LESS = Set.of("allowance", "promotion");
  private static final Set<String> MORE = Set.of("charge", "service");

  /** Handling that stands on the invoice; any other is settled elsewhere, or told only. */
  private static final Set<String> ON_INVOICE = Set.of("off-invoice", "charged-to-customer");

  /** Does it count in the sum of an invoice? Bill-back (SAC12=01) never does. */
  public boolean onInvoice() {
    boolean counts = type != null && (LESS.contains(type) || MORE.contains(type));
    return counts && (handling == null || ON_INVOICE.contains(handling));
  }

  /** Is it taken off the invoice, rather than added to it? SAC01 A and P are, C and S are not. */
  public boolean takenOff() {
    return type != null && LESS.contains(type);
  }

  /** The same over another amount. */
  public AllowanceOrCharge withAmount(String other) {
    return new AllowanceOrCharge(
        type, code, other, percent, rate, quantity, handling, handlingCode, description);
  }

  /** The same in other words. */
  public AllowanceOrCharge withDescription(String other) {
    return new AllowanceOrCharge(
        type, code, amount, percent, rate, quantity, handling, handlingCode, other);
  }
}
