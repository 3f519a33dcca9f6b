package io.quayside.mapping.tree;

import static io.quayside.mapping.tree.ShopMoney.number;
import static io.quayside.mapping.tree.ShopMoney.orZero;
import static io.quayside.mapping.tree.ShopMoney.rounded;

import io.quayside.mapping.AttributeName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Shopify order leaves to be worked out: who is asked where nobody has an account, and its
 * money. Its {@code price} is before discounts; a discount stands in full in {@code discount_codes}
 * and once more, by line and shipping, in {@code discount_allocations}. With {@code taxes_included}
 * prices and discounts contain the tax of their {@code tax_lines}.
 *
 * <pre>{@code
 * {"taxes_included": true, "line_items": [{"price": "120.00", "quantity": 1, "tax_lines": [{"price": "20.00"}]}]}
 * net-price 100.00
 * }</pre>
 */
final class ShopifyOrder {
  private static final String PRICE = "price";
  private static final String TAX_LINES = "tax_lines";
  private static final String ALLOCATIONS = "discount_allocations";
  private static final String CODES = "discount_codes";

  private final TreeElement order;
  private final String currency;
  private final boolean taxesIncluded;

  private ShopifyOrder(TreeElement order) {
    this.order = order;
    this.currency = order.text("currency");
    this.taxesIncluded = order.text("taxes_included").equals("true");
  }

  /** One thing that is sold, of a line or a shipping, in amounts of the shop. */
  private record Sold(
      TreeElement element, BigDecimal quantity, BigDecimal gross, BigDecimal discount) {

    private BigDecimal left() {
      return gross.subtract(discount);
    }
  }

  static void complete(TreeElement order) {
    ShopifyEdits.apply(order);
    new ShopifyOrder(order).complete();
  }

  private void complete() {
    String email = order.has("email") ? "email" : "contact_email";
    if (order.child("customer").isEmpty() && order.has(email)) {
      order.set("guest", order.text(email), order.place(AttributeName.of(email)));
    }
    List<Sold> lines = sold("line_items");
    List<Sold> shippings = sold("shipping_lines");
    boolean allocated =
        Stream.concat(lines.stream(), shippings.stream())
            .anyMatch(one -> one.discount().signum() != 0);
    if (!allocated && taxesIncluded) {
      lines = spread(lines, codes(false));
      shippings = spread(shippings, codes(true));
    }
    if (allocated || taxesIncluded) {
      ShopMoney.rename(order, CODES, "allocated_discount_codes");
    }
    lines.forEach(this::net);
    shippings.forEach(this::net);
    BigDecimal total = number(order, "total_price");
    BigDecimal tax = number(order, "total_tax");
    if (taxesIncluded && total != null && tax != null) {
      ShopMoney.set(order, "net-total", total.subtract(tax), "total_price");
    }
  }

  private List<Sold> sold(String name) {
    List<Sold> sold = new ArrayList<>();
    for (TreeElement element : order.children(name)) {
      BigDecimal price = number(element, PRICE);
      BigDecimal quantity = element.has("quantity") ? number(element, "quantity") : BigDecimal.ONE;
      if (price != null && quantity != null && quantity.signum() > 0) {
        sold.add(new Sold(element, quantity, price.multiply(quantity), discount(element)));
      }
    }
    return sold;
  }

  /** As it was allocated; older orders say it in one member. */
  private static BigDecimal discount(TreeElement element) {
    List<TreeElement> allocations = element.children(ALLOCATIONS);
    if (!allocations.isEmpty()) {
      return sum(allocations, "amount");
    }
    BigDecimal discounted = number(element, "discounted_price");
    return discounted == null
        ? orZero(number(element, "total_discount"))
        : orZero(number(element, PRICE)).subtract(discounted);
  }

  /** What the codes take off goods, or off shipping. */
  private BigDecimal codes(boolean shipping) {
    return sum(
        order.children(CODES).stream()
            .filter(code -> code.text("type").equals("shipping") == shipping)
            .toList(),
        "amount");
  }

  /** A discount by the worth of what it is taken from; the last one has the rest. */
  private List<Sold> spread(List<Sold> sold, BigDecimal discount) {
    BigDecimal gross = sold.stream().map(Sold::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (discount.signum() == 0 || gross.signum() == 0) {
      return sold;
    }
    List<Sold> spread = new ArrayList<>();
    BigDecimal rest = discount;
    BigDecimal restGross = gross;
    for (Sold one : sold) {
      BigDecimal part =
          restGross.signum() == 0
              ? BigDecimal.ZERO
              : rounded(
                  rest.multiply(one.gross()).divide(restGross, MathContext.DECIMAL64), currency);
      rest = rest.subtract(part);
      restGross = restGross.subtract(one.gross());
      spread.add(new Sold(one.element(), one.quantity(), one.gross(), part));
    }
    return spread;
  }

  private void net(Sold sold) {
    BigDecimal before = sold.gross();
    BigDecimal discount = sold.discount();
    if (taxesIncluded) {
      BigDecimal net = sold.left().subtract(sum(sold.element().children(TAX_LINES), PRICE));
      before = withoutTax(sold, net);
      discount = before.subtract(net);
      ShopMoney.price(sold.element(), before, sold.quantity(), PRICE);
    }
    ShopMoney.discount(sold.element(), discount, names(sold.element()), PRICE);
  }

  /** The gross amount in the proportion of net to gross; of what is free, by the rates. */
  private BigDecimal withoutTax(Sold sold, BigDecimal net) {
    if (sold.left().signum() == 0) {
      BigDecimal rates = sum(sold.element().children(TAX_LINES), "rate").add(BigDecimal.ONE);
      return rounded(sold.gross().divide(rates, MathContext.DECIMAL64), currency);
    }
    return rounded(sold.gross().multiply(net).divide(sold.left(), MathContext.DECIMAL64), currency);
  }

  /** The codes or titles of the discounts, as far as the order names them. */
  private String names(TreeElement element) {
    List<TreeElement> applications = order.children("discount_applications");
    Set<String> names = new LinkedHashSet<>();
    for (TreeElement allocation : element.children(ALLOCATIONS)) {
      BigDecimal index = number(allocation, "discount_application_index");
      if (index != null && index.signum() >= 0 && index.intValue() < applications.size()) {
        TreeElement application = applications.get(index.intValue());
        Stream.of("code", "title", "description")
            .map(application::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .ifPresent(names::add);
      }
    }
    return String.join(", ", names);
  }

  private static BigDecimal sum(List<TreeElement> elements, String member) {
    return elements.stream()
        .map(one -> orZero(number(one, member)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
