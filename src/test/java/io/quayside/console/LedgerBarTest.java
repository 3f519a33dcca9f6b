package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.console.LedgerBar.Piece;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.ScheduleView;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerBarTest {

  private final Words words =
      new Words(Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC), "UTC");

  @Test
  void aBarShowsWhereTheQuantityIs() {
    LedgerBar bar = LedgerBar.of(line("200", "120", "40", "30", "10", "60", "60"), words);
    assertThat(bar.pieces())
        .containsExactly(
            new Piece("shipped", "0%", "30.00%"),
            new Piece("accepted", "30.00%", "30.00%"),
            new Piece("back", "60.00%", "20.00%"),
            new Piece("rejected", "80.00%", "15.00%"),
            new Piece("cancelled", "95.00%", "5.00%"));
    assertThat(bar.words())
        .isEqualTo(
            "60 shipped and invoiced · 60 accepted, promised for 8 Dec 2026"
                + " · 40 backordered, promised for 8 Dec 2026 · 30 rejected · 10 cancelled");
  }

  @Test
  void aLineOfNothingHasAnEmptyBar() {
    LedgerBar bar = LedgerBar.of(line("0", "0", "0", "0", "0", "0", "0"), words);
    assertThat(bar.pieces()).isEmpty();
    assertThat(bar.words()).isEmpty();
  }

  @Test
  void whatCameBackIsNeitherShippedNorAcceptedToCome() {
    LedgerBar bar = LedgerBar.of(line("100", "100", "0", "0", "0", "100", "100", "60"), words);
    assertThat(bar.pieces())
        .containsExactly(
            new Piece("shipped", "0%", "40.00%"), new Piece("returned", "40.00%", "60.00%"));
    assertThat(bar.words()).isEqualTo("40 shipped and invoiced · 60 returned");
  }

  private static LineView line(
      String ordered,
      String accepted,
      String back,
      String rejected,
      String cancelled,
      String shipped,
      String invoiced) {
    return line(ordered, accepted, back, rejected, cancelled, shipped, invoiced, "0");
  }

  private static LineView line(
      String ordered,
      String accepted,
      String back,
      String rejected,
      String cancelled,
      String shipped,
      String invoiced,
      String returned) {
    ScheduleView schedule =
        new ScheduleView(
            "1",
            null,
            ordered,
            "0",
            accepted,
            back,
            rejected,
            cancelled,
            shipped,
            "0",
            invoiced,
            "0",
            "2026-12-08",
            "accepted");
    return new LineView(
        "10",
        "W-001",
        "Widget",
        "EA",
        "1",
        "1",
        "EA",
        ordered,
        "0",
        accepted,
        back,
        rejected,
        cancelled,
        shipped,
        returned,
        invoiced,
        "0",
        "accepted",
        null,
        List.of(schedule));
  }
}
