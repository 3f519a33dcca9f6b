package io.quayside.order.policy;

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
 * 061; wishes (002, 010) do not.
 *
 * @param earliest nothing leaves before it; null means at once
 * @param latest nothing leaves after it; null means no end
 * @param wished the day the customer would like
 */
public record ShipWindow(LocalDate earliest, LocalDate latest, LocalDate wished) {

  /** The window of one delivery: its own dates, else the line's, else the order's. */
  public static ShipWindow of(PurchaseOrder order, Line line, Schedule schedule, int transitDays) {
    Function<Function<Dates, String>, LocalDate> date =
        field ->
            Stream.of(schedule == null ? null : schedule.dates(), line.dates(), order.dates())
                .filter(Objects::nonNull)
                .map(field)
                .filter(Objects::nonNull)
                .findFirst()
                .map(LocalDate::parse)
                .orElse(null);
    LocalDate earliest =
        later(
            date.apply(Dates::shipNotBefore),
            less(date.apply(Dates::deliverNotBefore), transitDays));
    LocalDate latest =
        earlier(
            earlier(date.apply(Dates::shipNotLater), date.apply(Dates::cancelAfter)),
            less(date.apply(Dates::deliverNotLater), transitDays));
    LocalDate delivery = date.apply(Dates::requestedDelivery);
    LocalDate ship = date.apply(Dates::requestedShip);
    return new ShipWindow(earliest, latest, delivery == null ? ship : delivery);
  }

  /** May it leave on this day, as far as the beginning goes? */
  public boolean isOpenOn(LocalDate day) {
    return earliest == null || !day.isBefore(earliest);
  }

  /** Is it too late on this day? */
  public boolean isPastOn(LocalDate day) {
    return latest != null && day.isAfter(latest);
  }

  /** The day a delivery leaves when the goods are there. */
  public LocalDate shipDate(LocalDate today) {
    return later(today, earliest);
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
