package io.quayside.fulfilment.inventory;

import static io.quayside.work.Columns.text;

import io.quayside.fulfilment.Replenishment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When what is short can be had. */
@Component
class Availability {

  private final Replenishment replenishment;
  private final Clock clock;

  Availability(Replenishment replenishment, Clock clock) {
    this.replenishment = replenishment;
    this.clock = clock;
  }

  /**
   * The ISO date by which the quantity (in the stock unit) can be had: from supplier orders on
   * their way, else by the item's lead time; null when neither says.
   */
  String of(StoredItem item, BigDecimal quantity, boolean test) {
    LocalDate today = LocalDate.now(clock);
    Integer leadTime = item.item().leadTimeDays();
    LocalDate date =
        replenishment
            .expected(item.sku(), quantity, test)
            .map(day -> day.isBefore(today) ? today : day)
            .orElse(leadTime == null ? null : today.plusDays(leadTime));
    return text(date);
  }
}
