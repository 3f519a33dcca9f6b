package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The goods of a BigCommerce order: where they go to several addresses, each product gets its own,
 * and amounts of nothing are left out.
 *
 * <pre>{@code
 * {"products": [{"order_address_id": 7}], "shipping_addresses": [{"id": 6}, {"id": 7}]}
 * }</pre>
 */
final class BigCommerceOrder {

  private BigCommerceOrder() {}

  static void complete(TreeElement order) {
    List<TreeElement> addresses =
        order.children("shipping_addresses").stream().filter(one -> one.has("id")).toList();
    if (addresses.size() > 1) {
      for (TreeElement product : order.children("products")) {
        addresses.stream()
            .filter(one -> one.text("id").equals(product.text("order_address_id")))
            .findFirst()
            .ifPresent(address -> product.add(address.as("ship_to")));
      }
    }
    Stream.of(
            "discount_amount",
            "coupon_discount",
            "shipping_cost_ex_tax",
            "handling_cost_ex_tax",
            "wrapping_cost_ex_tax")
        .forEach(member -> leaveOutNothing(order, member));
  }

  private static void leaveOutNothing(TreeElement order, String member) {
    BigDecimal amount = ShopMoney.number(order, member);
    if (amount != null && amount.signum() == 0) {
      order.set(member, "", order.place(AttributeName.of(member)));
    }
  }
}
