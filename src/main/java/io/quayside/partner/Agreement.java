package io.quayside.partner;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * What is agreed with a partner.
 *
 * @param backorder default true
 * @param priceTolerancePercent default 0
 * @param priceToleranceAmount default 0, in {@code currency}
 * @param currency ISO 4217; null: our company's
 * @param payment {@code on-account} or {@code prepaid, card, cash-on-delivery, cash} (cash sale)
 * @param netDays default 30
 * @param creditLimit null: none
 * @param invoiceTrigger default SHIPMENT on account, ORDER for cash sales
 * @param invoiceAfterAsn the invoice waits for its ship notice, default true
 * @param overShipmentPercent default 0
 * @param strict documents with errors are rejected, not accepted with errors noted
 * @param severity what one kind of error does to a document whatever is usual: {@code accept},
 *     {@code accept-with-errors} or {@code reject}
 * @param deadlines by document type: 855 24 h from receipt, 856 1 h and 810 24 h from shipping
 * @param acknowledgeWithin how long the partner has for its 997, default 24 h
 * @param transitDays how long goods are under way to it, default 0
 */
public record Agreement(
    boolean backorder,
    UnknownItem unknownItem,
    PriceMismatch priceMismatch,
    BigDecimal priceTolerancePercent,
    BigDecimal priceToleranceAmount,
    String currency,
    String payment,
    int netDays,
    BigDecimal creditLimit,
    InvoiceTrigger invoiceTrigger,
    boolean invoiceAfterAsn,
    AfterCancelDate afterCancelDate,
    Early early,
    BigDecimal overShipmentPercent,
    ShortPick shortPick,
    boolean strict,
    Map<String, String> severity,
    Map<String, Duration> deadlines,
    Duration acknowledgeWithin,
    Calendar calendar,
    int transitDays) {
  public Agreement {
    severity = Map.copyOf(severity);
    deadlines = Map.copyOf(deadlines);
  }

  /** Default HOLD: a person maps the item or rejects it. */
  public enum UnknownItem {
    HOLD,
    REJECT_LINE
  }

  /** Default HOLD; OURS accepts at our price and says so, THEIRS takes the partner's. */
  public enum PriceMismatch {
    HOLD,
    OURS,
    THEIRS
  }

  /** What raises an invoice. */
  public enum InvoiceTrigger {
    SHIPMENT,
    ORDER,
    DELIVERY
  }

  /** What becomes of a quantity that waits past its cancel date. Default CANCEL. */
  public enum AfterCancelDate {
    CANCEL,
    ASK
  }

  /** May goods leave before a requested date that is only a wish? Default ALLOWED. */
  public enum Early {
    ALLOWED,
    REFUSED
  }

  /** What becomes of a quantity that was accepted and not packed. Default BACKORDER. */
  public enum ShortPick {
    BACKORDER,
    CANCEL
  }

  /**
   * The partner's business hours.
   *
   * @param days default Monday to Friday
   * @param cutoff what arrives later counts as the next day's, in the partner's zone; default 17:00
   */
  public record Calendar(Set<DayOfWeek> days, LocalTime cutoff) {
    public Calendar {
      days = Set.copyOf(days);
    }
  }
}
