package io.quayside.fulfilment.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.fulfilment.FulfilmentBench;
import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.Inventory;
import io.quayside.fulfilment.Inventory.BadLine;
import io.quayside.fulfilment.Inventory.ItemChange;
import io.quayside.fulfilment.Inventory.Received;
import io.quayside.fulfilment.SentMessages;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsReceived;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.message.StockReserved;
import io.quayside.work.Ids;
import io.quayside.work.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The inventory on a real database, packed by hand. Each test has items of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbeddedInventoryContract {

  private FulfilmentBench bench;
  private Inventory inventory;
  private ShippingDesk desk;
  private InventoryEndpoint endpoint;
  private SentMessages sent;

  /** The database to run on, as {@link io.quayside.work.DatabaseUnderTest} names it. */
  abstract String database();

  @BeforeAll
  void start() {
    bench = new FulfilmentBench(database());
    inventory = bench.bean(Inventory.class);
    desk = bench.bean(ShippingDesk.class);
    endpoint = bench.bean(InventoryEndpoint.class);
    sent = bench.sent();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  private void csv(String lines) {
    Inventory.Imported imported =
        inventory.importCsv(lines.getBytes(StandardCharsets.UTF_8), "tester");
    assertThat(imported.bad()).isEmpty();
  }

  private String message() {
    return bench.bean(Ids.class).next();
  }

  private StockReserved reserve(
      String request, String sku, String quantity, String unit, boolean test) {
    endpoint.reserve(request(request, "reserve", sku, quantity, unit, test), message());
    List<StockReserved> answers =
        sent.to("inventory.reserved", "\"" + request + "\"", StockReserved.class);
    return answers.get(answers.size() - 1);
  }

  private static ReserveStock request(
      String request, String kind, String sku, String quantity, String unit, boolean test) {
    return new ReserveStock(
        request,
        kind,
        "order-of-" + sku,
        "PO",
        "acme",
        null,
        test,
        List.of(new ReserveStock.Wanted("10", "1", sku, null, quantity, unit, null, null)));
  }

  private static ShipGoods ship(String request, String sku, String quantity, String unit) {
    return new ShipGoods(
        request,
        "order-of-" + sku,
        "PO",
        "SO-1",
        "acme",
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(
            new ShipGoods.Pick(
                "10", "1", sku, null, List.of(), null, quantity, unit, List.of(), List.of(),
                List.of())));
  }

  private static ShippingDesk.Packing packing(String request, ShippingDesk.Line... lines) {
    return new ShippingDesk.Packing(
        request, List.of(lines), null, null, null, null, "UPSN", "1Z1", null);
  }

  private static ShippingDesk.Line line(String quantity, String reason) {
    return new ShippingDesk.Line("10", "1", quantity, reason, null, null, null);
  }

  private Inventory.Item item(String sku) {
    return inventory.item(sku, false).orElseThrow();
  }

  @Test
  void parallelOrdersNeverShareAPiece() throws Exception {
    csv("sku,onHand\nRACE,100\n");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<StockReserved>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String request = "race-" + i;
        answers.add(threads.submit(() -> reserve(request, "RACE", "7", "EA", false)));
      }
      int held = 0;
      for (Future<StockReserved> answer : answers) {
        held += Integer.parseInt(answer.get().lines().get(0).reserved());
      }
      assertThat(held).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
    assertThat(item("RACE").reserved()).isEqualTo("100");
    assertThat(item("RACE").available()).isEqualTo("0");
  }

  @Test
  void ofTwoWhoPackTheSamePickAtOnceOneDoesAndTheOtherIsTold() {
    csv("sku,onHand\nPACKRACE,10\n");
    reserve("packrace-1", "PACKRACE", "6", "EA", false);
    endpoint.ship(ship("packrace-pick", "PACKRACE", "6", "EA"), message());

    List<Object> said =
        Stream.of("ann", "bob")
            .map(
                who ->
                    CompletableFuture.<Object>supplyAsync(
                            () -> desk.confirm(packing("packrace-pick", line("6", null)), who))
                        .exceptionally(Throwable::getCause))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(said).filteredOn(String.class::isInstance).hasSize(1);
    assertThat(said)
        .filteredOn(FulfilmentRefusal.class::isInstance)
        .singleElement()
        .asString()
        .containsAnyOf("packed or cancelled meanwhile", "packed or cancelled already");
    assertThat(sent.to("inventory.shipped", "packrace-pick", GoodsShipped.class)).hasSize(1);
    assertThat(item("PACKRACE").onHand()).isEqualTo("4");
    assertThat(item("PACKRACE").reserved()).isEqualTo("0");
  }

  @Test
  void thirtyPiecesAreTwoCasesOfTwelve() {
    csv("sku,onHand,packUnit,packQuantity,leadTimeDays\nCASES,30,CA,12,14\n");
    StockReserved.Held held = reserve("cases", "CASES", "3", "CA", false).lines().get(0);
    assertThat(held.reserved()).isEqualTo("2");
    assertThat(held.unit()).isEqualTo("CA");
    assertThat(held.availableDate()).isEqualTo("2026-12-07");
    assertThat(item("CASES").reserved()).isEqualTo("24");
    assertThat(item("CASES").available()).isEqualTo("6");
  }

  @Test
  void anItemNobodyKnowsAndAUnitItIsNotSoldByAreRefusedInWords() {
    csv("sku,onHand\nUNITS,5\n");
    assertThat(reserve("no-item", "NOPE", "1", "EA", false).lines().get(0).refusal())
        .isEqualTo("Inventory has no item NOPE");
    StockReserved.Held held = reserve("no-unit", "UNITS", "1", "CA", false).lines().get(0);
    assertThat(held.refusal()).isEqualTo("Item UNITS is stocked in EA and not sold by CA");
    assertThat(held.reserved()).isEqualTo("0");
  }

  @Test
  void aRequestThatComesTwiceHoldsOnceAndGetsTheSameAnswer() {
    csv("sku,onHand\nTWICE,10\n");
    StockReserved first = reserve("twice", "TWICE", "6", "EA", false);
    StockReserved second = reserve("twice", "TWICE", "6", "EA", false);
    assertThat(second).isEqualTo(first);
    assertThat(item("TWICE").reserved()).isEqualTo("6");
  }

  @Test
  void theFullestPlaceIsChosenUnlessMainHasItAll() {
    csv("sku,onHand,location\nPLACES,5,MAIN\nPLACES,50,EAST\n");
    assertThat(reserve("p1", "PLACES", "4", "EA", false).lines().get(0).location())
        .isEqualTo("MAIN");
    assertThat(reserve("p2", "PLACES", "20", "EA", false).lines().get(0).location())
        .isEqualTo("EAST");
    assertThat(item("PLACES").stock())
        .extracting(Inventory.Level::reserved)
        .containsExactly("20", "4");
  }

  @Test
  void badLinesAreReportedWithTheirNumberAndTheGoodOnesTaken() {
    Inventory.Imported imported =
        inventory.importCsv(
            """
            sku,onHand,price,gtin,supply
            GOOD-1,5,12.50,012345678905,stock
            ,5,,,
            BAD-1,-5,,,
            BAD-2,5,"1,000.00",,
            BAD-3,5,,12AB,
            BAD-4,5,,,sometimes
            GOOD-2,7,.99,,
            """
                .getBytes(StandardCharsets.UTF_8),
            "tester");
    assertThat(imported.taken()).isEqualTo(2);
    assertThat(imported.bad()).extracting(BadLine::line).containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(imported.bad().get(1).why()).contains("onHand is `-5`");
    assertThat(inventory.item("BAD-1", false)).isEmpty();
    assertThat(item("GOOD-1").gtin()).isEqualTo("00012345678905");
    assertThat(item("GOOD-2").onHand()).isEqualTo("7");
    assertThat(item("GOOD-2").price()).isEqualTo("0.99");
  }

  @Test
  void raisedStockIsToldAndLoweredStockIsNot() {
    csv("sku,onHand\nLEVEL,5\n");
    put("LEVEL", "12");
    put("LEVEL", "3");
    inventory.receive(List.of(new Received("LEVEL", null, "4", null)), null, false, "tester");
    assertThat(sent.to("inventory.received", "\"LEVEL\"", GoodsReceived.class))
        .extracting(goods -> goods.items().get(0).quantity())
        .containsExactly("5", "7", "4");
    assertThat(item("LEVEL").onHand()).isEqualTo("7");
  }

  private void put(String sku, String onHand) {
    ItemChange change =
        new ItemChange(
            null, null, onHand, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null);
    inventory.put(sku, change, false, "tester");
  }

  @Test
  void goodsInCasesAreBookedInPieces() {
    csv("sku,packUnit,packQuantity\nIN-CASES,CA,12\n");
    inventory.receive(List.of(new Received("IN-CASES", null, "2", "CA")), null, false, "tester");
    assertThat(item("IN-CASES").onHand()).isEqualTo("24");
    assertThatThrownBy(
            () ->
                inventory.receive(
                    List.of(new Received("IN-CASES", null, "2", "PL")), null, false, "tester"))
        .isInstanceOf(FulfilmentRefusal.class)
        .hasMessage("Item IN-CASES is stocked in EA, not in `PL`");
  }

  @Test
  void quantitiesThatMakeNoSenseAreRefusedInWords() {
    csv("sku,unit,onHand\nSENSE,EA,5\nCHEESE,LB,5.25\n");
    for (String wrong : List.of("1e9", "-1", "2.5", "1000000000")) {
      assertThatThrownBy(() -> receive("SENSE", wrong))
          .as(wrong)
          .isInstanceOf(FulfilmentRefusal.class)
          .hasMessageStartingWith("Item SENSE: quantity `" + wrong + "` is");
      assertThatThrownBy(() -> put("SENSE", wrong))
          .as(wrong)
          .isInstanceOf(FulfilmentRefusal.class)
          .hasMessageStartingWith("onHand is `" + wrong + "`: it is");
    }
    receive("CHEESE", "2.5");
    assertThat(item("SENSE").onHand()).isEqualTo("5");
    assertThat(item("CHEESE").onHand()).isEqualTo("7.75");
  }

  private void receive(String sku, String quantity) {
    inventory.receive(List.of(new Received(sku, null, quantity, null)), null, false, "tester");
  }

  @Test
  void stockBelowItsReorderPointMakesOneSupplierOrderWhileOneIsOpen() {
    csv(
        "sku,onHand,supplier,reorderPoint,reorderQuantity,multiple\n"
            + "LOW,100,bolts-inc,50,70,24\n");
    reserve("low-1", "LOW", "60", "EA", false);
    reserve("low-2", "LOW", "10", "EA", false);
    OrderFromSupplier order = sent.one("supplier.order", "\"LOW\"", OrderFromSupplier.class);
    assertThat(order.kind()).isEqualTo("stock");
    assertThat(order.supplier()).isEqualTo("bolts-inc");
    assertThat(order.lines().get(0).quantity()).isEqualTo("72");
    inventory.receive(
        List.of(new Received("LOW", null, "72", null)), order.supplierOrder(), false, "tester");
    reserve("low-3", "LOW", "100", "EA", false);
    assertThat(sent.to("supplier.order", "\"LOW\"", OrderFromSupplier.class)).hasSize(2);
  }

  @Test
  void whatIsPackedLeavesTheStockAndIsTold() {
    csv("sku,onHand,packUnit,packQuantity,weight\nPACKED,30,CA,12,0.5\n");
    reserve("packed-r", "PACKED", "2", "CA", false);
    endpoint.ship(ship("packed-s", "PACKED", "2", "CA"), message());
    assertThat(desk.find("packed-s").orElseThrow().lines()).hasSize(1);

    String shipment = desk.confirm(packing("packed-s"), "pat");

    GoodsShipped shipped = sent.one("inventory.shipped", "\"packed-s\"", GoodsShipped.class);
    assertThat(shipped.shipmentId()).isEqualTo(shipment);
    assertThat(shipped.confirmedBy()).isEqualTo("pat");
    assertThat(shipped.location()).isEqualTo("MAIN");
    assertThat(shipped.lines().get(0).quantity()).isEqualTo("2");
    assertThat(shipped.lines().get(0).shortQuantity()).isNull();
    assertThat(shipped.packages()).hasSize(2);
    assertThat(shipped.packages().get(0).sscc()).matches("00614141\\d{10}");
    assertThat(shipped.packages().get(0).weight()).isEqualTo("6");
    assertThat(item("PACKED").onHand()).isEqualTo("6");
    assertThat(item("PACKED").reserved()).isEqualTo("0");
    assertThat(desk.find("packed-s")).isEmpty();
    assertThatThrownBy(() -> desk.confirm(packing("packed-s"), "pat"))
        .hasMessageContaining("packed or cancelled already");
  }

  @Test
  void aShortPickGivesTheRestBackAndWhatIsGoneLeavesTheStock() {
    csv("sku,onHand\nSHORT,20\n");
    reserve("short-r", "SHORT", "10", "EA", false);
    endpoint.ship(ship("short-s", "SHORT", "10", "EA"), message());
    desk.confirm(packing("short-s", line("7", "damaged")), "pat");
    GoodsShipped.Packed packed =
        sent.one("inventory.shipped", "\"short-s\"", GoodsShipped.class).lines().get(0);
    assertThat(packed.quantity()).isEqualTo("7");
    assertThat(packed.shortQuantity()).isEqualTo("3");
    assertThat(packed.shortReason()).isEqualTo("damaged");
    assertThat(item("SHORT").onHand()).isEqualTo("10");
    assertThat(item("SHORT").reserved()).isEqualTo("0");
  }

  @Test
  void whatFollowsStaysHeldAndWhatIsNotFoundLeavesTheStock() {
    csv("sku,onHand\nLATER,20\nLOST,20\n");
    reserve("later-r", "LATER", "10", "EA", false);
    endpoint.ship(ship("later-s", "LATER", "10", "EA"), message());
    desk.confirm(packing("later-s", line("7", "later")), "pat");
    assertThat(item("LATER").onHand()).isEqualTo("13");
    assertThat(item("LATER").reserved()).isEqualTo("3");

    reserve("lost-r", "LOST", "10", "EA", false);
    endpoint.ship(ship("lost-s", "LOST", "10", "EA"), message());
    desk.confirm(packing("lost-s", line("7", "Not found")), "pat");
    assertThat(item("LOST").onHand()).isEqualTo("10");
    assertThat(item("LOST").reserved()).isEqualTo("0");
    assertThat(toCount())
        .containsExactly(
            "PO PO, line 10: 3 EA of LOST were not found at MAIN; its stock figure was lowered by"
                + " them.");
    put("LOST", "8");
    assertThat(toCount()).isEmpty();
  }

  private List<String> toCount() {
    return bench
        .bean(Problems.class)
        .list(new Problems.Query("stock-count", null, null, true, null, 0, 50))
        .items()
        .stream()
        .map(Problems.Problem::text)
        .toList();
  }

  @Test
  void moreThanAskedAndPackagesThatHoldOtherThanPackedAreRefused() {
    csv("sku,onHand\nWRONG,20\n");
    reserve("wrong-r", "WRONG", "10", "EA", false);
    endpoint.ship(ship("wrong-s", "WRONG", "10", "EA"), message());
    assertThatThrownBy(() -> desk.confirm(packing("wrong-s", line("11", null)), "pat"))
        .hasMessageContaining("Line 10: 11 EA packed, but 10 are to be picked");
    ShippingDesk.Package half =
        new ShippingDesk.Package(
            null, null, null, null, List.of(new GoodsShipped.Content("10", "1", "5", "EA")));
    assertThatThrownBy(
            () ->
                desk.confirm(
                    new ShippingDesk.Packing(
                        "wrong-s", null, null, List.of(half), null, null, null, null, null),
                    "pat"))
        .hasMessageContaining("10 packed, but the packages hold 5");
    assertThat(item("WRONG").onHand()).isEqualTo("20");
    assertThat(desk.find("wrong-s")).isPresent();
  }

  @Test
  void aReleaseShortensWhatWaitsToBePackedAndCancelsIt() {
    csv("sku,onHand\nFREE,20\n");
    reserve("free-r", "FREE", "10", "EA", false);
    endpoint.ship(ship("free-s", "FREE", "10", "EA"), message());
    endpoint.reserve(request("free-1", "release", "FREE", "4", "EA", false), message());
    assertThat(desk.find("free-s").orElseThrow().lines().get(0).quantity()).isEqualTo("6");
    assertThat(item("FREE").reserved()).isEqualTo("6");
    ReserveStock rest = request("free-2", "release", "FREE", "6", "EA", false);
    endpoint.reserve(rest, message());
    endpoint.reserve(rest, message());
    assertThat(desk.find("free-s")).isEmpty();
    assertThat(item("FREE").reserved()).isEqualTo("0");
    assertThat(item("FREE").onHand()).isEqualTo("20");
  }

  @Test
  void theTestAreaHasStockOfItsOwnCopiedAtFirstTouch() {
    csv("sku,onHand\nAREA,50\n");
    reserve("area-live", "AREA", "20", "EA", false);
    assertThat(reserve("area-test", "AREA", "45", "EA", true).lines().get(0).reserved())
        .isEqualTo("45");
    put("AREA", "500");
    assertThat(reserve("area-test-2", "AREA", "45", "EA", true).lines().get(0).reserved())
        .isEqualTo("5");
    assertThat(item("AREA").reserved()).isEqualTo("20");
    assertThat(inventory.item("AREA", true).orElseThrow().reserved()).isEqualTo("50");
  }

  @Test
  void aShipmentFromElsewhereGetsItsNumberAndPackagesAndTouchesNoStock() {
    csv("sku,onHand\nELSE,50\n");
    GoodsShipped told =
        new GoodsShipped(
            null,
            null,
            "order-elsewhere",
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(
                new GoodsShipped.Packed(
                    "10", "1", "ELSE", "3", "EA", List.of(), List.of(), null, null, null, null)),
            null);
    String shipment = desk.report(told, false, "pat");
    GoodsShipped shipped = sent.one("inventory.shipped", "order-elsewhere", GoodsShipped.class);
    assertThat(shipped.shipmentId()).isEqualTo(shipment).startsWith("SH-");
    assertThat(shipped.packages()).hasSize(1);
    assertThat(shipped.confirmedBy()).isEqualTo("pat");
    assertThat(item("ELSE").onHand()).isEqualTo("50");
  }
}
