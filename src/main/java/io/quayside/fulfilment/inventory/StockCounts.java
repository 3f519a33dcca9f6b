package io.quayside.fulfilment.inventory;

import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.ShortReason;
import io.quayside.order.message.GoodsShipped;
import io.quayside.work.Problems;
import io.quayside.work.Problems.NewProblem;
import org.springframework.stereotype.Component;

/** Places where a packer did not find what the stock figure says: somebody has to count. */
@Component
class StockCounts {

  private static final String KIND = "stock-count";

  private final Problems problems;

  StockCounts(Problems problems) {
    this.problems = problems;
  }

  /** Asks for a count where a packed line was short because its goods were not found. */
  void askFor(ShippingDesk.Waiting pick, GoodsShipped.Packed packed, String location) {
    if (packed.shortQuantity() == null
        || ShortReason.of(packed.shortReason()) != ShortReason.NOT_FOUND) {
      return;
    }
    problems.raise(
        new NewProblem(
            key(packed.sku(), location, pick.test()),
            KIND,
            pick.orderId(),
            null,
            null,
            pick.partner(),
            pick.test(),
            "Count %s at %s".formatted(packed.sku(), location),
            "PO %s, line %s: %s %s of %s were not found at %s; its stock figure was lowered by them."
                .formatted(
                    pick.poNumber(),
                    packed.lineNumber(),
                    packed.shortQuantity(),
                    packed.unit(),
                    packed.sku(),
                    location),
            "Count it and set onHand; that closes this.",
            null,
            null));
  }

  /** Somebody has said how much there is. */
  void counted(String sku, String location, boolean test, String by) {
    problems.resolve(key(sku, location, test), by, "counted");
  }

  private static String key(String sku, String location, boolean test) {
    return "stock/%s%s/%s/%s".formatted(test ? "test/" : "", sku, location, KIND);
  }
}
