package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.Orders;
import io.quayside.order.Terms.OnShortPick;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods that were promised and could not be packed go on by themselves, and never in a circle. */
class ShortPickTest {

  @TempDir Path home;
  private OrderDesk desk;
  private String id;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    desk.stock.put("W-001", new BigDecimal(100));
    desk.warehouseOpen = false;
    id = desk.run(Sample.order("1").line("10", "60", "EA", "12.50", "A1").build());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void packShort(String quantity, String reason) {
    desk.shortPicks.put("10", quantity);
    desk.shortReason = reason;
    desk.packLast(1);
  }

  private int asked(String queue) {
    return desk.all(queue).size();
  }

  @Test
  void theRestIsHeldAgainWhereStockHasItAndThePickGoesOn() {
    packShort("15", "not-found");
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 45 45");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("25");
    assertThat(asked("inventory.ship")).isEqualTo(2);
    desk.packLast(1);
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.view(id).shipments()).hasSize(2);
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void whatFollowsStaysPromisedAndHeldAndIsAskedForAgain() {
    packShort("15", "later");
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 45 45");
    assertThat(asked("inventory.reserve")).isEqualTo(1);
    assertThat(desk.all("inventory.ship").get(1).path("lines").get(0).path("quantity").asText())
        .isEqualTo("15");
    desk.packLast(1);
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
  }

  @Test
  void whereNothingFollowsTheWarehouseIsAskedOnTheNextWorkingDay() {
    packShort("60", "later");
    assertThat(asked("inventory.ship")).isEqualTo(1);
    assertThat(desk.problems()).extracting(p -> p.kind()).containsExactly("short-pick");
    desk.advance(Duration.ofHours(13));
    assertThat(asked("inventory.ship")).isEqualTo(1);
    desk.advance(Duration.ofHours(2));
    assertThat(asked("inventory.ship")).isEqualTo(2);
    desk.packLast(1);
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void aWarehouseThatNeverFindsWhatInventoryHoldsIsNotAskedInACircle() {
    packShort("60", "not-found");
    assertThat(asked("inventory.ship")).as("once more, from another place").isEqualTo(2);
    desk.stock.put("W-001", new BigDecimal(100));
    packShort("40", "not-found");
    assertThat(asked("inventory.ship")).isEqualTo(2);
    assertThat(desk.problems().get(0).text())
        .isEqualTo(
            "Line 10: nothing of 40 EA of W-001 could be packed (not-found). They are asked for"
                + " again on the next working day.");
    desk.advance(Duration.ofHours(15));
    assertThat(asked("inventory.ship")).isEqualTo(3);
  }

  @Test
  void withoutAReasonNothingIsKnownAndTheNextWorkingDayIsWaitedFor() {
    packShort("60", null);
    assertThat(desk.ledger(id, "10")).isEqualTo("0 60 0 0 0 0");
    desk.advance(Duration.ofHours(15));
    assertThat(desk.ledger(id, "10")).isEqualTo("40 20 0 0 0 0");
  }

  @Test
  void stockThatNobodyToldOfIsFoundOnTheNextWorkingDay() {
    packShort("15", "damaged");
    String second = desk.run(Sample.order("2").line("10", "60", "EA", "12.50", "A1").build());
    assertThat(desk.ledger(second, "10")).isEqualTo("25 35 0 0 0 0");
    desk.stock.put("W-001", new BigDecimal(35));
    desk.clock.set(java.time.Instant.parse("2026-11-27T10:00:00Z"));
    desk.advance(Duration.ofHours(1));
    assertThat(desk.ledger(second, "10")).isEqualTo("60 0 0 0 0 0");
  }

  @Test
  void whatOneOrderGivesBackGoesToTheOldestThatWaitsForIt() {
    String second = desk.run(Sample.order("2").line("10", "60", "EA", "12.50", "A1").build());
    assertThat(desk.ledger(second, "10")).isEqualTo("40 20 0 0 0 0");
    desk.bean(Orders.class).cancel(id, "Store closed", "ann");
    desk.settle();
    assertThat(desk.ledger(second, "10")).isEqualTo("60 0 0 0 0 0");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("40");
  }

  @Test
  void aSupplierIsAskedForNothingThatStockStillHas() {
    desk.stock.put("S-001", new BigDecimal(20));
    String other = desk.run(Sample.order("3").line("10", "10", "EA", "20.00", "S-001").build());
    packShort("4", "not-found");
    assertThat(desk.ledger(other, "10")).isEqualTo("10 0 0 0 6 6");
    assertThat(desk.all("supplier.order")).isEmpty();
  }

  @Test
  void whereAShortPickIsCancelledWhatFollowsIsGivenBack() {
    desk.terms.shortPick = OnShortPick.CANCEL;
    packShort("15", "later");
    assertThat(desk.ledger(id, "10")).isEqualTo("45 0 0 15 45 45");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("55");
  }
}
