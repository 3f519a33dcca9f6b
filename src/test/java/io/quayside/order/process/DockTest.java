package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.order.Orders;
import io.quayside.order.message.ShipGoods;
import io.quayside.work.Problems;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed leaves only when it may: together with the rest, and not while it is held. */
class DockTest {

  private static final String COMPLETE =
      "{\"backorder\":null,\"partial\":false,\"complete\":true,\"code\":\"SC\"}";

  @TempDir static Path home;
  private static OrderDesk desk;

  @BeforeAll
  static void open() {
    desk = new OrderDesk(home);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @BeforeEach
  void reset() {
    desk.stock.clear();
    desk.stock.put("W-001", new BigDecimal(60));
    desk.stock.put("W-003", new BigDecimal(10));
    desk.shortPicks.clear();
    desk.shortReason = "damaged";
    desk.warehouseOpen = false;
    desk.terms.backorder = true;
    desk.sent.clear();
  }

  private static Sample order(String number) {
    return Sample.order(number)
        .line("10", "60", "EA", "12.50", "A1")
        .line("30", "10", "EA", "4.25", "A3");
  }

  private static void packShort() {
    desk.shortPicks.put("10", "15");
    desk.packLast(1);
  }

  private static Problems.Problem waits(String order) {
    return desk.problems().stream()
        .filter(one -> order.equals(one.orderId()) && one.kind().equals("shipment-waits"))
        .findFirst()
        .orElseThrow();
  }

  private static void nothingHasLeft(String id) {
    assertThat(desk.queues()).doesNotContain("carrier.ship", "shipment.announce");
    assertThat(desk.all("accounting.post"))
        .extracting(post -> post.path("kind").asText())
        .doesNotContain("shipment");
    assertThat(desk.line(id, "10").shipped()).isEqualTo("0");
    assertThat(desk.line(id, "30").shipped()).isEqualTo("0");
  }

  @Test
  void aShipCompleteOrderThatIsPackedShortLeavesWithItsRest() {
    String id = desk.run(order("SC-1").with("fulfilment", COMPLETE).build());
    packShort();

    nothingHasLeft(id);
    assertThat(desk.ledger(id, "10")).isEqualTo("45 15 0 0 0 0");
    assertThat(desk.view(id).status()).isEqualTo("accepted");
    assertThat(waits(id).text())
        .matches(
            "Shipment S-\\d+ is packed \\(line 10: 45 EA, line 30: 10 EA\\) and waits; all of it is to leave together, and the rest is not packed\\.");

    desk.receive("W-001", "15");
    assertThat(desk.all("inventory.ship").get(1).path("lines"))
        .extracting(line -> line.path("quantity").asText())
        .containsExactly("15");
    nothingHasLeft(id);
    desk.packLast(1);

    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.all("carrier.ship")).hasSize(2);
    assertThat(desk.all("shipment.announce")).hasSize(2);
    assertThat(desk.problems()).filteredOn(one -> id.equals(one.orderId())).isEmpty();
  }

  @Test
  void aPersonLetsAPartGoThatTheCustomerTakesAllTheSame() {
    String id = desk.run(order("SC-2").with("fulfilment", COMPLETE).build());
    packShort();
    desk.bean(Problems.class).retry(waits(id).id(), "ann");
    desk.settle();

    assertThat(desk.ledger(id, "10")).isEqualTo("45 15 0 0 45 45");
    assertThat(desk.all("carrier.ship")).hasSize(1);
    assertThat(desk.problems()).filteredOn(one -> id.equals(one.orderId())).isEmpty();
  }

