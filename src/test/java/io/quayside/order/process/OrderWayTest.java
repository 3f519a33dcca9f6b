package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.order.Answers;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.Row;
import io.quayside.order.Orders;
import io.quayside.order.Terms.InvoiceTrigger;
import io.quayside.order.Terms.OnPriceMismatch;
import io.quayside.order.Terms.OnUnknownItem;
import io.quayside.order.canonical.PurchaseOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order's way from the first message to the last delivery. */
class OrderWayTest {

  private static final String TEN_OFF =
      "[{\"type\":\"allowance\",\"code\":\"C310\",\"amount\":\"10.00\",\"description\":\"ten off\"}]";
  private static final String TEN_PERCENT_OFF =
      "[{\"type\":\"allowance\",\"code\":\"C310\",\"percent\":\"10\"},"
          + "{\"type\":\"allowance\",\"percent\":\"50\",\"handling\":\"bill-back\"}]";
  private static final String TWO_DELIVERIES =
      """
      [{"id":"1","quantity":"40","unit":"EA","dates":{"requestedDelivery":"2026-12-01"}},
       {"id":"2","quantity":"20","unit":"EA","dates":{"requestedDelivery":"2026-12-15"}}]
      """;

  @TempDir Path home;
  private OrderDesk desk;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    desk.stock.put("W-001", new BigDecimal(60));
    desk.stock.put("W-003", new BigDecimal(100));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** The worked answer: 60 of 100 in stock, an unknown item, a price of ours. */
  @Test
  void theWorkedAnswerIsDecidedShippedAndBilledLineByLine() {
    desk.terms.unknownItem = OnUnknownItem.REJECT_LINE;
    desk.terms.priceMismatch = OnPriceMismatch.OURS;
    String id =
        desk.run(
            Sample.order("4500000042")
                .line("10", "100", "EA", "12.50", "A1")
                .line("20", "5", "EA", "3.00", "ZZ9")
                .line("30", "10", "EA", "4.00", "A3")
                .build());

    assertThat(desk.ledger(id, "10")).isEqualTo("60 40 0 0 60 60");
    assertThat(desk.ledger(id, "20")).isEqualTo("0 0 5 0 0 0");
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.line(id, "10").status()).isEqualTo("backordered");
    assertThat(desk.line(id, "20").status()).isEqualTo("rejected");
    assertThat(desk.view(id).status()).isEqualTo("partially-shipped");
    assertThat(desk.view(id).invoiceStatus()).isEqualTo("partial");
    assertThat(desk.view(id).salesOrder().number()).isEqualTo("SO-1001");
    assertThat(desk.view(id).accounting().tag()).isEqualTo("accounts-receivable");
    assertThat(desk.confirmed(id, "30").price().amount()).isEqualTo("4.25");
    assertThat(desk.confirmed(id, "30").priceChanged()).isTrue();
    assertThat(desk.confirmed(id, "20").schedules().get(0).reason()).isEqualTo("unknown-item");
    assertThat(desk.confirmed(id, "10").schedules().get(0).shipDate()).isEqualTo("2026-11-23");
    assertThat(desk.queues())
        .containsExactly(
            "inventory.reserve",
            "accounting.post",
            "order.confirm",
            "inventory.ship",
            "shipment.announce",
            "carrier.ship",
            "accounting.post",
            "invoice.send");
    assertThat(desk.all("accounting.post").get(0).path("kind").asText()).isEqualTo("sales-order");
    assertThat(desk.all("accounting.post").get(1).path("amount").asText()).isEqualTo("792.50");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void whatIsDeliveredAndPaidIsClosed() {
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    assertThat(desk.view(id).status()).isEqualTo("shipped");
    desk.carrier("S-1", id, "delivered");
    desk.carrier("S-1", id, "in-transit");
    assertThat(desk.view(id).status()).isEqualTo("delivered");
    assertThat(desk.view(id).shipments().get(0).status()).isEqualTo("delivered");
    assertThat(desk.view(id).shipments().get(0).tracking()).isEqualTo("1Z1");
    assertThat(desk.bean(io.quayside.order.Orders.class).paid("INV-1001", false, "ann")).isTrue();
    assertThat(desk.view(id).status()).isEqualTo("closed");
    assertThat(desk.view(id).invoiceStatus()).isEqualTo("paid");
  }

