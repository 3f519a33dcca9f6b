package io.quayside.mapping.tree;

import static io.quayside.mapping.tree.ShopMoney.number;

import io.quayside.mapping.AttributeName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Shopify order that the shop has edited: {@code quantity} stays what it first was, {@code
 * current_quantity} is what is ordered now. A line that was taken out is no line of the order; of
 * one that was cut, tax and discount are in proportion.
 *
 * <pre>{@code
 * {"quantity": 4, "current_quantity": 1, "tax_lines": [{"price": "2.00"}]}   is 1, with 0.50
 * }</pre>
 */
final class ShopifyEdits {
  private static final String QUANTITY = "quantity";
  private static final String TAX_LINES = "tax_lines";
  private static final String PRICE = "price";

  private ShopifyEdits() {}

  static void apply(TreeElement order) {
    boolean edited = false;
    for (TreeElement line : order.children("line_items")) {
      BigDecimal first = number(line, QUANTITY);
      BigDecimal now = number(line, "current_quantity");
      if (first != null && now != null && first.signum() > 0 && first.compareTo(now) != 0) {
        edited = true;
        cut(line, now, now.divide(first, MathContext.DECIMAL64), order.text("currency"));
      }
    }
    if (edited) {
      order
          .children()
          .replaceAll(child -> isTakenOut(child) ? child.as("removed_line_items") : child);
      taxes(order);
    }
  }

  private static boolean isTakenOut(TreeElement child) {
    BigDecimal quantity =
        child.name().equals("line_items") ? number(child, QUANTITY) : BigDecimal.ONE;
    return quantity != null && quantity.signum() == 0;
  }

  private static void cut(TreeElement line, BigDecimal now, BigDecimal share, String currency) {
    ShopMoney.set(line, QUANTITY, now, "current_quantity");
    share(line, "total_discount", share, currency);
    line.children(TAX_LINES).forEach(tax -> share(tax, PRICE, share, currency));
    line.children("discount_allocations").forEach(one -> share(one, "amount", share, currency));
  }

  private static void share(TreeElement of, String member, BigDecimal share, String currency) {
    BigDecimal whole = number(of, member);
    if (whole != null) {
      ShopMoney.set(of, member, ShopMoney.rounded(whole.multiply(share), currency), member);
    }
  }

  /**
   * The order's own taxes are those of the first order: what is left of them is added up. The sum
   * of its goods has nothing to be compared with.
   */
  private static void taxes(TreeElement order) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    Stream.of("line_items", "shipping_lines")
        .flatMap(name -> order.children(name).stream())
        .flatMap(sold -> sold.children(TAX_LINES).stream())
        .forEach(
            tax ->
                sums.merge(
                    tax.text("title"), ShopMoney.orZero(number(tax, PRICE)), BigDecimal::add));
    for (TreeElement tax : order.children(TAX_LINES)) {
      BigDecimal left = sums.getOrDefault(tax.text("title"), BigDecimal.ZERO);
      ShopMoney.set(tax, PRICE, left, PRICE);
    }
    order.set("total_line_items_price", "", order.place(AttributeName.of(PRICE)));
    if (order.has("current_total_price")) {
      String total = order.text("current_total_price");
      order.set("total_price", total, order.place(AttributeName.of("current_total_price")));
      order.set(
          "total_tax",
          order.text("current_total_tax"),
          order.place(AttributeName.of("current_total_tax")));
    }
  }
}
