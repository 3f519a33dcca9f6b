package io.quayside.order.process;

import io.quayside.order.Terms;
import io.quayside.order.WorkingTime;
import io.quayside.order.canonical.Party;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An agreement that a test changes. */
final class FakeTerms implements Terms {

  boolean parallel;
  boolean exported;
  boolean backorder = true;
  OnUnknownItem unknownItem = OnUnknownItem.HOLD;
  OnPriceMismatch priceMismatch = OnPriceMismatch.HOLD;
  BigDecimal tolerancePercent = BigDecimal.ZERO;
  String payment = "on-account";
  InvoiceTrigger invoiceTrigger = InvoiceTrigger.SHIPMENT;
  boolean cancelAfterCancelDate = true;
  OnShortPick shortPick = OnShortPick.BACKORDER;
  AsnTrigger asnTrigger = AsnTrigger.SHIPPED;
  final Map<String, Party> locations = new HashMap<>();
  int transitDays;
  boolean earlyAllowed = true;
  Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @Override
  public Optional<Agreed> with(String partnerId) {
    return Set.of("acme", "initech", "direct").contains(partnerId)
        ? Optional.of(agreed())
        : Optional.empty();
  }

  Agreed agreed() {
    return new Agreed(
        "acme",
        "Acme Inc",
        "main",
        ZoneId.of("UTC"),
        parallel,
        backorder,
        unknownItem,
        priceMismatch,
        tolerancePercent,
        BigDecimal.ZERO,
        "USD",
        payment,
        30,
        null,
        invoiceTrigger,
        cancelAfterCancelDate,
        BigDecimal.ZERO,
        shortPick,
        asnTrigger,
        List.of("poNumber", "release"),
        Map.of("855", Duration.ofHours(24)),
        List.of("vendor", "buyer", "gtin"),
        Map.of(),
        locations,
        transitDays,
        earlyAllowed,
        new WorkingTime(days, LocalTime.of(17, 0), ZoneId.of("UTC")));
  }

  @Override
  public boolean exported(String partnerId) {
    return exported;
  }
}