  @Test
  void goodsReceivedReleaseTheOldestOrderFirstAndMakeASecondShipmentAndInvoice() {
    String first = desk.run(Sample.order("1").line("1", "100", "EA", "12.50", "A1").build());
    String second = desk.run(Sample.order("2").line("1", "50", "EA", "12.50", "A1").build());
    assertThat(desk.ledger(second, "1")).isEqualTo("0 50 0 0 0 0");
    assertThat(desk.view(second).status()).isEqualTo("backordered");

    desk.receive("W-001", "60");

    assertThat(desk.ledger(first, "1")).isEqualTo("100 0 0 0 100 100");
    assertThat(desk.ledger(second, "1")).isEqualTo("20 30 0 0 20 20");
    assertThat(desk.view(first).status()).isEqualTo("shipped");
    assertThat(desk.view(first).shipments()).hasSize(2);
    assertThat(desk.view(first).invoices()).hasSize(2);
    assertThat(desk.all("invoice.send")).hasSize(3);
    assertThat(desk.all("order.confirm"))
        .as("no day was told for what waited, so each is told again")
        .hasSize(4);
  }

  @Test
  void aShortPickIsPackedAsItIsAndTheRestWaits() {
    desk.warehouseOpen = false;
    String id = desk.run(Sample.order("1").line("10", "60", "EA", "12.50", "A1").build());
    assertThat(desk.view(id).status()).isEqualTo("accepted");
    desk.shortPicks.put("10", "15");
    desk.openWarehouse();
    assertThat(desk.ledger(id, "10")).isEqualTo("45 15 0 0 45 45");
    assertThat(desk.bean(Answers.class).shipment("S-1").orElseThrow().lines().get(0).quantity())
        .isEqualTo("45");
  }

  @Test
  void aShortPickIsCancelledWhereTheBuyerWantsNoBackorder() {
    desk.warehouseOpen = false;
    String id =
        desk.run(
            Sample.order("1")
                .with("fulfilment", "{\"backorder\":false,\"code\":\"N\"}")
                .line("10", "60", "EA", "12.50", "A1")
                .build());
    desk.shortPicks.put("10", "15");
    desk.openWarehouse();
    assertThat(desk.ledger(id, "10")).isEqualTo("45 0 0 15 45 45");
    assertThat(desk.view(id).status()).isEqualTo("shipped");
  }

  /** PO1*10*60**12.50**BP*A1~ and PO1*20*5**3.00**BP*ZZ9~: only a known item has a unit. */
  @Test
  void aLineWithoutAUnitHasThatOfItsItem() {
    desk.terms.unknownItem = OnUnknownItem.REJECT_LINE;
    desk.terms.priceMismatch = OnPriceMismatch.THEIRS;
    desk.catalogue.unit = "RL";
    desk.catalogue.add("W-001", "12.50", null, "stock");
    String id =
        desk.run(
            Sample.order("1")
                .line("10", "60", "EA", "12.50", "A1")
                .lastLine(line -> line.remove("unit"))
                .lastLine(line -> ((ObjectNode) line.get("price")).remove("unit"))
                .line("20", "5", "EA", "3.00", "ZZ9")
                .lastLine(line -> line.remove("unit"))
                .build());
    assertThat(desk.confirmed(id, "10").unit()).isEqualTo("RL");
    assertThat(desk.confirmed(id, "20").unit()).isEqualTo("EA");
    assertThat(desk.line(id, "10").unit()).isEqualTo("RL");
    assertThat(desk.all("inventory.ship").get(0).path("lines").get(0).path("unit").asText())
        .isEqualTo("RL");
    assertThat(desk.bean(Answers.class).shipment("S-1").orElseThrow().lines().get(0).unit())
        .isEqualTo("RL");
    assertThat(desk.all("accounting.post").get(1).path("lines").get(0).path("unit").asText())
        .isEqualTo("RL");
  }

