package io.quayside.order.process;

import io.quayside.order.process.OrderState.HoldState;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a person decided of lines that a change leaves as they were: it stands for the order that
 * takes the old one's place, and nobody is asked again.
 */
@Component
class CarriedDecisions {

  private final OrderStore store;
  private final Holds holds;

  CarriedDecisions(OrderStore store, Holds holds) {
    this.store = store;
    this.holds = holds;
  }

  void over(OrderState order, String replaced) {
    OrderState before = store.read(replaced).orElseThrow();
    for (LineState line : order.lines.values()) {
      LineState was = before.lines.get(line.key);
      if (was == null || !was.source.equals(line.source)) {
        continue;
      }
      List<HoldState> waived =
          before.holds.stream()
              .filter(hold -> hold.waived() && hold.line().equals(line.key))
              .toList();
      waived.forEach(hold -> holds.carry(order, hold));
      line.sku = was.sku;
      if (before.waived("price-mismatch", line.key)) {
        line.price = was.price;
        line.priceChanged = was.priceChanged;
        line.priceFactor = was.priceFactor;
      }
    }
    store.save(order);
  }
}
