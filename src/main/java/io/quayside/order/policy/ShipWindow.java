package io.quayside.order.policy;

import io.quayside.order.Terms.Agreed;
import io.quayside.order.WorkingTime;
import io.quayside.order.canonical.Dates;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Schedule;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When a delivery may leave. Windows bind: DTM 037, 064 (less the days in transit), 038, 063, 001,
 * 061; wishes (002, 010) do not, unless nothing may leave early.
 *
 * @param earliest nothing leaves before it; null means at once
 * @param latest nothing leaves after it; null means no end
 * @param wishedDelivery the day the customer would like to have it (002), or null
 * @param wishedShip the day the customer would like it to leave (010), or null
 * @param transitDays how long goods are under way
 */
public record ShipWindow(
    LocalDate earliest,
    LocalDate latest,
    LocalDate wishedDelivery,
    LocalDate wishedShip,
    int transitDays) {

  /**
   * What was agreed about leaving.
   *
   * @param transitDays how long goods are under way
   * @param earlyAllowed they may leave before the day that is only wished
   */
  public record Leaving(int transitDays, boolean earlyAllowed) {

    /** Where nothing was agreed. */
    public static final Leaving DEFAULT = new Leaving(0, true);

    public static Leaving of(Agreed terms) {
      return new Leaving(terms.transitDays(), terms.earlyAllowed());
    }
  }

  /** The window of one delivery: its own dates, else the line's, else the order's. */
  public static ShipWindow of(PurchaseOrder order, Line line, Schedule schedule, Leaving leaving) {
    Function<Function<Dates, String>, LocalDate> date =
        field ->
            Stream.of(schedule == null ? null : schedule.dates(), line.dates(), order.dates())
                .filter(Objects::nonNull)
                .map(field)
                .filter(Objects::nonNull)
                .findFirst()
                .map(LocalDate::parse)
                .orElse(null);
    int transitDays = leaving.transitDays();
    LocalDate delivery = date.apply(Dates::requestedDelivery);
    LocalDate ship = date.apply(Dates::requestedShip);
    LocalDate earliest =
        later(
            date.apply(Dates::shipNotBefore),
            less(date.apply(Dates::deliverNotBefore), transitDays));
    LocalDate latest =
        earlier(
            earlier(date.apply(Dates::shipNotLater), date.apply(Dates::cancelAfter)),
            less(date.apply(Dates::deliverNotLater), transitDays));
    ShipWindow wishes = new ShipWindow(earliest, latest, delivery, ship, transitDays);
    return !leaving.earlyAllowed() || notBeforeItsDate(order, line)
        ? new ShipWindow(
            later(earliest, wishes.wishedToLeave()), latest, delivery, ship, transitDays)
        : wishes;
  }

  /** CSH*P4~ do not pre-ship. */
  private static boolean notBeforeItsDate(PurchaseOrder order, Line line) {
    return Stream.of(order.fulfilment(), line.fulfilment())
        .anyMatch(wanted -> wanted != null && "P4".equals(wanted.code()));
  }

  /** The day the customer would like to have it, else the day it would like it to leave. */
  public LocalDate wished() {
    return wishedDelivery == null ? wishedShip : wishedDelivery;
  }

  /** Leaving on this day is later than the customer wishes. */
  public boolean isLate(LocalDate day) {
    return wishedToLeave() != null && day.isAfter(wishedToLeave());
  }

  /** The wished ship date, else the wished day of delivery less the days in transit. */
  private LocalDate wishedToLeave() {
    return wishedShip == null ? less(wishedDelivery, transitDays) : wishedShip;
  }

  /** May it leave on this day, as far as the beginning goes? */
  public boolean isOpenOn(LocalDate day) {
    return earliest == null || !day.isBefore(earliest);
  }

  /** Is it too late on this day? */
  public boolean isPastOn(LocalDate day) {
    return latest != null && day.isAfter(latest);
  }

  /**
   * The day that is promised for goods that are ready on a day: a working day, not before the
   * window opens and not before the day the customer wants them to leave; not after the window's
   * end where they are ready in time.
   */
  public LocalDate promise(LocalDate ready, WorkingTime time) {
    LocalDate wanted = wishedToLeave() == null ? null : time.onOrBefore(wishedToLeave());
    LocalDate day = later(time.onOrAfter(later(ready, earliest)), wanted);
    if (latest == null || !day.isAfter(latest)) {
      return day;
    }
    return ready.isAfter(latest) ? time.onOrAfter(ready) : later(time.onOrBefore(latest), ready);
  }

  private static LocalDate less(LocalDate date, int days) {
    return date == null ? null : date.minusDays(days);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a == null || b != null && b.isAfter(a) ? b : a;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a == null || b != null && b.isBefore(a) ? b : a;
  }
}