  @Test
  void whatTheCarrierBringsBackIsCreditedAndTheCustomerGetsTheCreditNote() {
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    desk.carrier("S-1", id, "returned");
    assertThat(desk.line(id, "1").returned()).isEqualTo("60");
    assertThat(desk.line(id, "1").credited()).isEqualTo("60");
    assertThat(desk.all("accounting.post"))
        .extracting(b -> b.path("kind").asText())
        .containsExactly("sales-order", "shipment", "credit");
    assertThat(desk.all("invoice.send")).hasSize(2);
    Answers answers = desk.bean(Answers.class);
    Answers.Billing invoice = answers.invoice("INV-1001", false).orElseThrow();
    assertThat(invoice.credit()).isFalse();
    assertThat(invoice.originals()).isEmpty();
    Answers.Billing credit = answers.invoice("INV-1002", false).orElseThrow();
    assertThat(credit.credit()).isTrue();
    assertThat(credit.originals())
        .containsExactly(new Answers.Original("INV-1001", invoice.invoice().date()));
    assertThat(desk.bean(OrderViews.class).unbilled(id).orElseThrow()).isEqualByComparingTo("0");
  }

  @Test
  void whatCameBackIsTakenBackOnceWhateverTheCarrierSaysOfItLater() {
    desk.stock.put("W-001", new BigDecimal(30));
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    desk.receive("W-001", "30");
    for (String scan : List.of("returned", "in-transit", "damaged", "delivered", "returned")) {
      desk.carrier("S-1", id, scan);
    }
    assertThat(desk.line(id, "1").returned()).isEqualTo("30");
    assertThat(desk.line(id, "1").credited()).isEqualTo("30");
    assertThat(desk.view(id).shipments().get(0).status()).isEqualTo("returned");
    assertThat(desk.view(id).status()).isEqualTo("shipped");
  }

  @Test
  void whatIsCancelledIsNotOwed() {
    desk.warehouseOpen = false;
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    OrderViews views = desk.bean(OrderViews.class);
    assertThat(views.unbilled(id).orElseThrow()).isEqualByComparingTo("750.00");
    desk.bean(io.quayside.order.Orders.class).cancel(id, "Store closed", "ann");
    assertThat(views.unbilled(id).orElseThrow()).isEqualByComparingTo("0");
    assertThat(views.unbilled("nobody")).isEmpty();
  }

