package io.quayside.order;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a partner works: {@code calendar: {days: mon-fri, cutoff: "15:00"}}. Goods leave and time
 * runs on its working days only, from midnight to midnight in its zone.
 *
 * @param cutoff what arrives at this time or later counts for the next working day
 */
public record WorkingTime(Set<DayOfWeek> days, LocalTime cutoff, ZoneId zone) {

  public WorkingTime {
    days = days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days);
  }

  /** The day itself when it is a working day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!days.contains(found.getDayOfWeek())) {
      found = found.plusDays(1);
    }
    return found;
  }

  /** The day itself when it is a working day, else the last one. */
  public LocalDate onOrBefore(LocalDate day) {
    LocalDate found = day;
    while (!days.contains(found.getDayOfWeek())) {
      found = found.minusDays(1);
    }
    return found;
  }

  /** The working day after this one. */
  public LocalDate next(LocalDate day) {
    return onOrAfter(day.plusDays(1));
  }

  /** The working day for which something counts that arrives at this moment. */
  public LocalDate dayOf(Instant arrival) {
    ZonedDateTime local = arrival.atZone(zone);
    boolean inTime = local.toLocalTime().isBefore(cutoff);
    return onOrAfter(inTime ? local.toLocalDate() : local.toLocalDate().plusDays(1));
  }

  /** Where the time for an answer starts to run: at once, or with the next working day. */
  public Instant start(Instant arrival) {
    LocalDate day = dayOf(arrival);
    return day.equals(arrival.atZone(zone).toLocalDate()) ? arrival : startOf(day);
  }

  /** So much working time later. Friday 16:00 and 24 hours are Monday 16:00. */
  public Instant plus(Instant from, Duration time) {
    LocalDate first = from.atZone(zone).toLocalDate();
    LocalDate day = onOrAfter(first);
    Instant at = day.equals(first) ? from : startOf(day);
    Duration left = time;
    Duration today = Duration.between(at, startOf(day.plusDays(1)));
    while (left.compareTo(today) > 0) {
      left = left.minus(today);
      day = next(day);
      at = startOf(day);
      today = Duration.between(at, startOf(day.plusDays(1)));
    }
    return at.plus(left);
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
