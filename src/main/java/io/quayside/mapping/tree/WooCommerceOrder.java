package io.quayside.mapping.tree;

import static io.quayside.mapping.tree.ShopMoney.number;
import static io.quayside.mapping.tree.ShopMoney.orZero;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * The money of a WooCommerce order. A line's {@code price} is what is left after coupons; what it
 * was before them says {@code subtotal}, of all its units and without tax. A tax is split into that
 * of the goods and that of the shipping.
 *
 * <pre>{@code
 * {"quantity": 3, "subtotal": "30.00", "total": "27.00", "price": 9}
 * net-price 10.00, net-discount 3.00
 * }</pre>
 */
final class WooCommerceOrder {
  private static final String SUBTOTAL = "subtotal";
  private static final String TOTAL = "total";

  private WooCommerceOrder() {}

  static void complete(TreeElement order) {
    String coupons =
        order.children("coupon_lines").stream()
            .map(coupon -> coupon.text("code"))
            .filter(code -> !code.isEmpty())
            .collect(Collectors.joining(", "));
    boolean onLines = false;
    for (TreeElement line : order.children("line_items")) {
      onLines |= line(line, coupons);
    }
    if (onLines) {
      ShopMoney.rename(order, "coupon_lines", "coupon_lines_of_items");
    }
    order.children("tax_lines").forEach(WooCommerceOrder::tax);
    order.children().replaceAll(WooCommerceOrder::fee);
  }

  /** True where it says what was taken off; a price that somebody raised is just the price. */
  private static boolean line(TreeElement line, String coupons) {
    BigDecimal quantity = number(line, "quantity");
    BigDecimal before = number(line, SUBTOTAL);
    BigDecimal after = number(line, TOTAL);
    if (quantity == null || quantity.signum() <= 0 || before == null || after == null) {
      return false;
    }
    ShopMoney.price(line, before.max(after), quantity, SUBTOTAL);
    ShopMoney.discount(line, before.subtract(after), coupons, TOTAL);
    return true;
  }

  private static void tax(TreeElement tax) {
    BigDecimal goods = number(tax, "tax_total");
    if (goods != null) {
      BigDecimal shipping = orZero(number(tax, "shipping_tax_total"));
      ShopMoney.set(tax, "whole-tax", goods.add(shipping), "tax_total");
    }
  }

  /** A fee below zero is a discount. */
  private static TreeElement fee(TreeElement child) {
    BigDecimal total = child.name().equals("fee_lines") ? number(child, TOTAL) : null;
    if (total == null || total.signum() >= 0) {
      return child;
    }
    TreeElement discount = child.as("fee_discounts");
    ShopMoney.discount(discount, total.negate(), "", TOTAL);
    return discount;
  }
}