  @Test
  void theSameShipmentTwiceCountsOnce() {
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    desk.packed(
        desk.convert(
            Sample.parse(
                "{\"shipmentId\":\"S-1\",\"orderId\":\"%s\",\"lines\":[{\"lineNumber\":\"1\",\"scheduleId\":\"1\",\"quantity\":\"60\"}]}"
                    .formatted(id)),
            io.quayside.order.message.GoodsShipped.class));
    desk.settle();
    assertThat(desk.ledger(id, "1")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.all("shipment.announce")).hasSize(1);
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void whatIsPackedBeyondTheOrderIsReportedAndNeverAnnouncedByItself() {
    desk.warehouseOpen = false;
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    desk.packed(
        desk.convert(
            Sample.parse(
                ("{\"shipmentId\":\"S-9\",\"orderId\":\"%s\",\"lines\":["
                        + "{\"lineNumber\":\"1\",\"scheduleId\":\"1\",\"sku\":\"W-001\",\"quantity\":\"70\",\"unit\":\"EA\"},"
                        + "{\"lineNumber\":\"7\",\"scheduleId\":\"1\",\"sku\":\"W-009\",\"quantity\":\"2\",\"unit\":\"EA\"}]}")
                    .formatted(id)),
            io.quayside.order.message.GoodsShipped.class));
    desk.settle();
    assertThat(desk.ledger(id, "1")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.all("shipment.announce")).isEmpty();
    assertThat(desk.problems()).hasSize(1);
    assertThat(desk.problems().get(0).kind()).isEqualTo("shipment-mismatch");
    assertThat(desk.problems().get(0).text())
        .contains("10 EA of W-001 more than may be shipped on line 1")
        .contains("2 EA of W-009 as line 7, schedule 1, which the order does not have");
  }

  @Test
  void whatWasPackedBeforeTheCancellationIsKeptAndNoCarrierComesForIt() {
    desk.warehouseOpen = false;
    String id = desk.run(Sample.order("1").line("1", "60", "EA", "12.50", "A1").build());
    desk.bean(Orders.class).cancel(id, "not needed", "anna");
    desk.openWarehouse();
    desk.settle();
    assertThat(desk.ledger(id, "1")).isEqualTo("0 0 0 60 0 0");
    assertThat(desk.view(id).status()).isEqualTo("cancelled");
    assertThat(desk.all("carrier.ship")).isEmpty();
    assertThat(desk.all("shipment.announce")).isEmpty();
    assertThat(desk.all("accounting.post"))
        .extracting(post -> post.get("kind").asText())
        .doesNotContain("shipment");
    assertThat(desk.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo("shipment-mismatch"))
        .satisfies(
            problem ->
                assertThat(problem.text())
                    .contains("60 EA of W-001 more than may be shipped on line 1")
                    .endsWith("so nothing in it is ordered any more."));
  }

  @Test
  void aDropShipmentIsOrderedFromTheSupplierAndItsWordIsAShipment() {
    String id = desk.run(Sample.order("1").line("10", "3", "EA", "99.00", "D-001").build());
    assertThat(desk.all("inventory.reserve")).isEmpty();
    assertThat(desk.all("inventory.ship")).isEmpty();
    assertThat(desk.only("supplier.order").path("kind").asText()).isEqualTo("drop-ship");
    assertThat(desk.only("supplier.order").path("supplierOrder").asText()).isEqualTo("PO-1001");
    assertThat(desk.only("supplier.order").path("shipTo").path("name").asText())
        .isEqualTo("Acme Store 42");
    assertThat(desk.confirmed(id, "10").schedules().get(0).shipDate()).isEqualTo("2026-12-08");

    desk.supplier(
        desk.convert(
            Sample.parse(
                "{\"supplierOrder\":\"PO-1001\",\"orderId\":\"%s\",\"status\":\"shipped\",\"at\":\"2026-12-08T09:00:00Z\",\"tracking\":\"T1\",\"lines\":[{\"lineNumber\":\"1\",\"sku\":\"D-001\",\"quantity\":\"2\"}]}"
                    .formatted(id)),
            io.quayside.order.message.SupplierStatus.class));
    assertThat(desk.ledger(id, "10")).isEqualTo("3 0 0 0 2 2");
    assertThat(desk.only("shipment.announce").path("shipmentId").asText()).isEqualTo("PO-1001-1");
    assertThat(desk.all("carrier.ship")).isEmpty();
  }

  @Test
  void aShortageIsOrderedFromTheSupplierOnceAndItsPromiseMovesTheDate() {
    desk.stock.put("S-001", new BigDecimal(4));
    String id = desk.run(Sample.order("1").line("10", "10", "EA", "20.00", "S-001").build());
    assertThat(desk.only("supplier.order").path("lines").get(0).path("quantity").asText())
        .isEqualTo("6");
    assertThat(desk.confirmed(id, "10").schedules().get(0).backorderDate()).isEqualTo("2026-12-08");
    desk.supplier(
        desk.convert(
            Sample.parse(
                "{\"supplierOrder\":\"PO-1001\",\"status\":\"confirmed\",\"lines\":[{\"sku\":\"S-001\",\"quantity\":\"6\",\"date\":\"2026-12-15\"}]}"),
            io.quayside.order.message.SupplierStatus.class));
    assertThat(desk.confirmed(id, "10").schedules().get(0).backorderDate()).isEqualTo("2026-12-15");
    desk.receive("S-001", "6");
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.all("supplier.order")).hasSize(1);
  }

  @Test
  void aCashSaleIsBilledWhenItIsAcceptedAndNotAgainWhenItShips() {
    desk.warehouseOpen = false;
    String id =
        desk.run(
            Sample.order("1")
                .with("payment", "{\"method\":\"card\"}")
                .line("10", "100", "EA", "12.50", "A1")
                .build());
    assertThat(desk.view(id).accounting().tag()).isEqualTo("cash-sale");
    assertThat(desk.ledger(id, "10")).isEqualTo("60 40 0 0 0 60");
    desk.openWarehouse();
    assertThat(desk.all("invoice.send")).hasSize(1);
    desk.receive("W-001", "40");
    assertThat(desk.ledger(id, "10")).isEqualTo("100 0 0 0 100 100");
    assertThat(desk.all("accounting.post"))
        .extracting(b -> b.path("kind").asText())
        .containsExactly("sales-order", "order", "order");
  }

