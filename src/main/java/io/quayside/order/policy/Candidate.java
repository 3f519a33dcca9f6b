package io.quayside.order.policy;

import io.quayside.order.Catalogue.Item;
import io.quayside.order.Catalogue.Suggestion;
import io.quayside.order.Terms.Agreed;
import io.quayside.order.canonical.PurchaseOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An order as the policies see it: with what was agreed, our items and today's date. */
public record Candidate(
    PurchaseOrder order, Agreed terms, List<CandidateLine> lines, LocalDate today) {

  /**
   * A line that is not decided yet.
   *
   * @param key names the line: its number, made unique
   * @param repeated the order has this line number more than once
   * @param priceDecided a person has set the price already
   */
  public record CandidateLine(
      String key,
      io.quayside.order.canonical.Line line,
      Optional<Item> item,
      List<Suggestion> suggestions,
      boolean repeated,
      boolean priceDecided) {}
}
