package io.quayside.intake.extract;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * How a paper writes dates and numbers.
 *
 * @param dayFirst {@code 31/12/2026}; null when nothing tells
 * @param decimal the sign before the cents, {@code .} or {@code ,}; null when nothing tells
 */
public record Habits(Boolean dayFirst, Character decimal) {

  /** Day or month first, by every date of the paper, the sender's habit, and where they are. */
  static Boolean dayFirst(Paper paper, Template template, Collection<Address> parties) {
    int first = 0;
    int second = 0;
    boolean points = false;
    for (Paper.Page page : paper.pages()) {
      for (Row row : page.rows()) {
        for (Word word : row.words()) {
          Matcher date = Days.SHORT.matcher(word.text().replaceAll("[,;]$", ""));
          if (date.matches()) {
            first += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
            second += Integer.parseInt(date.group(3)) > 12 ? 1 : 0;
            points |= date.group(2).equals(".");
          }
        }
      }
    }
    if (first > 0 != second > 0) {
      return first > 0;
    }
    if (first > 0) {
      return null;
    }
    if (points) {
      return true;
    }
    if (template.dayFirst() != null) {
      return template.dayFirst();
    }
    boolean american = parties.stream().anyMatch(Address::american);
    boolean other = parties.stream().anyMatch(one -> one.whole() && !one.american());
    return american == other ? null : Boolean.valueOf(other);
  }

  /** The decimal sign that more numbers fit, else the sender's. */
  static Character decimal(Paper paper, Template template) {
    int point = 0;
    for (Paper.Page page : paper.pages()) {
      for (Row row : page.rows()) {
        for (Word word : row.words()) {
          point += new Amounts('.').fits(word.text()) ? 1 : 0;
          point -= new Amounts(',').fits(word.text()) ? 1 : 0;
        }
      }
    }
    return point == 0 ? template.decimal() : Character.valueOf(point > 0 ? '.' : ',');
  }

  /**
   * What a person took off the paper, as an order has it: {@code 2026-12-31}, {@code 1234.5},
   * {@code EA}; empty when it is none of that kind, or may be two.
   *
   * @param kind {@code date, number} or {@code unit}
   */
  Optional<String> canonical(String kind, String text, Vocabulary words) {
    return switch (kind) {
      case "date" -> new Days(dayFirst, words).read(text).map(Object::toString);
      case "number" -> number(text);
      case "unit" -> words.unit(text);
      default -> Optional.of(text);
    };
  }

  private Optional<String> number(String text) {
    if (decimal != null) {
      return new Amounts(decimal).read(text).map(one -> one.toPlainString());
    }
    Optional<String> point = new Amounts('.').read(text).map(one -> one.toPlainString());
    Optional<String> comma = new Amounts(',').read(text).map(one -> one.toPlainString());
    return point.isEmpty() || comma.isEmpty() || point.equals(comma)
        ? point.or(() -> comma)
        : Optional.empty();
  }
}
