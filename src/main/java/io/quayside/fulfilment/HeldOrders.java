package io.quayside.fulfilment;

import io.quayside.order.Orders;
import io.quayside.partner.PartnerSaved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets held orders go on by themselves when what they wait for is mended. */
@Component
class HeldOrders {

  private final Orders orders;

  HeldOrders(Orders orders) {
    this.orders = orders;
  }

  @EventListener
  void on(PartnerSaved saved) {
    orders.reconsider(saved.id());
  }

  @EventListener
  void on(ItemsChanged changed) {
    orders.reconsider(null);
  }
}
