package io.quayside.order.canonical;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One set of payment terms. Dates are days, {@code 2026-12-24}; a date told beats days.
 * ITD*01*3*2*20261204*10*20261224*30~
 */
public record PaymentTerm(
    String typeCode,
    String basis,
    String discountPercent,
    Integer discountDays,
    String discountDate,
    Integer netDays,
    String netDueDate,
    String text) {

  private static final Pattern NET =
      Pattern.compile(
          "(?:(?<percent>\\d{1,2}(?:\\.\\d+)?)(?:\\s*%\\s*[-,/]?\\s*|\\s*[-,/]\\s*|\\s+)(?<within>\\d{1,3})"
              + "(?:\\s*DAYS?)?\\s*[-,/ ]\\s*)?(?:NET|N/?)\\s*(?<net>\\d{1,3})(?:\\s*DAYS?)?\\.?");

  /**
   * The same with what only its text says: {@code NET 45}, {@code 2% 10 NET 30}, {@code 2/10 N30}.
   * Other words stay words.
   */
  public PaymentTerm read() {
    boolean told =
        discountPercent != null || netDays != null || netDueDate != null || discountDate != null;
    Matcher words = NET.matcher(text == null ? "" : text.strip().toUpperCase(Locale.ROOT));
    if (told || !words.matches()) {
      return this;
    }
    String within = words.group("within");
    return new PaymentTerm(
        typeCode,
        basis,
        words.group("percent"),
        within == null ? null : Integer.valueOf(within),
        null,
        Integer.valueOf(words.group("net")),
        null,
        text);
  }

  /** The first that one of an order's terms says. */
  public static <T> Optional<T> first(Iterable<PaymentTerm> terms, Function<PaymentTerm, T> what) {
    for (PaymentTerm term : terms) {
      T said = what.apply(term.read());
      if (Objects.nonNull(said)) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }
}
