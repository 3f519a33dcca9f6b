package io.quayside.fulfilment.inventory;

import io.quayside.order.Catalogue;
import io.quayside.order.Terms;
import io.quayside.order.canonical.ItemId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the item that an order's numbers mean; never guesses. */
@Component
class ItemCatalogue implements Catalogue {

  private static final int CANDIDATES = 50;
  private static final int SUGGESTIONS = 5;

  private final ItemRows items;

  ItemCatalogue(ItemRows items) {
    this.items = items;
  }

  @Override
  public Optional<Item> find(List<ItemId> ids, Terms.Agreed terms) {
    for (String scheme : terms.match()) {
      Map<String, StoredItem> found = new LinkedHashMap<>();
      ids.stream()
          .filter(id -> scheme.equals(id.scheme()) && id.value() != null)
          .flatMap(id -> lookUp(id, terms))
          .forEach(item -> found.put(item.sku(), item));
      if (!found.isEmpty()) {
        return found.size() == 1
            ? Optional.of(found.values().iterator().next().item())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Item> bySku(String sku) {
    return sku == null ? Optional.empty() : items.find(sku).map(StoredItem::item);
  }

  @Override
  public List<Suggestion> suggest(List<ItemId> ids, String description) {
    List<String> words = new ArrayList<>();
    ids.stream().map(ItemId::value).filter(Objects::nonNull).forEach(words::add);
    if (description != null) {
      Stream.of(description.split("[^\\p{L}\\p{N}]+"))
          .filter(word -> word.length() >= 3)
          .forEach(words::add);
    }
    Map<String, StoredItem> candidates = new LinkedHashMap<>();
    words.stream()
        .flatMap(word -> Stream.of(word, word.substring(0, Math.min(3, word.length()))))
        .filter(word -> word.length() >= 2)
        .distinct()
        .forEach(
            word -> items.search(word, CANDIDATES, 0).forEach(i -> candidates.put(i.sku(), i)));
    return candidates.values().stream()
        .filter(item -> likeness(item, words) > 0 || begins(item.sku(), ids))
        .sorted(
            Comparator.comparingLong((StoredItem item) -> -likeness(item, words))
                .thenComparing(StoredItem::sku))
        .limit(SUGGESTIONS)
        .map(item -> new Suggestion(item.sku(), item.item().description()))
        .toList();
  }

  /** An item of ours has the number, or the partner's file says which one it means. */
  private Stream<StoredItem> lookUp(ItemId id, Terms.Agreed terms) {
    List<StoredItem> own =
        switch (id.scheme()) {
          case "vendor" -> items.find(id.value().trim()).stream().toList();
          case "gtin" -> Gtins.normal(id.value()).map(items::byGtin).orElseGet(List::of);
          default -> List.of();
        };
    return own.isEmpty()
        ? Optional.ofNullable(terms.crossReference().get(id.value().trim()))
            .flatMap(items::find)
            .stream()
        : own.stream();
  }

  /** A number that is ours but for its end: at least half of it is the same. W-0O1 and W-001 */
  private static boolean begins(String sku, List<ItemId> ids) {
    return ids.stream()
        .map(ItemId::value)
        .filter(Objects::nonNull)
        .anyMatch(value -> common(sku, value) * 2 >= Math.max(sku.length(), value.length()));
  }

  private static int common(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length())
        && Character.toUpperCase(a.charAt(n)) == Character.toUpperCase(b.charAt(n))) {
      n++;
    }
    return n;
  }

  /** How many of the words stand in the item's number or description; its number counts thrice. */
  private static long likeness(StoredItem item, List<String> words) {
    String sku = item.sku().toLowerCase(Locale.ROOT);
    String text = String.valueOf(item.item().description()).toLowerCase(Locale.ROOT);
    long likeness = 0;
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      likeness += sku.contains(lower) || lower.contains(sku) ? 3 : 0;
      likeness += text.contains(lower) ? 1 : 0;
    }
    return likeness;
  }
}
