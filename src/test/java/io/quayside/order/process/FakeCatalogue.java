package io.quayside.order.process;

import io.quayside.order.Catalogue;
import io.quayside.order.Terms;
import io.quayside.order.canonical.ItemId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Items by SKU; the customer's number {@code A1} is {@code W-001}, {@code A3} is {@code W-003}. */
final class FakeCatalogue implements Catalogue {

  final Map<String, Item> items = new HashMap<>();
  final Map<String, String> buyersNumbers = new HashMap<>(Map.of("A1", "W-001", "A3", "W-003"));

  /** The stock unit of what is added next. */
  String unit = "EA";

  FakeCatalogue() {
    add("W-001", "12.50", null, "stock");
    add("W-003", "4.25", null, "stock");
    add("S-001", "20.00", "globex", "stock");
    add("D-001", "99.00", "globex", "drop-ship");
  }

  void add(String sku, String price, String supplier, String supply) {
    items.put(
        sku,
        new Item(
            sku,
            "Item " + sku,
            unit,
            price == null ? null : new BigDecimal(price),
            BigDecimal.ONE,
            "USD",
            null,
            null,
            "CA",
            new BigDecimal(12),
            supplier,
            supply,
            15,
            null));
  }

  @Override
  public Optional<Item> find(List<ItemId> ids, Terms.Agreed terms) {
    return ids.stream()
        .map(id -> items.get(buyersNumbers.getOrDefault(id.value(), id.value())))
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public Optional<Item> bySku(String sku) {
    return Optional.ofNullable(items.get(sku));
  }

  @Override
  public List<Suggestion> suggest(List<ItemId> ids, String description) {
    return List.of(new Suggestion("W-001", "Item W-001"));
  }
}
