package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.Answers.ConfirmedSchedule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days that the 855 promises. 2026-11-27 is a Friday; cut-off 17:00; S-001 takes 15 days. */
class PromiseTest {

  @TempDir Path home;
  private OrderDesk desk;
  private int orders;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    desk.warehouseOpen = false;
    desk.stock.put("W-001", new BigDecimal(1000));
    desk.clock.set(Instant.parse("2026-11-27T10:00:00Z"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ConfirmedSchedule promised(String item, String price, String dates) {
    String id =
        desk.run(
            Sample.order("1" + ++orders)
                .with("dates", dates)
                .line("10", "4", "EA", price, item)
                .build());
    return desk.confirmed(id, "10").schedules().get(0);
  }

  private String shipDate(String dates) {
    return promised("A1", "12.50", dates).shipDate();
  }

  @Test
  void theWarehouseReadsTheNotesOfALine() {
    desk.clock.set(Instant.parse("2026-11-23T10:00:00Z"));
    desk.run(
        Sample.order("1")
            .line("10", "5", "EA", "12.50", "A1")
            .lastLine(
                line ->
                    line.set("notes", Sample.parse("[{\"use\":\"line\",\"text\":\"Gift boxes\"}]")))
            .build());
    assertThat(desk.only("inventory.ship").at("/lines/0/instructions/0/text").asText())
        .isEqualTo("Gift boxes");
  }

  @Test
  void whatIsThereLeavesOnTheDayTheOrderArrives() {
    assertThat(shipDate("{}")).isEqualTo("2026-11-27");
  }

  @Test
  void afterTheCutOffItIsTheNextWorkingDay() {
    desk.clock.set(Instant.parse("2026-11-27T17:00:00Z"));
    assertThat(shipDate("{}")).isEqualTo("2026-11-30");
  }

  @Test
  void aRequestedShipDateIsPromised() {
    assertThat(shipDate("{\"requestedShip\":\"2026-12-10\"}")).isEqualTo("2026-12-10");
  }

  /** DTM*002*20261218~, and the goods are two days under way. */
  @Test
  void aRequestedDeliveryIsPromisedForTheDayItHasToLeave() {
    desk.terms.transitDays = 2;
    assertThat(shipDate("{\"requestedDelivery\":\"2026-12-18\"}")).isEqualTo("2026-12-16");
  }

  @Test
  void aDayLaterThanTheWishedOneIsSaidToBeLate() {
    desk.terms.transitDays = 2;
    assertThat(promised("A1", "12.50", "{\"requestedDelivery\":\"2026-11-28\"}").late()).isTrue();
    assertThat(promised("A1", "12.50", "{\"requestedShip\":\"2026-11-27\"}").late()).isFalse();
    assertThat(promised("A1", "12.50", "{}").late()).isFalse();
  }

  @Test
  void theSupplierOfADropShipmentIsToldWhatTheCustomerWishes() {
    promised("D-001", "99.00", "{\"requestedShip\":\"2026-12-10\"}");
    assertThat(desk.only("supplier.order").path("wantedShip").asText()).isEqualTo("2026-12-10");
    assertThat(desk.only("supplier.order").has("wantedBy")).isFalse();
  }

  @Test
  void theCustomerIsToldWhenWhatHadNoDayIsThere() {
    String id = desk.run(Sample.order("1").line("10", "1005", "EA", "12.50", "A1").build());
    assertThat(desk.confirmed(id, "10").schedules().get(0).backorderDate()).isNull();
    assertThat(desk.all("order.confirm")).hasSize(1);
    desk.receive("W-001", "3");
    assertThat(desk.all("order.confirm")).hasSize(2);
    assertThat(desk.confirmed(id, "10").schedules().get(0).accepted()).isEqualTo("1003");
  }

  @Test
  void aRequestedShipDateOnASundayIsPromisedForTheFridayBefore() {
    assertThat(shipDate("{\"requestedShip\":\"2026-12-13\"}")).isEqualTo("2026-12-11");
  }

  @Test
  void aRequestedShipDateThatCannotBeMetIsNot() {
    assertThat(shipDate("{\"requestedShip\":\"2026-11-25\"}")).isEqualTo("2026-11-27");
  }

  @Test
  void aWindowThatOpensOnASaturdayPromisesTheMonday() {
    assertThat(shipDate("{\"shipNotBefore\":\"2026-12-05\"}")).isEqualTo("2026-12-07");
  }

  @Test
  void theEndOfTheWindowIsKeptWhereTheGoodsAreReady() {
    desk.clock.set(Instant.parse("2026-11-27T10:00:00Z"));
    assertThat(shipDate("{\"shipNotBefore\":\"2026-11-28\",\"shipNotLater\":\"2026-11-29\"}"))
        .as("both on a weekend, and ready on the Friday before")
        .isEqualTo("2026-11-27");
  }

  @Test
  void whatWaitsIsPromisedAfterItsLeadTimeOnAWorkingDay() {
    assertThat(promised("S-001", "20.00", "{}").backorderDate()).isEqualTo("2026-12-14");
  }

  @Test
  void noDayIsPromisedPastTheEndOfTheWindow() {
    ConfirmedSchedule answer = promised("S-001", "20.00", "{\"shipNotLater\":\"2026-12-11\"}");
    assertThat(answer.backordered()).isEqualTo("4");
    assertThat(answer.backorderDate()).isNull();
  }

  @Test
  void aPersonIsAskedBeforeWhatWaitsIsTooLate() {
    promised("S-001", "20.00", "{\"shipNotLater\":\"2026-12-11\"}");
    assertThat(desk.problems()).isEmpty();
    desk.advance(Duration.ofDays(13));
    assertThat(desk.problems()).extracting(p -> p.kind()).containsExactly("window-closing");
    assertThat(desk.problems().get(0).text())
        .isEqualTo("Line 10: 4 must have left by 2026-12-11 and have not.");
    desk.receive("S-001", "4");
    desk.packLast(1);
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void nothingLeavesBeforeAWishWhereEarlyIsRefused() {
    desk.terms.earlyAllowed = false;
    desk.terms.transitDays = 2;
    assertThat(shipDate("{\"requestedDelivery\":\"2026-12-10\"}")).isEqualTo("2026-12-08");
    assertThat(desk.all("inventory.ship")).isEmpty();
    desk.advance(Duration.ofDays(11));
    assertThat(desk.all("inventory.ship")).hasSize(1);
  }

  @Test
  void theTimeForAnAnswerRunsOnWorkingDaysAndAPersonIsToldTwice() {
    desk.clock.set(Instant.parse("2026-11-27T15:00:00Z"));
    String id = desk.run(Sample.order("2").line("10", "4", "EA", "1.00", "ZZ9").build());
    assertThat(desk.view(id).holds().get(0).deadline()).isEqualTo("2026-11-30T15:00:00Z");
    desk.advance(Duration.ofHours(48));
    assertThat(desk.problems()).extracting(p -> p.kind()).containsExactly("unknown-item");
    desk.advance(Duration.ofHours(20));
    assertThat(desk.problems())
        .filteredOn(p -> p.kind().equals("deadline-near"))
        .singleElement()
        .satisfies(p -> assertThat(p.text()).isEqualTo("The 855 is due soon and is not ready."))
        .satisfies(p -> assertThat(p.deadline()).isEqualTo("2026-11-30T15:00:00Z"));
    desk.advance(Duration.ofHours(5));
    assertThat(desk.problems())
        .filteredOn(p -> p.kind().equals("deadline-near"))
        .singleElement()
        .satisfies(p -> assertThat(p.text()).isEqualTo("The 855 is overdue and is not ready."));
    desk.bean(io.quayside.order.Orders.class).cancel(id, "Not wanted any more", "ann");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void whatIsAnsweredLateNeedsNobodyAnyMore() {
    desk.clock.set(Instant.parse("2026-11-23T10:00:00Z"));
    String id = desk.run(Sample.order("2").line("10", "4", "EA", "12.00", "A1").build());
    desk.advance(Duration.ofHours(20));
    assertThat(desk.problems())
        .extracting(p -> p.kind())
        .containsExactlyInAnyOrder("price-mismatch", "deadline-near");
    desk.bean(io.quayside.order.Orders.class).release(id, "ann");
    desk.settle();
    assertThat(desk.problems()).isEmpty();
  }

  private static final String COMPLETE = "{\"complete\":true,\"code\":\"SC\"}";

  /** W-003 has neither stock nor a supplier: nobody knows its day, so nobody knows the other's. */
  @Test
  void noPartOfACompleteOrderIsPromisedWhileTheDayOfTheRestIsNotKnown() {
    String id =
        desk.run(
            Sample.order("1")
                .with("fulfilment", COMPLETE)
                .line("10", "4", "EA", "12.50", "A1")
                .line("20", "4", "EA", "4.25", "A3")
                .build());
    ConfirmedSchedule there = desk.confirmed(id, "10").schedules().get(0);
    assertThat(there.accepted()).isEqualTo("4");
    assertThat(there.shipDate()).isNull();
    assertThat(desk.confirmed(id, "20").schedules().get(0).backorderDate()).isNull();
  }

  /** The second line may not leave before Thursday the 3rd; nor does the first then. */
  @Test
  void aCompleteOrderLeavesWhenTheWindowOfTheLastLineOpens() {
    desk.warehouseOpen = true;
    String id =
        desk.run(
            Sample.order("1")
                .with("fulfilment", COMPLETE)
                .line("10", "4", "EA", "12.50", "A1")
                .line("20", "5", "EA", "12.50", "A1")
                .lastLine(
                    line -> line.set("dates", Sample.parse("{\"shipNotBefore\":\"2026-12-03\"}")))
                .build());
    assertThat(desk.confirmed(id, "10").schedules().get(0).shipDate()).isEqualTo("2026-12-03");
    assertThat(desk.confirmed(id, "20").schedules().get(0).shipDate()).isEqualTo("2026-12-03");
    assertThat(desk.all("inventory.ship")).isEmpty();

    desk.advance(Duration.ofDays(6));

    assertThat(desk.ledger(id, "10")).isEqualTo("4 0 0 0 4 4");
    assertThat(desk.ledger(id, "20")).isEqualTo("5 0 0 0 5 5");
  }
}
