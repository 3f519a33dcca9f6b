package io.quayside.order.process;

import io.quayside.order.canonical.PurchaseOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Canonical orders that were read lately: an order takes some twenty steps, and parsing a long one
 * costs more than the step. An order whose text has changed is read anew.
 */
@Component
final class ReadOrders {

  /** Characters of all texts together; what was read takes about three times as many bytes. */
  private static final int KEPT = 8_000_000;

  private record Read(String text, PurchaseOrder order) {}

  private final Json json;
  private final Map<String, Read> orders = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  ReadOrders(Json json) {
    this.json = json;
  }

  /** What the text says; the same object for the same text, as long as it is kept. */
  PurchaseOrder order(String id, String text) {
    synchronized (orders) {
      Read known = orders.get(id);
      if (known != null && known.text().equals(text)) {
        return known.order();
      }
    }
    PurchaseOrder order = json.read(text, PurchaseOrder.class);
    if (text.length() <= KEPT) {
      keep(id, new Read(text, order));
    }
    return order;
  }

  private void keep(String id, Read read) {
    synchronized (orders) {
      Read before = orders.put(id, read);
      characters += read.text().length() - (before == null ? 0 : before.text().length());
      var eldest = orders.values().iterator();
      while (characters > KEPT) {
        characters -= eldest.next().text().length();
        eldest.remove();
      }
    }
  }
}