  @Test
  void whereTheRestIsCancelledWhatIsPackedLeaves() {
    String id = desk.run(order("SC-3").with("fulfilment", COMPLETE).build());
    packShort();
    desk.bean(Orders.class)
        .decide(
            id,
            List.of(
                new Orders.Decision(
                    "10", "1", null, "0", null, null, "15", null, null, null, null, "agreed")),
            "ann");
    desk.settle();

    assertThat(desk.ledger(id, "10")).isEqualTo("45 0 0 15 45 45");
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void aChangeIsNotTakenWhileGoodsOfTheOrderStandPacked() {
    String id = desk.run(order("SC-9").with("fulfilment", COMPLETE).build());
    packShort();
    desk.place(
        order("SC-9")
            .with("fulfilment", COMPLETE)
            .text("purposeCode", "04")
            .text("purpose", "change")
            .line("40", "1", "EA", "4.25", "A3")
            .build(),
        "c9",
        false);

    assertThatThrownBy(() -> desk.bean(Orders.class).settle("c9", true, "ann"))
        .hasMessage(
            "Part of PO SC-9 stands packed and waits to leave: decide its lines by hand, and dismiss the change.");
    assertThat(desk.ledger(id, "10")).isEqualTo("45 15 0 0 0 0");
    assertThat(waits(id).text()).contains("line 10: 45 EA");
  }

  @Test
  void whatStandsPackedIsNotPutOffToBePickedAgain() {
    String id = desk.run(order("SC-8").with("fulfilment", COMPLETE).build());
    packShort();

    assertThatThrownBy(() -> desk.bean(Orders.class).decide(id, List.of(putOff("60")), "ann"))
        .hasMessage(
            "Line 10: 45 stand packed and need not wait: accept them, or reject or cancel them.");
    assertThat(desk.ledger(id, "10")).isEqualTo("45 15 0 0 0 0");
  }

  private static Orders.Decision putOff(String quantity) {
    return new Orders.Decision(
        "10", "1", "0", quantity, null, null, null, null, null, null, null, "later");
  }

  @Test
  void whatIsPackedOfACancelledOrderIsToBeUnpacked() {
    String id = desk.run(order("SC-4").with("fulfilment", COMPLETE).build());
    packShort();
    desk.bean(Orders.class).cancel(id, "Store closed", "ann");
    desk.settle();

    nothingHasLeft(id);
    assertThat(desk.view(id).status()).isEqualTo("cancelled");
    assertThat(desk.problems())
        .filteredOn(one -> id.equals(one.orderId()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("shipment-mismatch");
              assertThat(one.remedy()).contains("Unpack it and book the goods in");
            });
  }

  @Test
  void whatIsPackedOfAHeldOrderLeavesWhenItIsReleased() {
    String id = desk.run(order("HELD-1").build());
    JsonNode asked = desk.only("inventory.ship");
    desk.place(
        order("HELD-1").text("purpose", "change").text("purposeCode", "04").build(),
        "doc-change",
        false);
    desk.settle();
    assertThat(desk.view(id).holds().get(0).text())
        .endsWith(
            "The warehouse was asked to pack already: what it packs waits until this is settled.");

    desk.pack(desk.convert(asked, ShipGoods.class));
    desk.settle();
    nothingHasLeft(id);
    assertThat(waits(id).text()).contains("and waits; the order is held: PO HELD-1: a change");

    desk.bean(Orders.class).release(id, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.all("carrier.ship")).hasSize(1);
    assertThat(desk.problems()).filteredOn(one -> id.equals(one.orderId())).isEmpty();
  }

  @Test
  void whatIsPackedOfAnOrderThatAPersonRefusesIsToBeUnpacked() {
    String id = desk.run(order("HELD-2").build());
    JsonNode asked = desk.only("inventory.ship");
    desk.place(
        order("HELD-2").text("purpose", "change").text("purposeCode", "04").build(),
        "doc-refused",
        false);
    desk.settle();
    desk.pack(desk.convert(asked, ShipGoods.class));
    desk.bean(Orders.class).decide(id, List.of(refuse("10", "60"), refuse("30", "10")), "ann");
    desk.bean(Orders.class).release(id, "ann");
    desk.settle();

    nothingHasLeft(id);
    assertThat(desk.problems())
        .filteredOn(one -> id.equals(one.orderId()))
        .extracting(Problems.Problem::kind)
        .containsExactly("shipment-mismatch");
  }

  private static Orders.Decision refuse(String line, String quantity) {
    return new Orders.Decision(
        line, "1", "0", null, null, quantity, null, null, null, null, null, "no");
  }

  @Test
  void aLineThatIsToLeaveCompleteWaitsAloneAndOthersGo() {
    desk.stock.put("W-001", new BigDecimal(45));
    Sample order = Sample.order("LINE-1").line("10", "60", "EA", "12.50", "A1");
    order.lastLine(line -> line.set("fulfilment", Sample.parse(COMPLETE)));
    String id = desk.run(order.line("30", "10", "EA", "4.25", "A3").build());

    assertThat(desk.ledger(id, "10")).isEqualTo("45 15 0 0 0 0");
    assertThat(desk.only("inventory.ship").path("lines"))
        .extracting(line -> line.path("lineNumber").asText())
        .containsExactly("30");
    desk.packLast(1);
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 10 10");
    desk.receive("W-001", "15");
    desk.packLast(1);
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
  }

  @Test
  void theLinesOwnWordOnBackordersGoesBeforeTheOrders() {
    desk.stock.put("W-001", new BigDecimal(45));
    desk.stock.put("W-003", new BigDecimal(4));
    Sample order = Sample.order("LINE-2").line("10", "60", "EA", "12.50", "A1");
    order.lastLine(
        line -> line.set("fulfilment", Sample.parse("{\"backorder\":false,\"code\":\"N\"}")));
    order.line("30", "10", "EA", "4.25", "A3");
    String id = desk.run(order.build());

    assertThat(desk.ledger(id, "10")).isEqualTo("45 0 15 0 0 0");
    assertThat(desk.ledger(id, "30")).isEqualTo("4 6 0 0 0 0");
  }

  @Test
  void aLineOfAllOrNothingIsRefusedWholeAndTheOthersGo() {
    desk.stock.put("W-001", new BigDecimal(45));
    Sample order = Sample.order("LINE-3").line("10", "60", "EA", "12.50", "A1");
    order.lastLine(
        line ->
            line.set(
                "fulfilment",
                Sample.parse("{\"backorder\":false,\"complete\":true,\"partial\":false}")));
    String id = desk.run(order.line("30", "10", "EA", "4.25", "A3").build());

    assertThat(desk.ledger(id, "10")).isEqualTo("0 0 60 0 0 0");
    assertThat(desk.confirmed(id, "10").schedules().get(0).reasonText())
        .isEqualTo("The line cannot be delivered complete.");
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 0 0");
    assertThat(desk.all("inventory.reserve"))
        .filteredOn(asked -> asked.path("kind").asText().equals("release"))
        .extracting(asked -> asked.at("/lines/0/quantity").asText())
        .containsExactly("45");
  }
}
