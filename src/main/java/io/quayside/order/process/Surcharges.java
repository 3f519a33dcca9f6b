package io.quayside.order.process;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Tax;
import io.quayside.order.policy.Pricing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order asks for beside its goods: allowances, charges and taxes, of the whole and of each
 * line.
 *
 * <pre>PO1*10*10*EA*10**VN*W~ SAC*A*C310****3*5~ TXI*ST**8.25~</pre>
 */
final class Surcharges {

  private final OrderState order;
  private final int scale;

  Surcharges(OrderState order, String currency) {
    this.order = order;
    this.scale = Pricing.decimals(currency);
  }

  /** Amounts in the currency, in the order's own order. */
  record Due(List<AllowanceOrCharge> extras, List<Tax> taxes) {}

  /**
   * The goods that something counts for: how many, what they come to, and which part of what was
   * ordered they are. Goods without worth have no parts: the first of them take all.
   */
  private record Base(
      BigDecimal quantity, BigDecimal amount, BigDecimal exact, BigDecimal ordered) {

    BigDecimal part(BigDecimal whole, int scale) {
      if (ordered.signum() == 0) {
        return quantity.signum() > 0 ? whole : BigDecimal.ZERO;
      }
      return whole.multiply(exact.min(ordered)).divide(ordered, scale, RoundingMode.HALF_UP);
    }
  }

  /** What falls due beside the goods kept. */
  Due of(Kept kept) {
    Kept whole = ordered();
    List<AllowanceOrCharge> ofLines = new ArrayList<>();
    List<TaxesDue.Line> taxed = new ArrayList<>();
    for (LineState line : order.lines.values()) {
      Base base = base(List.of(line), kept);
      List<AllowanceOrCharge> extras =
          extras(line.source.allowancesAndCharges(), base).stream()
              .map(extra -> extra.withDescription(named(line.key, extra.description())))
              .toList();
      ofLines.addAll(extras);
      taxed.add(
          new TaxesDue.Line(
              line.source.taxes(),
              base.amount().add(sum(extras)),
              net(line, whole),
              amount -> base.part(amount, scale)));
    }
    Base all = base(order.lines.values(), kept);
    List<AllowanceOrCharge> extras =
        new ArrayList<>(extras(order.order().allowancesAndCharges(), all));
    TaxesDue.Line header =
        new TaxesDue.Line(
            order.order().taxes(),
            sum(extras),
            sum(extras(order.order().allowancesAndCharges(), base(order.lines.values(), whole))),
            amount -> all.part(amount, scale));
    extras.addAll(ofLines);
    return new Due(extras, new TaxesDue(header, taxed, scale).due());
  }

  /** All goods, as if they were kept. */
  private Kept ordered() {
    Map<String, Kept.Part> parts = new HashMap<>();
    for (LineState line : order.lines.values()) {
      BigDecimal quantity =
          line.schedules.stream()
              .map(schedule -> schedule.ledger.firstOrdered())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal amount = rounded(Pricing.exact(quantity, line.price, line.priceFactor));
      parts.put(line.key, new Kept.Part(quantity, amount));
    }
    return new Kept(parts);
  }

  private BigDecimal net(LineState line, Kept kept) {
    Base base = base(List.of(line), kept);
    return base.amount().add(sum(extras(line.source.allowancesAndCharges(), base)));
  }

  private List<AllowanceOrCharge> extras(List<AllowanceOrCharge> told, Base base) {
    return told.stream()
        .filter(AllowanceOrCharge::onInvoice)
        .map(extra -> extra.withAmount(rounded(amount(extra, base)).toPlainString()))
        .toList();
  }

  /** A rate without its own quantity is for each unit ordered. SAC*C*D240******0.25~ */
  private BigDecimal amount(AllowanceOrCharge extra, Base base) {
    if (extra.amount() != null) {
      return base.part(new BigDecimal(extra.amount()), scale);
    }
    if (extra.percent() != null) {
      BigDecimal percent = new BigDecimal(extra.percent()).movePointLeft(2);
      return rounded(base.amount().multiply(percent));
    }
    if (extra.rate() == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal rate = new BigDecimal(extra.rate());
    if (extra.quantity() != null) {
      return base.part(rate.multiply(new BigDecimal(extra.quantity())), scale);
    }
    return rounded(rate.multiply(base.quantity()));
  }

  private Base base(Collection<LineState> lines, Kept kept) {
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal amount = BigDecimal.ZERO;
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal ordered = BigDecimal.ZERO;
    for (LineState line : lines) {
      Kept.Part part = kept.of(line);
      quantity = quantity.add(part.quantity());
      amount = amount.add(part.amount());
      exact = exact.add(Pricing.exact(part.quantity(), line.price, line.priceFactor));
      for (ScheduleState schedule : line.schedules) {
        ordered =
            ordered.add(
                Pricing.exact(schedule.ledger.firstOrdered(), line.price, line.priceFactor));
      }
    }
    return new Base(quantity, amount, exact, ordered);
  }

  private BigDecimal rounded(BigDecimal exact) {
    return exact.setScale(scale, RoundingMode.HALF_UP);
  }

  static BigDecimal sum(List<AllowanceOrCharge> extras) {
    return extras.stream()
        .map(
            extra ->
                extra.takenOff()
                    ? new BigDecimal(extra.amount()).negate()
                    : new BigDecimal(extra.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String named(String lineNumber, String description) {
    String line = "Line " + lineNumber;
    return description == null ? line : line + ": " + description;
  }
}
