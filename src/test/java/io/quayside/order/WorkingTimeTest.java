package io.quayside.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2026-11-27 is a Friday; Chicago is six hours behind UTC. */
class WorkingTimeTest {

  private final WorkingTime chicago =
      new WorkingTime(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(15, 0),
          ZoneId.of("America/Chicago"));

  @Test
  void whatArrivesBeforeTheCutOffCountsForItsOwnDay() {
    assertThat(chicago.dayOf(Instant.parse("2026-11-27T20:59:59Z"))).isEqualTo("2026-11-27");
    assertThat(chicago.dayOf(Instant.parse("2026-11-27T21:00:00Z"))).isEqualTo("2026-11-30");
    assertThat(chicago.dayOf(Instant.parse("2026-11-28T12:00:00Z"))).isEqualTo("2026-11-30");
  }

  @Test
  void timeStandsStillOnDaysWithoutWork() {
    Instant friday = Instant.parse("2026-11-27T20:00:00Z");
    assertThat(chicago.plus(friday, Duration.ofHours(1))).isEqualTo("2026-11-27T21:00:00Z");
    assertThat(chicago.plus(friday, Duration.ofHours(24))).isEqualTo("2026-11-30T20:00:00Z");
    assertThat(chicago.plus(Instant.parse("2026-11-28T12:00:00Z"), Duration.ofHours(24)))
        .isEqualTo("2026-12-01T06:00:00Z");
    assertThat(chicago.plus(friday, Duration.ofHours(48))).isEqualTo("2026-12-01T20:00:00Z");
  }

  @Test
  void whatArrivesAfterTheCutOffStartsWithTheNextWorkingDay() {
    assertThat(chicago.start(Instant.parse("2026-11-27T20:00:00Z")))
        .isEqualTo("2026-11-27T20:00:00Z");
    assertThat(chicago.start(Instant.parse("2026-11-27T22:00:00Z")))
        .isEqualTo("2026-11-30T06:00:00Z");
  }

  @Test
  void daysAreFoundForwardsAndBackwards() {
    LocalDate sunday = LocalDate.parse("2026-11-29");
    assertThat(chicago.onOrAfter(sunday)).isEqualTo("2026-11-30");
    assertThat(chicago.onOrBefore(sunday)).isEqualTo("2026-11-27");
    assertThat(chicago.next(LocalDate.parse("2026-11-27"))).isEqualTo("2026-11-30");
  }

  @Test
  void aDayOnWhichTheClockIsPutBackHasItsOwnLength() {
    WorkingTime daily =
        new WorkingTime(EnumSet.allOf(DayOfWeek.class), LocalTime.NOON, chicago.zone());
    assertThat(daily.plus(Instant.parse("2026-11-01T05:00:00Z"), Duration.ofHours(26)))
        .isEqualTo("2026-11-02T07:00:00Z");
  }

  @Test
  void aCalendarWithoutDaysIsOpenAlways() {
    WorkingTime always = new WorkingTime(Set.of(), LocalTime.NOON, ZoneId.of("UTC"));
    assertThat(always.days()).hasSize(7);
  }
}
