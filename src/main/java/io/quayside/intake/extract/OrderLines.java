package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Candidate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the lines of the table, and checks that quantity x price = amount and lines = total. */
final class OrderLines {
  static final String ADDS_UP = "quantity x price = amount";
  static final Confidence COLUMN = Confidence.none().and("column with that heading", 0.75);

  private final Vocabulary words;
  private final LineTable table;
  private final HeadFields head;
  private final Days days;
  private final Knowledge knowledge;
  private final Template template;
  private final OrderWriter out;
  private Columns columns;
  private Amounts amounts;
  private boolean certain = true;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean summed = true;

  OrderLines(
      Vocabulary words,
      LineTable table,
      HeadFields head,
      Days days,
      Knowledge knowledge,
      Template template,
      OrderWriter out) {
    this.words = words;
    this.table = table;
    this.head = head;
    this.days = days;
    this.knowledge = knowledge;
    this.template = template;
    this.out = out;
  }

  void write(Map<String, Address> parties) {
    List<TableLine> lines = table.lines();
    if (table.heading() == null || lines.isEmpty()) {
      out.finding(
          "lines",
          "",
          List.of(),
          table.heading() == null ? "no table of lines was found" : "the table has no lines",
          "Enter the lines by hand, or ask the sender");
      return;
    }
    columns = Columns.of(table.heading(), lines);
    amounts = habit(lines);
    currency(lines, parties);
    for (int i = 0; i < lines.size(); i++) {
      line(i, lines.get(i));
    }
    total();
  }

  /** The decimal sign that more numbers fit, and with which the lines add up, else the sender's. */
  private Amounts habit(List<TableLine> lines) {
    int point = score(lines, new Amounts('.'));
    int comma = score(lines, new Amounts(','));
    certain = point != comma || template.decimal() != null;
    if (point == comma && certain) {
      return new Amounts(template.decimal());
    }
    return new Amounts(comma > point ? ',' : '.');
  }

  private int score(List<TableLine> lines, Amounts habit) {
    int score = 0;
    for (TableLine line : lines) {
      String quantity = quantity(line).map(Measure::number).orElse("");
      String price = price(line).map(Measure::number).orElse("");
      String amount = amount(line);
      for (String one : List.of(quantity, price, amount)) {
        score += one.isEmpty() || habit.fits(one) ? 0 : -3;
      }
      Optional<BigDecimal> product = product(habit, quantity, price, per(line, habit));
      Optional<BigDecimal> stated = habit.read(amount);
      if (product.isPresent() && stated.isPresent()) {
        score += equal(product.get(), stated.get()) ? 2 : 0;
      }
    }
    for (String field : List.of("total", "subtotal")) {
      for (Candidate one : head.of(field)) {
        String last = one.value().get(one.value().size() - 1).text();
        score += Amounts.digits(last).isEmpty() || habit.fits(last) ? 0 : -3;
      }
    }
    return score;
  }

  private static Optional<BigDecimal> product(
      Amounts habit, String quantity, String price, BigDecimal per) {
    Optional<BigDecimal> many = habit.read(quantity);
    Optional<BigDecimal> each = habit.read(price);
    return many.isEmpty() || each.isEmpty()
        ? Optional.empty()
        : Optional.of(
            many.get().multiply(each.get()).divide(per, 6, java.math.RoundingMode.HALF_UP));
  }

  private static boolean equal(BigDecimal product, BigDecimal amount) {
    return product.subtract(amount).abs().compareTo(new BigDecimal("0.0051")) <= 0;
  }

  private Optional<Measure> quantity(TableLine line) {
    return Measure.quantity(columns.text(line, "quantity"));
  }

  private Optional<Measure> price(TableLine line) {
    return Measure.price(columns.text(line, "price"));
  }

  private String amount(TableLine line) {
    return columns.text(line, "amount").replaceAll("\\b[A-Z]{3}\\b|\\b[A-Z]$|\\*$", "").strip();
  }

  private BigDecimal per(TableLine line, Amounts habit) {
    String column = columns.text(line, "price-per");
    String pack = price(line).map(Measure::pack).orElse(null);
    String given = pack != null ? pack : Measure.quantity(column).map(Measure::number).orElse("1");
    return habit.read(given).filter(one -> one.signum() > 0).orElse(BigDecimal.ONE);
  }

