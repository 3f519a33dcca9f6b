package io.quayside.intake.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in one habit.
 *
 * @param dayFirst {@code 31/12/2026}; null when nothing says so
 */
record Days(Boolean dayFirst, Vocabulary words) {
  private static final Pattern ISO =
      Pattern.compile("(20[0-9]{2})[-/.](0?[0-9]|1[0-2])[-/.]([0-3]?[0-9])(?:[ T].*)?");
  private static final Pattern COMPACT = Pattern.compile("(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?:\\p{L}+,? )?([0-3]?[0-9])(?:st|nd|rd|th|er)?[.]?[- /]*(?:de |of )?(\\p{L}{3,12})\\.?,?[- /]*(?:de |del )?(20[0-9]{2}|[0-9]{2})");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?:\\p{L}+, )?(\\p{L}{3,12})\\.?[- ]([0-3]?[0-9])(?:st|nd|rd|th)?,? ?(20[0-9]{2})");
  static final Pattern SHORT =
      Pattern.compile("([0-3]?[0-9])([./-])([0-3]?[0-9])\\2(20[0-9]{2}|[0-9]{2})(?:[ T].*)?");

  /** The day; empty when it is none, or may be two. */
  Optional<LocalDate> read(String given) {
    String text = given.strip().replaceAll("\\s+", " ").replaceAll("[,;]$", "");
    Matcher matcher = ISO.matcher(text);
    if (matcher.matches()) {
      return day(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = COMPACT.matcher(text);
    if (matcher.matches()) {
      return day(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      return numeric(matcher);
    }
    matcher = DAY_MONTH.matcher(text);
    if (matcher.matches() && words.month(matcher.group(2)).isPresent()) {
      return day(
          matcher.group(3), words.month(matcher.group(2)).get().toString(), matcher.group(1));
    }
    matcher = MONTH_DAY.matcher(text);
    if (matcher.matches() && words.month(matcher.group(1)).isPresent()) {
      return day(
          matcher.group(3), words.month(matcher.group(1)).get().toString(), matcher.group(2));
    }
    return Optional.empty();
  }

  /** In the paper's habit, or in the only one that makes a day of it. */
  private Optional<LocalDate> numeric(Matcher matcher) {
    Optional<LocalDate> first = day(matcher.group(4), matcher.group(3), matcher.group(1));
    Optional<LocalDate> second = day(matcher.group(4), matcher.group(1), matcher.group(3));
    if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
      return first.or(() -> second);
    }
    return dayFirst == null ? Optional.empty() : dayFirst ? first : second;
  }

  /** It looks like a date, whatever the habit. */
  boolean looks(String text) {
    return read(text).isPresent() || SHORT.matcher(text.strip()).matches();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      int full = Integer.parseInt(year.length() == 2 ? "20" + year : year);
      return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
