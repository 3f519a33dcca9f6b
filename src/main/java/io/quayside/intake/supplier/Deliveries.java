package io.quayside.intake.supplier;

import io.quayside.intake.supplier.SupplierDocument.Delivery;
import io.quayside.intake.supplier.SupplierDocument.Part;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The days of a line's parts where they stand apart from them: the first delivery belongs to the
 * first part, as far as it reaches.
 *
 * <pre>
 * QTY+113:60' QTY+83:40' SCC+1' QTY+11:60' DTM+67:20261124:102' SCC+1' QTY+11:40' DTM+67:20261208:102'
 * </pre>
 */
final class Deliveries {
  private final Deque<Delivery> open;

  Deliveries(List<Delivery> all) {
    open = new ArrayDeque<>(all.stream().filter(one -> one.quantity() != null).toList());
  }

  /** A part by its days; the part itself where no delivery speaks of it. */
  List<Part> of(Part part, String quantity) {
    if (quantity == null || open.isEmpty()) {
      return List.of(with(part, quantity, part.days()));
    }
    List<Part> days = new ArrayList<>();
    BigDecimal left = new BigDecimal(quantity);
    while (left.signum() > 0 && !open.isEmpty()) {
      Delivery next = open.removeFirst();
      BigDecimal its = new BigDecimal(next.quantity());
      BigDecimal now = its.min(left);
      days.add(with(part, now.toPlainString(), next.days()));
      left = left.subtract(now);
      if (its.compareTo(now) > 0) {
        open.addFirst(new Delivery(its.subtract(now).toPlainString(), next.unit(), next.days()));
      }
    }
    if (left.signum() > 0) {
      days.add(with(part, left.toPlainString(), part.days()));
    }
    return days;
  }

  private static Part with(Part part, String quantity, List<SupplierDocument.Day> days) {
    return new Part(part.status(), part.rest(), part.code(), quantity, part.unit(), days);
  }
}