  private void line(int index, TableLine line) {
    String at = "/lines/" + index;
    Confidence plain = COLUMN.and("format fits", 0.5);
    List<Word> number = columns.words(line, "line-number");
    String sent = TableLine.text(number).replaceAll("[.)]$", "");
    if (sent.matches("(?=.*[0-9])[A-Za-z0-9.]{1,10}")) {
      out.put(at + "/lineNumber", sent, number, COLUMN.and("format fits", 0.7));
      out.fixed(at + "/lineNumberSent", sent);
    } else {
      out.fixed(at + "/lineNumber", String.valueOf(index + 1));
    }
    new ItemNumbers(columns, knowledge, template, out).write(at, line);
    List<Word> described = columns.words(line, "description");
    out.put(at + "/description", TableLine.text(described), described, COLUMN.and("words", 0.7));
    measures(at, line, plain);
    delivery(at, line);
    int note = 0;
    for (List<Word> words : line.notes) {
      out.fixed(at + "/notes/" + note + "/use", "line");
      out.put(
          at + "/notes/" + note++ + "/text",
          TableLine.text(words),
          words,
          COLUMN.and("below a line", 0.65));
    }
  }

  private void measures(String at, TableLine line, Confidence plain) {
    Optional<Measure> quantity = quantity(line);
    Optional<BigDecimal> many =
        number(
            at + "/quantity",
            quantity.map(Measure::number),
            columns.words(line, "quantity"),
            plain);
    if (quantity.isEmpty() || columns.words(line, "quantity").isEmpty()) {
      out.finding(
          at + "/quantity",
          columns.text(line, "quantity"),
          columns.words(line, "quantity"),
          "no quantity",
          "Give it by hand, or ask the sender");
    }
    unit(at, line, quantity);
    Optional<Measure> price = price(line);
    Optional<BigDecimal> each =
        number(
            at + "/price/amount", price.map(Measure::number), columns.words(line, "price"), plain);
    BigDecimal per = per(line, amounts);
    if (each.isPresent()) {
      List<Word> words = columns.words(line, columns.has("price-per") ? "price-per" : "price");
      if (per.compareTo(BigDecimal.ONE) != 0) {
        out.put(
            at + "/price/per", per.toPlainString(), words, plain.and("read with its price", 0.6));
      }
    }
    Optional<BigDecimal> amount = amounts.read(amount(line));
    if (amount.isEmpty() || many.isEmpty()) {
      summed &= amount.isPresent();
      amount.ifPresent(one -> sum = sum.add(one));
      return;
    }
    sum = sum.add(amount.get());
    if (each.isEmpty()) {
      return;
    }
    BigDecimal product =
        many.get().multiply(each.get()).divide(per, 6, java.math.RoundingMode.HALF_UP);
    if (equal(product, amount.get())) {
      for (String value : List.of("/quantity", "/price/amount", "/price/per")) {
        out.check(at + value, ADDS_UP, 0.9);
      }
      return;
    }
    for (String value : List.of("/quantity", "/price/amount", "/price/per")) {
      out.doubt(at + value, "quantity x price is not the amount");
    }
    out.finding(
        at,
        amount(line),
        columns.words(line, "amount"),
        "quantity %s x price %s is %s, and not the amount"
            .formatted(
                many.get().toPlainString(),
                each.get().toPlainString(),
                Extractor.cents(product).toPlainString()),
        "Look at the paper, or ask the sender which is right");
  }

