package io.quayside.intake.extract;

import io.quayside.mapping.Gtin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes by what numbers a line's item is known: ours, the sender's, a GTIN. */
final class ItemNumbers {
  private final Columns columns;
  private final Knowledge knowledge;
  private final Template template;
  private final OrderWriter out;

  private record Number(String scheme, String value, List<Word> words, Confidence sure) {}

  ItemNumbers(Columns columns, Knowledge knowledge, Template template, OrderWriter out) {
    this.columns = columns;
    this.knowledge = knowledge;
    this.template = template;
    this.out = out;
  }

  void write(String at, TableLine line) {
    List<Number> numbers = new ArrayList<>();
    for (String scheme : List.of("vendor-item", "buyer-item", "gtin")) {
      number(scheme, line).ifPresent(numbers::add);
    }
    Optional<Number> ours = ours(numbers, columns.words(line, "description"));
    int count = 0;
    if (ours.isPresent()) {
      put(at, count++, ours.get());
      out.check(at + "/ids/0/value", "an item of ours", 0.8);
    }
    for (Number one : numbers) {
      boolean theirs = ours.isPresent() && one.scheme().equals("vendor");
      put(at, count++, theirs ? new Number("buyer", one.value(), one.words(), one.sure()) : one);
    }
    if (ours.isEmpty() && !numbers.isEmpty()) {
      known(at, numbers);
    }
  }

  private void put(String at, int index, Number number) {
    out.fixed(at + "/ids/" + index + "/scheme", number.scheme());
    out.put(at + "/ids/" + index + "/value", number.value(), number.words(), number.sure());
  }

  /** Beside a supplier's item below the line, the column's number is the buyer's own. */
  private List<Word> words(String scheme, TableLine line) {
    List<Word> ours = line.labelled.getOrDefault("vendor-item", List.of());
    boolean theirs = !ours.isEmpty() && columns.has("vendor-item") && !columns.has("buyer-item");
    if (theirs && scheme.equals("vendor-item")) {
      return ours;
    }
    List<Word> found =
        columns.words(line, theirs && scheme.equals("buyer-item") ? "vendor-item" : scheme);
    return found.isEmpty() ? line.labelled.getOrDefault(scheme, List.of()) : found;
  }

  private Optional<Number> number(String scheme, TableLine line) {
    List<Word> found = words(scheme, line);
    String value = TableLine.text(found).replaceAll("^[:#]\\s*|[,;]$", "");
    if (value.isEmpty() || !value.matches(".*[\\p{L}0-9].*")) {
      return Optional.empty();
    }
    boolean gtin = value.matches("[0-9]{12,14}") && gtin(value).isPresent();
    boolean code =
        value.matches("\\S{1,40}")
            && !Days.SHORT.matcher(value).matches()
            && (value.matches(".*[0-9].*") || value.equals(value.toUpperCase(Locale.ROOT)));
    boolean global = scheme.equals("gtin") || gtin;
    Confidence sure = code ? OrderLines.COLUMN.and("format fits", 0.65) : OrderLines.COLUMN;
    return Optional.of(
        new Number(
            global ? "gtin" : scheme.equals("buyer-item") ? "buyer" : "vendor",
            global ? gtin(value).orElse(value) : value,
            found,
            gtin ? sure.and("check digit fits", 0.7) : sure));
  }

  /** Our number for one of theirs, or for their words, as a person told; only while we have it. */
  private Optional<Number> ours(List<Number> numbers, List<Word> described) {
    List<Number> theirs = new ArrayList<>(numbers);
    theirs.add(new Number("", TableLine.text(described), described, Confidence.none()));
    for (Number one : theirs) {
      String sku = template.items().get(Template.item(one.value()));
      if (sku != null && knowledge.item(List.of(sku)).orElse(false)) {
        Confidence sure = Confidence.none().and("a person named it for this text", 0.75);
        return Optional.of(new Number("vendor", sku, one.words(), sure));
      }
    }
    return Optional.empty();
  }

  private void known(String at, List<Number> numbers) {
    Optional<Boolean> known = knowledge.item(numbers.stream().map(Number::value).toList());
    for (int i = 0; i < numbers.size() && known.isPresent(); i++) {
      String pointer = at + "/ids/" + i + "/value";
      if (known.get()) {
        out.check(pointer, "an item of ours", 0.8);
      } else {
        out.doubt(pointer, "no item of ours has this number");
      }
    }
  }

  private static Optional<String> gtin(String value) {
    return Gtin.normalised(value, null);
  }
}
