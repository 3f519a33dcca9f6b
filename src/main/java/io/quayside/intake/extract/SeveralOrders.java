package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Candidate;
import io.quayside.intake.extract.Paper.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Several orders on one paper, each with its number above a table of its own. */
final class SeveralOrders {
  private final Vocabulary words;
  private final OrderWriter out;
  private Word first;

  SeveralOrders(Vocabulary words, OrderWriter out) {
    this.words = words;
    this.out = out;
  }

  /** Says which other order begins where; the lines are not one order's, so a person looks. */
  void check(Paper paper) {
    for (Page page : paper.pages()) {
      Optional<Word> other = other(page, paper.kind());
      if (other.isPresent()) {
        out.doubt("/poNumber", "several orders on one paper");
        out.finding(
            "poNumber",
            other.get().text(),
            List.of(other.get()),
            "another order begins here, after `%s`".formatted(first.text()),
            "Split the document, and send each order as a file of its own");
        return;
      }
    }
  }

  private Optional<Word> other(Page page, String kind) {
    List<Row> rows = page.rows();
    Paper alone = new Paper(kind, List.of(page), false, null);
    List<Candidate> numbers = new HeadFields(words).read(alone, Set.of()).of("po-number");
    double from = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      Optional<Heading> heading = Heading.at(rows, i, words);
      boolean table = heading.isPresent() || TwoRowTable.heading(rows, i, words);
      if (!table) {
        continue;
      }
      Optional<Word> number = between(numbers, from, rows.get(i).top());
      if (number.isPresent() && first != null && differ(first.text(), number.get().text())) {
        return number;
      }
      first = first == null ? number.orElse(null) : first;
      i = heading.map(Heading::last).orElse(i + 1);
      from = rows.get(i).bottom();
    }
    return Optional.empty();
  }

  private static Optional<Word> between(List<Candidate> numbers, double from, double to) {
    return numbers.stream()
        .filter(one -> one.near() < 3)
        .filter(one -> one.label().get(0).top() >= from && one.label().get(0).top() < to)
        .sorted(Comparator.comparingInt(Extractor::rank))
        .flatMap(one -> Extractor.poNumber(one).stream())
        .findFirst();
  }

  /** {@code 2026-12 / 1} is the order 2026-12, {@code PO4711} is 4711. */
  private static boolean differ(String one, String other) {
    String plain = plain(one);
    String others = plain(other);
    return !plain.contains(others) && !others.contains(plain);
  }

  private static String plain(String number) {
    return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