  private Optional<BigDecimal> number(
      String pointer, Optional<String> text, List<Word> words, Confidence sure) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!certain && Amounts.doubtful(text.get())) {
      out.finding(
          pointer,
          text.get(),
          words,
          "nothing says whether it is a thousand or one",
          "Choose the number, or ask the sender");
      return Optional.empty();
    }
    Optional<BigDecimal> value = amounts.read(text.get());
    value.ifPresent(one -> out.put(pointer, one.toPlainString(), words, sure));
    return value;
  }

  private void unit(String at, TableLine line, Optional<Measure> quantity) {
    List<Word> words = columns.words(line, "unit");
    Measure unit = words.isEmpty() ? null : Measure.unit(TableLine.text(words));
    if (unit == null || unit.unit() == null) {
      words = columns.words(line, "quantity");
      unit = quantity.orElse(null);
    }
    if (unit == null || unit.unit() == null) {
      words = columns.words(line, "price");
      unit =
          price(line)
              .filter(one -> one.unit() != null)
              .map(one -> new Measure(null, one.unit(), null))
              .orElse(null);
    }
    if (unit == null || unit.unit() == null) {
      return;
    }
    Optional<String> known = this.words.unit(unit.unit());
    if (known.isPresent()) {
      out.put(at + "/unit", known.get(), words, COLUMN.and("known unit", 0.7));
      if (unit.pack() != null) {
        out.put(at + "/pack/units", unit.pack(), words, COLUMN.and("known unit", 0.7));
      }
    } else if (unit.unit().matches("[A-Z]{2,3}")) {
      out.put(at + "/unit", unit.unit(), words, COLUMN.and("like a unit's code", 0.3));
    } else {
      out.finding(
          at + "/unit",
          unit.unit(),
          words,
          "not a unit that we know",
          "Name it in mappings/extract/labels.yaml, or choose a unit");
    }
  }

  private void delivery(String at, TableLine line) {
    List<Word> found = columns.words(line, "line-requested-delivery");
    if (found.isEmpty()) {
      found = line.labelled.getOrDefault("line-requested-delivery", List.of());
    }
    if (found.isEmpty()) {
      return;
    }
    Optional<Extractor.Dated> date = Extractor.dated(found, days);
    List<Word> words = found;
    date.ifPresent(
        one ->
            out.put(
                at + "/dates/requestedDelivery",
                one.day().toString(),
                words,
                COLUMN.and("is a date", 0.7)));
    if (date.isEmpty() && days.looks(found.get(0).text())) {
      out.finding(
          at + "/dates/requestedDelivery",
          TableLine.text(found),
          found,
          "nothing says whether day or month comes first",
          "Choose the date, or ask the sender");
    }
  }

  private void total() {
    if (!summed || sum.signum() == 0) {
      return;
    }
    Candidate wrong = null;
    for (String field : List.of("subtotal", "total")) {
      for (Candidate one : head.of(field)) {
        Optional<BigDecimal> stated = last(one);
        if (stated.isEmpty()) {
          continue;
        }
        if (stated.get().compareTo(sum) == 0) {
          out.put(
              "/totals/amount",
              Extractor.cents(sum).toPlainString(),
              one.value(),
              Confidence.none().and("label near", 0.75).and("sum of the lines", 0.9));
          for (int i = 0; i < table.lines().size(); i++) {
            proved("/lines/" + i + "/quantity");
            proved("/lines/" + i + "/price/amount");
          }
          return;
        }
        wrong = wrong == null || field.equals("subtotal") ? one : wrong;
      }
    }
    boolean more = !head.of("tax").isEmpty() || !head.of("charges").isEmpty();
    if (wrong != null && (!more || wrong.field().equals("subtotal"))) {
      for (int i = 0; i < table.lines().size(); i++) {
        out.doubt("/lines/" + i + "/quantity", "the lines are not the total");
      }
      out.finding(
          "totals/amount",
          wrong.text(),
          wrong.value(),
          "the lines come to %s".formatted(Extractor.cents(sum).toPlainString()),
          "Look whether a line is missing, or ask the sender");
    }
  }

  /** The total speaks for amounts, so only for what came to its amount. */
  private void proved(String pointer) {
    Confidence sure = out.confidence.get(pointer);
    if (sure != null && sure.checks().contains(ADDS_UP)) {
      out.check(pointer, "lines = total", 0.5);
    }
  }

  private Optional<BigDecimal> last(Candidate one) {
    int size = one.value().size();
    for (int i = Math.max(0, size - 4); i < size; i++) {
      Optional<BigDecimal> value = amounts.read(TableLine.text(one.value().subList(i, size)));
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private void currency(List<TableLine> lines, Map<String, Address> parties) {
    new Currencies(head, out).write(table.heading(), columns, lines, parties);
  }
}
