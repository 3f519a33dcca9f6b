package io.quayside.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the inventory needs to know of supplier orders on their way, and has to tell about them. */
public interface Replenishment {

  /** Goods that came in, in the stock unit. */
  record Arrived(String sku, BigDecimal quantity) {}

  /**
   * The first day by which supplier orders on their way bring this many stock units of an item;
   * empty when they do not, or nobody promised a day.
   */
  Optional<LocalDate> expected(String sku, BigDecimal quantity, boolean test);

  /**
   * Marks goods as received of a supplier order and sends {@code supplier.status}; a number that is
   * not ours is left alone.
   */
  void arrived(String number, boolean test, List<Arrived> goods);
}
