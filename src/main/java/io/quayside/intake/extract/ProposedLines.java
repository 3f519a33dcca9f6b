package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that a second reader proposed: each must stand on rows of its own, its item or words
 * and its quantity together, in the order of the paper.
 */
final class ProposedLines {

  private static final int MOST = 500;
  private static final List<String> FIELDS =
      List.of("item", "description", "quantity", "unit", "price", "amount");

  private final Standing standing;
  private final Habits habits;
  private final Vocabulary words;
  private final Knowledge knowledge;
  private final OrderWriter out;

  /** A line's texts as given, where they stand, and the row after it. */
  private record Placed(Map<String, String> given, Map<String, List<Word>> where, int next) {}

  ProposedLines(
      Standing standing, Habits habits, Vocabulary words, Knowledge knowledge, OrderWriter out) {
    this.standing = standing;
    this.habits = habits;
    this.words = words;
    this.knowledge = knowledge;
    this.out = out;
  }

  /** How many lines do not stand on the paper as it says. */
  int weigh(JsonNode proposed) {
    List<Placed> placed = new ArrayList<>();
    int next = 0;
    int size = proposed.isArray() ? Math.min(proposed.size(), MOST) : 0;
    for (int i = 0; i < size; i++) {
      Optional<Placed> line = place(proposed.get(i), next);
      if (line.isPresent()) {
        placed.add(line.get());
        next = line.get().next();
      }
    }
    if (!out.order.path("lines").isEmpty()) {
      compare(placed);
    } else if (!placed.isEmpty()) {
      out.settled("lines");
      for (int i = 0; i < placed.size(); i++) {
        write("/lines/" + i, i, placed.get(i));
      }
    }
    return size - placed.size();
  }

  private Optional<Placed> place(JsonNode line, int first) {
    Map<String, String> given = new LinkedHashMap<>();
    FIELDS.forEach(name -> Proposals.text(line, name).ifPresent(one -> given.put(name, one)));
    String anchor = given.getOrDefault("item", given.get("description"));
    if (anchor == null || !given.containsKey("quantity")) {
      return Optional.empty();
    }
    for (int row = first; row < standing.rows(); row++) {
      Optional<List<Word>> start = standing.in(row, anchor);
      if (start.isPresent()) {
        Optional<Placed> placed = around(given, anchor, start.get(), first, row);
        if (placed.isPresent()) {
          return placed;
        }
      }
    }
    return Optional.empty();
  }

  /** The other values on the row of the first, else on one beside it. */
  private Optional<Placed> around(
      Map<String, String> given, String anchor, List<Word> start, int first, int row) {
    Standing mine = standing.copy();
    Map<String, List<Word>> where = new LinkedHashMap<>();
    mine.take(start);
    for (Map.Entry<String, String> one : given.entrySet()) {
      if (one.getValue().equals(anchor) && !where.containsValue(start)) {
        where.put(one.getKey(), start);
        continue;
      }
      Optional<List<Word>> place =
          mine.in(row, one.getValue())
              .or(() -> mine.within(one.getValue(), Math.max(first, row - 1), row + 2));
      place.ifPresent(
          found -> {
            where.put(one.getKey(), found);
            mine.take(found);
          });
    }
    if (!where.containsKey("quantity")) {
      return Optional.empty();
    }
    where.values().forEach(standing::take);
    return Optional.of(new Placed(given, where, row));
  }

  private void write(String at, int index, Placed line) {
    out.fixed(at + "/lineNumber", String.valueOf(index + 1));
    text(line, "item")
        .ifPresent(
            item -> {
              out.fixed(at + "/ids/0/scheme", "vendor");
              Confidence sure = Confidence.none().and("format fits", 0.65);
              Optional<Boolean> known = knowledge.item(List.of(item));
              sure =
                  known.isEmpty()
                      ? sure
                      : known.get()
                          ? sure.and("an item of ours", 0.8)
                          : sure.but("no item of ours has this number", 0.5);
              put(at + "/ids/0/value", item, line, "item", sure);
            });
    text(line, "description")
        .ifPresent(
            one ->
                put(
                    at + "/description",
                    one,
                    line,
                    "description",
                    Confidence.none().and("words", 0.7)));
    text(line, "unit")
        .flatMap(words::unit)
        .ifPresent(
            one -> put(at + "/unit", one, line, "unit", Confidence.none().and("known unit", 0.7)));
    Optional<BigDecimal> quantity = number(line, "quantity");
    Optional<BigDecimal> price = number(line, "price");
    Optional<BigDecimal> amount = number(line, "amount");
    boolean whole = quantity.isPresent() && price.isPresent() && amount.isPresent();
    boolean addsUp =
        whole
            && Extractor.cents(quantity.get().multiply(price.get()))
                    .compareTo(Extractor.cents(amount.get()))
                == 0;
    Confidence plain = Confidence.none().and("format fits", 0.5);
    Confidence sure =
        addsUp
            ? plain.and(OrderLines.ADDS_UP, 0.9)
            : whole ? plain.but("quantity x price is not the amount", 0.5) : plain;
    quantity.ifPresent(one -> put(at + "/quantity", one.toPlainString(), line, "quantity", sure));
    price.ifPresent(one -> put(at + "/price/amount", one.toPlainString(), line, "price", sure));
  }

  private void put(String pointer, String value, Placed line, String name, Confidence sure) {
    out.put(pointer, value, line.where().get(name), Proposals.proposed(sure));
  }

  /** What stands on the paper of it, as it stands there. */
  private static Optional<String> text(Placed line, String name) {
    return Optional.ofNullable(line.where().get(name)).map(found -> line.given().get(name));
  }

  private Optional<BigDecimal> number(Placed line, String name) {
    return text(line, name)
        .flatMap(one -> Measure.price(one).map(Measure::number))
        .flatMap(one -> habits.canonical("number", one, words))
        .map(BigDecimal::new);
  }

  /** Ours stay; another number of lines, quantity or price is odd. */
  private void compare(List<Placed> placed) {
    int ours = out.order.path("lines").size();
    if (placed.size() != ours) {
      if (!placed.isEmpty()) {
        for (int i = 0; i < ours; i++) {
          out.doubt("/lines/" + i + "/quantity", "the second reader sees another number of lines");
        }
        out.finding(
            "/lines",
            String.valueOf(placed.size()),
            List.of(),
            "the second reader sees this many lines, not %d".formatted(ours),
            "Look whether a line is missing");
      }
      return;
    }
    for (int i = 0; i < ours; i++) {
      Placed line = placed.get(i);
      for (String name : List.of("quantity", "price")) {
        String pointer = "/lines/" + i + (name.equals("price") ? "/price/amount" : "/quantity");
        JsonNode own = out.order.at(pointer);
        Optional<BigDecimal> other = number(line, name);
        if (!own.isMissingNode()
            && other.isPresent()
            && other.get().compareTo(new BigDecimal(own.asText())) != 0) {
          Proposals.disagree(out, pointer, line.given().get(name), line.where().get(name));
        }
      }
    }
  }
}
