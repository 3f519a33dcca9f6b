package io.quayside.order;

import io.quayside.order.canonical.Party;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: what is agreed with a partner, as far as an order's way depends on it. */
public interface Terms {

  /** What was agreed; every value has its documented default. */
  record Agreed(
      String partnerId,
      String partnerName,
      String company,
      ZoneId zone,
      boolean parallel,
      boolean backorder,
      OnUnknownItem unknownItem,
      OnPriceMismatch priceMismatch,
      BigDecimal priceTolerancePercent,
      BigDecimal priceToleranceAmount,
      String currency,
      String payment,
      int netDays,
      BigDecimal creditLimit,
      InvoiceTrigger invoiceTrigger,
      boolean cancelAfterCancelDate,
      BigDecimal overShipmentPercent,
      OnShortPick shortPick,
      AsnTrigger asnTrigger,
      List<String> orderIdentity,
      Map<String, Duration> deadlines,
      List<String> match,
      Map<String, String> crossReference,
      Map<String, Party> locations,
      int transitDays,
      boolean earlyAllowed,
      WorkingTime workingTime) {}

  enum OnUnknownItem {
    HOLD,
    REJECT_LINE
  }

  enum OnPriceMismatch {
    HOLD,
    OURS,
    THEIRS
  }

  /** When the invoice is raised. */
  enum InvoiceTrigger {
    SHIPMENT,
    ORDER,
    DELIVERY
  }

  enum OnShortPick {
    BACKORDER,
    CANCEL
  }

  /** When the ship notice leaves. */
  enum AsnTrigger {
    SHIPPED,
    PICKED_UP
  }

  /** The terms with a partner; empty when there is no such partner. */
  Optional<Agreed> with(String partnerId);

  /** Whether a system of ours takes this partner's accepted orders as files. */
  boolean exported(String partnerId);
}