  @Test
  void anOrderOnAccountOfACustomerWhoPaysByCardIsBilledWhenItShips() {
    desk.terms.payment = "card";
    desk.terms.invoiceTrigger = InvoiceTrigger.ORDER;
    desk.warehouseOpen = false;
    String id =
        desk.run(
            Sample.order("1")
                .with("payment", "{\"method\":\"on-account\"}")
                .line("10", "10", "EA", "12.50", "A1")
                .build());
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 0 0");
    desk.openWarehouse();
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void aTestOrderGoesItsWayInTheTestAreaOnly() {
    desk.stock.put("test/W-001", new BigDecimal(10));
    String live = desk.run(Sample.order("1").line("10", "10", "EA", "12.50", "A1").build());
    String test =
        desk.place(Sample.order("1").line("10", "10", "EA", "12.50", "A1").build(), "d-2", true)
            .orderId();
    desk.settle();
    assertThat(test).isNotEqualTo(live);
    assertThat(desk.ledger(test, "10")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("50");
    assertThat(desk.stock.get("test/W-001")).isEqualByComparingTo("0");
    assertThat(desk.view(test).salesOrder().number()).isEqualTo("TEST-SO-1001");
    assertThat(desk.destinations).contains("test.inventory.reserve", "test.carrier.ship");
    OrderViews views = desk.bean(OrderViews.class);
    OrderViews.Query query = new OrderViews.Query("1", null, null, null, null, null, 0, 10);
    assertThat(views.search(query).items()).extracting(Row::id).containsExactly(live);
    assertThat(views.counts()).containsOnlyKeys("shipped").containsEntry("shipped", 1L);
  }

  @Test
  void aChargeForTheOrderIsBilledInSharesThatAddUp() {
    String id =
        desk.run(
            Sample.order("1")
                .with(
                    "allowancesAndCharges",
                    "[{\"type\":\"charge\",\"code\":\"D240\",\"amount\":\"10.00\"}]")
                .line("10", "90", "EA", "12.50", "A1")
                .build());
    desk.receive("W-001", "30");
    assertThat(desk.ledger(id, "10")).isEqualTo("90 0 0 0 90 90");
    assertThat(desk.all("accounting.post").subList(1, 3))
        .extracting(
            body -> body.path("allowancesAndCharges").get(0).path("amount").asText(),
            body -> body.path("amount").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("6.67", "756.67"),
            org.assertj.core.groups.Tuple.tuple("3.33", "378.33"));
  }

  /**
   * 60 in stock. First: 40 and 20 at 12.50 = 500 and 250, less 10.00 and 10 % of 250. Then: 30 at
   * 12.50 = 375, less 10 % of it; line 10 had its 10.00 already.
   */
  @Test
  void whatALineAllowsIsBilledWithItsGoodsAndNamesTheLine() {
    String id =
        desk.run(
            Sample.order("1")
                .line("10", "40", "EA", "12.50", "A1")
                .lastLine(line -> line.set("allowancesAndCharges", Sample.parse(TEN_OFF)))
                .line("20", "50", "EA", "12.50", "A1")
                .lastLine(line -> line.set("allowancesAndCharges", Sample.parse(TEN_PERCENT_OFF)))
                .build());
    desk.receive("W-001", "30");
    assertThat(desk.ledger(id, "20")).isEqualTo("50 0 0 0 50 50");
    assertThat(desk.all("accounting.post").subList(1, 3))
        .extracting(OrderWayTest::extras, body -> body.path("amount").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Line 10: ten off 10.00, Line 20 25.00", "715.00"),
            org.assertj.core.groups.Tuple.tuple("Line 20 37.50", "337.50"));
  }

  /**
   * First 40 at 12.50 of line 10 = 500, less 10.00; then 50 of line 20 = 625, less 10 % of it. What
   * comes back of line 20 is credited at what it was billed: 10.00 of line 10 stay as they are.
   */
  @Test
  void aCreditCarriesTheAllowanceOfItsOwnLineOnly() {
    desk.stock.put("W-001", new BigDecimal(40));
    String id =
        desk.run(
            Sample.order("1")
                .line("10", "40", "EA", "12.50", "A1")
                .lastLine(line -> line.set("allowancesAndCharges", Sample.parse(TEN_OFF)))
                .line("20", "50", "EA", "12.50", "A1")
                .lastLine(line -> line.set("allowancesAndCharges", Sample.parse(TEN_PERCENT_OFF)))
                .build());
    desk.receive("W-001", "50");
    desk.carrier("S-2", id, "returned");
    assertThat(desk.all("accounting.post").subList(1, 4))
        .extracting(
            body -> body.path("kind").asText(),
            OrderWayTest::extras,
            body -> body.path("amount").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("shipment", "Line 10: ten off 10.00", "490.00"),
            org.assertj.core.groups.Tuple.tuple("shipment", "Line 20 62.50", "562.50"),
            org.assertj.core.groups.Tuple.tuple("credit", "Line 20 62.50", "562.50"));
  }

  private static String extras(com.fasterxml.jackson.databind.JsonNode post) {
    return java.util.stream.StreamSupport.stream(
            post.path("allowancesAndCharges").spliterator(), false)
        .map(one -> one.path("description").asText() + " " + one.path("amount").asText())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  @Test
  void theLastOfTwoDeliveriesSaysThatAllOfTheLineHasGone() {
    String id =
        desk.run(
            Sample.order("1")
                .line("10", "60", "EA", "12.50", "A1")
                .lastLine(line -> line.set("schedules", Sample.parse(TWO_DELIVERIES)))
                .build());
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
    assertThat(desk.bean(Answers.class).shipment("S-2").orElseThrow().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.quantity()).isEqualTo("20"))
        .satisfies(line -> assertThat(line.ordered()).isEqualTo("60"))
        .satisfies(line -> assertThat(line.shippedInAll()).isEqualTo("60"));
  }

  @Test
  void whatComesBackIsCreditedAndTheCreditNoteIsSent() {
    String id = desk.run(Sample.order("4500000042").line("10", "10", "EA", "12.50", "A1").build());
    desk.carrier("S-1", id, "returned");

    assertThat(desk.all("accounting.post"))
        .last()
        .extracting(post -> post.get("kind").asText())
        .isEqualTo("credit");
    assertThat(desk.all("invoice.send"))
        .extracting(invoice -> invoice.get("number").asText())
        .containsExactly("INV-1001", "INV-1002");
    assertThat(desk.bean(io.quayside.order.Answers.class).invoice("INV-1002", false))
        .get()
        .matches(io.quayside.order.Answers.Billing::credit)
        .extracting(billing -> billing.shipmentId())
        .isEqualTo("S-1");
  }

  @Test
  void twoPartnersThatSayWhoTheyAreMayUseTheSameNumberForTheSameGoods() {
    PurchaseOrder order = Sample.order("4500000042").line("10", "10", "EA", "12.50", "A1").build();
    String first = desk.run(order);
    Orders.Placed other =
        desk.bean(Orders.class)
            .place(
                new Orders.NewOrder(
                    order, "initech", "other", "folder", false, desk.clock.instant()));
    desk.settle();

    assertThat(other.outcome()).isEqualTo(Orders.Outcome.PLACED);
    assertThat(other.orderId()).isNotEqualTo(first);
    assertThat(desk.all("inventory.ship")).hasSize(2);
  }

  @Test
  void theSameOrderWithoutItsPartnerIsHeldAsAPossibleCopy() {
    PurchaseOrder order = Sample.order("4500000042").line("10", "10", "EA", "12.50", "A1").build();
    String first = desk.run(order);
    Orders.Placed copy =
        desk.bean(Orders.class)
            .place(
                new Orders.NewOrder(order, "direct", "copy", "api", false, desk.clock.instant()));
    desk.settle();

    assertThat(copy).isEqualTo(new Orders.Placed(Orders.Outcome.CONFLICT, first));
    assertThat(desk.all("inventory.ship")).hasSize(1);
    desk.bean(Orders.class).settle("copy", true, "anna");
    desk.settle();
    assertThat(desk.all("inventory.ship")).hasSize(2);
  }
}
