package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.order.OrderRefusal;
import io.quayside.order.OrderViews;
import io.quayside.order.Orders;
import io.quayside.order.Orders.Decision;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.Orders.Placed;
import io.quayside.order.canonical.Address;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that wait for a person, for a day, or for another document. */
class HeldOrdersTest {

  @TempDir Path home;
  private OrderDesk desk;
  private Orders orders;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    orders = desk.bean(Orders.class);
    desk.stock.put("W-001", new BigDecimal(60));
    desk.stock.put("W-003", new BigDecimal(100));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Sample widgets(String po, String quantity) {
    return Sample.order(po).line("10", quantity, "EA", "12.50", "A1");
  }

  @Test
  void aHeldLineHoldsTheAnswerButNotTheReservationOfTheOthers() {
    String id = desk.run(widgets("1", "10").line("20", "5", "EA", "3.00", "ZZ9").build());
    assertThat(desk.view(id).status()).isEqualTo("on-hold");
    assertThat(desk.line(id, "10").accepted()).isEqualTo("10");
    assertThat(desk.line(id, "20").status()).isEqualTo("held");
    assertThat(desk.all("order.confirm")).isEmpty();
    assertThat(desk.problems()).hasSize(1);
    assertThat(desk.problems().get(0).kind()).isEqualTo("unknown-item");
    assertThat(desk.problems().get(0).key()).isEqualTo("order/" + id + "/unknown-item/20");
    assertThat(desk.problems().get(0).text())
        .isEqualTo(
            "Line 20: ZZ9 (buyer's number); no single item of ours has it. It may be: W-001"
                + " \"Item W-001\".");
    assertThatThrownBy(() -> orders.release(id, "ann"))
        .isInstanceOf(OrderRefusal.class)
        .hasMessageStartingWith("This cannot be released, it has to be mended. Line 20: ZZ9");

    orders.decide(
        id,
        List.of(
            new Decision(
                "20", null, null, null, null, "5", null, null, null, null, null, "Not ours.")),
        "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.ledger(id, "20")).isEqualTo("0 0 5 0 0 0");
    assertThat(desk.confirmed(id, "20").schedules().get(0).reason()).isEqualTo("unknown-item");
    assertThat(desk.confirmed(id, "20").schedules().get(0).reasonText()).isEqualTo("Not ours.");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void aNumberOfAKindThatNamesNoItemOfOursIsShownWithItsCode() {
    desk.run(
        Sample.order("1")
            .line("10", "5", "EA", "12.50", "A1")
            .lastLine(
                line ->
                    line.set(
                        "ids",
                        Sample.parse(
                            "[{\"scheme\":\"other\",\"code\":\"IB\",\"value\":\"0835201031\"}]")))
            .build());
    assertThat(desk.problems().get(0).text())
        .startsWith("Line 10: only 0835201031 (IB) is given; no single item of ours has it.");
  }

  @Test
  void anItemThatIsMappedOnceLetsAllOrdersGoOnThatWaitForIt() {
    String first = desk.run(Sample.order("1").line("1", "5", "EA", "4.25", "ZZ9").build());
    String second = desk.run(Sample.order("2").line("1", "5", "EA", "4.25", "ZZ9").build());
    desk.catalogue.buyersNumbers.put("ZZ9", "W-003");
    desk.bean(io.quayside.work.Problems.class).retry(desk.problems().get(0).id(), "ann");
    desk.settle();
    assertThat(desk.ledger(first, "1")).isEqualTo("5 0 0 0 5 5");
    assertThat(desk.ledger(second, "1")).isEqualTo("5 0 0 0 5 5");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void aShipToIsSavedOnceAndAllOrdersGoOnThatWaitForIt() {
    String nowhere =
        "{\"role\":\"ship-to\",\"name\":\"Acme 77\",\"ids\":[{\"scheme\":\"buyer-assigned\",\"code\":\"92\",\"value\":\"0077\"}]}";
    String first = desk.run(widgets("1", "5").with("shipTo", nowhere).build());
    String second = desk.run(widgets("2", "5").with("shipTo", nowhere).build());
    assertThat(desk.view(first).holds().get(0).reason()).isEqualTo("ship-to-unknown");
    assertThat(desk.view(first).holds().get(0).line()).isNull();
    desk.terms.locations.put(
        "0077",
        new Party(
            "ship-to",
            null,
            "Acme Store 77",
            null,
            null,
            new Address(List.of("7 Elm St"), "Springfield", "IL", "62701", "US"),
            null,
            null,
            null));
    orders.release(first, "ann");
    desk.settle();
    assertThat(desk.ledger(first, "10")).isEqualTo("5 0 0 0 5 5");
    assertThat(desk.ledger(second, "10")).isEqualTo("5 0 0 0 5 5");
    assertThat(
            desk.all("inventory.ship").get(0).path("shipTo").path("address").path("city").asText())
        .isEqualTo("Springfield");
  }

  @Test
  void aPriceThatDiffersWaitsAndReleaseAcceptsTheCustomersPrice() {
    String id = desk.run(Sample.order("1").line("30", "10", "EA", "4", "A3").build());
    assertThat(desk.problems().get(0).text())
        .isEqualTo("Line 30, W-003: the order says 4, our price is 4.25 USD for 1 EA.");
    orders.release(id, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.confirmed(id, "30").price().amount()).isEqualTo("4");
    assertThat(desk.confirmed(id, "30").priceChanged()).isFalse();
    assertThat(desk.all("accounting.post").get(0).path("amount").asText()).isEqualTo("40.00");
  }

  @Test
  void aPriceCanBeDecidedByAPerson() {
    String id = desk.run(Sample.order("1").line("30", "10", "EA", "4.00", "A3").build());
    orders.decide(
        id,
        List.of(
            new Decision("30", null, null, null, null, null, null, "4.10", null, null, null, null)),
        "ann");
    desk.settle();
    assertThat(desk.confirmed(id, "30").price().amount()).isEqualTo("4.10");
    assertThat(desk.confirmed(id, "30").priceChanged()).isTrue();
    assertThat(
            desk.bean(OrderViews.class)
                .search(new OrderViews.Query("1", null, null, null, null, null, 0, 10))
                .items())
        .extracting(row -> row.amount())
        .containsExactly("41.00");
    assertThat(desk.ledger(id, "30")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void aMissingPriceIsOursAndCasesAreConverted() {
    String id = desk.run(Sample.order("1").line("1", "2", "CA", null, "A1").build());
    assertThat(desk.confirmed(id, "1").price().amount()).isEqualTo("150.00");
    assertThat(desk.problems()).isEmpty();
    assertThat(desk.all("accounting.post").get(0).path("amount").asText()).isEqualTo("300.00");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    String id =
        desk.run(
            Sample.order("1")
                .line("1", "-1", "EA", "12.50", "A1")
                .line("2", "1", "TO", "12.50", "A1")
                .line("3", "1", "EA", "12.50", "ZZ9")
                .line("3", "1", "EA", "12.50", "A1")
                .build());
    assertThat(desk.view(id).holds())
        .extracting(h -> h.reason() + " " + h.line())
        .containsExactlyInAnyOrder(
            "quantity-not-positive 1", "unit-mismatch 2", "unknown-item 3", "duplicate-line 3#2");
    assertThat(desk.line(id, "1").ordered()).isEqualTo("0");
  }

  /** PO1*1*2.5*EA~ and PO1*2*1000000000*EA~ and a whole number of pounds and a half. */
  @Test
  void aFractionOfAPieceAndMoreThanAnybodyOrdersAreHeld() {
    String id =
        desk.run(
            Sample.order("1")
                .line("1", "2.5", "EA", "12.50", "A1")
                .line("2", "1000000000", "EA", "4.25", "A3")
                .build());
    assertThat(desk.view(id).holds())
        .extracting(h -> h.reason() + " " + h.line() + ": " + h.text())
        .containsExactlyInAnyOrder(
            "quantity-not-whole 1: Line 1: 2.5 EA are ordered; EA is counted in whole ones.",
            "quantity-too-large 2: Line 2: 1000000000 are ordered; up to 999999999 with 6 decimals"
                + " can be.");
    assertThatThrownBy(() -> orders.decide(id, List.of(reject("1", "1e0")), "ann"))
        .hasMessage("Line 1: reject \"1e0\": it is no plain number; write it like 12 or 12.5.");
    orders.decide(id, List.of(reject("1", "2.5"), reject("2", "1000000000")), "ann");
    desk.settle();
    assertThat(desk.view(id).status()).isEqualTo("rejected");
  }

  /** PO1*1*2.5*EA~: what is refused may be a part of a piece, what is promised never. */
  @Test
  void aPartOfAPieceIsNeverAcceptedAndStaysHeldUntilItIsRejected() {
    String id = desk.run(Sample.order("1").line("1", "2.5", "EA", "12.50", "A1").build());
    assertThatThrownBy(() -> orders.decide(id, List.of(accept("1", "2.5")), "ann"))
        .hasMessage(
            "Line 1: accept \"2.5\": it is no whole number, and EA is counted in whole ones.");
    assertThatThrownBy(() -> orders.decide(id, List.of(reject("1", "9")), "ann"))
        .hasMessageStartingWith("Line 1, schedule 1: ");
    orders.decide(id, List.of(accept("1", "2")), "ann");
    desk.settle();
    assertThat(desk.view(id).holds())
        .extracting(h -> h.reason())
        .containsExactly("quantity-not-whole");
    assertThat(desk.problems()).hasSize(1);
    assertThat(desk.all("order.confirm")).isEmpty();
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("58");
    orders.decide(id, List.of(reject("1", "0.5")), "ann");
    desk.settle();
    assertThat(desk.ledger(id, "1")).isEqualTo("2 0 0.5 0 2 2");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void aDecisionLeavesNoPartOfAPieceOfAWholeQuantity() {
    String id = desk.run(Sample.order("1").line("1", "10", "EA", "1.00", "A1").build());
    assertThatThrownBy(() -> orders.decide(id, List.of(reject("1", "0.5")), "ann"))
        .hasMessage("Line 1: 9.5 EA would be undecided, and EA is counted in whole ones.");
  }

  /** The price differs too, and nobody has said yes to it. */
  @Test
  void whatADecisionLeavesOpenStaysHeldForItsReason() {
    String id = desk.run(Sample.order("1").line("1", "10", "EA", "1.00", "A1").build());
    orders.decide(id, List.of(accept("1", "4")), "ann");
    desk.settle();
    assertThat(desk.view(id).holds()).extracting(h -> h.reason()).containsExactly("price-mismatch");
    assertThat(desk.all("order.confirm")).isEmpty();
    orders.release(id, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "1")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void nothingIsPromisedInAUnitThatTheItemIsNotSoldBy() {
    String id = desk.run(Sample.order("1").line("1", "5", "TO", "12.50", "A1").build());
    assertThatThrownBy(() -> orders.decide(id, List.of(accept("1", "5")), "ann"))
        .hasMessage(
            "Line 1: W-001 is not sold by TO. Give the item a pack of this unit, or reject the line.");
  }

  @Test
  void anItemThatIsChosenAndAcceptedAtOnceHasItsPrice() {
    String id = desk.run(Sample.order("1").line("1", "5", "EA", null, "ZZ9").build());
    orders.decide(
        id,
        List.of(
            new Decision("1", null, "5", null, null, null, null, null, null, null, "W-003", null)),
        "ann");
    desk.settle();
    assertThat(desk.confirmed(id, "1").price().amount()).isEqualTo("4.25");
    assertThat(desk.all("accounting.post").get(0).path("amount").asText()).isEqualTo("21.25");
  }

  private static Decision accept(String line, String quantity) {
    return new Decision(line, null, quantity, null, null, null, null, null, null, null, null, null);
  }

  private static Decision reject(String line, String quantity) {
    return new Decision(line, null, null, null, null, quantity, null, null, null, null, null, null);
  }

  @Test
  void creditIsHeldUntilItIsReleased() {
    desk.credit = "hold";
    String id = desk.run(widgets("1", "10").build());
    assertThat(desk.view(id).status()).isEqualTo("on-hold");
    assertThat(desk.view(id).holds().get(0).reason()).isEqualTo("credit-hold");
    assertThat(desk.view(id).salesOrder()).isNull();
    assertThat(desk.all("inventory.ship")).isEmpty();
    orders.release(id, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.view(id).salesOrder().number()).isEqualTo("SO-1001");
    assertThatThrownBy(() -> orders.release(id, "ann"))
        .hasMessage("Nothing holds PO 1; there is nothing to release.");
  }

  @Test
  void cancellingMidWayGivesBackWhatHasNotLeft() {
    desk.warehouseOpen = false;
    String id = desk.run(widgets("1", "100").build());
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("0");
    orders.cancel(id, "Store closed", "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("0 0 0 100 0 0");
    assertThat(desk.view(id).status()).isEqualTo("cancelled");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("60");
    assertThat(desk.all("order.confirm")).hasSize(2);
    assertThat(desk.confirmed(id, "10").schedules().get(0).reasonText()).isEqualTo("Store closed");
  }

  @Test
  void aCancelledDropShipmentIsToldToThePersonWhoCallsTheSupplier() {
    String id = desk.run(Sample.order("1").line("10", "3", "EA", "99.00", "D-001").build());
    orders.cancel(id, "Store closed", "ann");
    assertThat(desk.problems()).extracting(p -> p.kind()).containsExactly("supplier-order-open");
    assertThat(desk.problems().get(0).text())
        .isEqualTo(
            "Line 10 is cancelled, but globex is to send it to the customer by our order PO-1001.");
  }

  /** PO1*10*4*CA*2.50*PE~CTP***2.50*1*LB~: by the case, priced by the pound. */
  @Test
  void aPriceForAUnitThatCannotBeCountedIsNeverBilledAsIfItWereForTheOrderedOne() {
    String id =
        desk.run(
            widgets("1", "4")
                .lastLine(
                    line ->
                        line.set(
                            "price",
                            Sample.parse("{\"amount\":\"2.50\",\"per\":\"1\",\"unit\":\"LB\"}")))
                .build());
    assertThat(desk.view(id).holds().get(0).reason()).isEqualTo("price-unit-mismatch");
    assertThatThrownBy(() -> orders.release(id, "ann")).isInstanceOf(OrderRefusal.class);
    orders.decide(
        id,
        List.of(
            new Decision(
                "10", null, null, null, null, null, null, "12.50", null, null, null, null)),
        "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("4 0 0 0 4 4");
    assertThat(desk.all("accounting.post").get(1).path("amount").asText()).isEqualTo("50.00");
  }

  @Test
  void aCancelledOrderIsNotRevivedByADecision() {
    desk.warehouseOpen = false;
    String id = desk.run(widgets("1", "60").build());
    orders.cancel(id, "Store closed", "ann");
    assertThatThrownBy(() -> orders.decide(id, List.of(revived()), "bob"))
        .isInstanceOf(OrderRefusal.class)
        .hasMessage("PO 1 is cancelled, and stays so: let the customer send a new order.");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("0 0 0 60 0 0");
  }

  @Test
  void whatIsCancelledOfAShippedOrderStaysSo() {
    String id = desk.run(widgets("1", "100").build());
    orders.cancel(id, "Enough", "ann");
    assertThatThrownBy(() -> orders.decide(id, List.of(revived()), "bob"))
        .isInstanceOf(OrderRefusal.class)
        .hasMessage(
            "Line 10, schedule 1: 40 are cancelled already, and what is cancelled stays so.");
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 40 60 60");
  }

  private static Decision revived() {
    return new Decision("10", null, "60", null, null, null, "0", null, null, null, null, null);
  }

  @Test
  void whatHasBeenShippedCannotBeCancelled() {
    String id = desk.run(widgets("1", "60").build());
    assertThatThrownBy(() -> orders.cancel(id, "no", "ann"))
        .isInstanceOf(OrderRefusal.class)
        .hasMessage(
            "PO 1 cannot be cancelled: everything has been shipped; agree on a return with the"
                + " customer instead.");
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 0 60 60");
  }

  @Test
  void goodsThatAreReservedAfterACancellationAreGivenBack() {
    desk.inventorySlow = true;
    String id = desk.run(widgets("1", "10").build());
    orders.cancel(id, "early", "ann");
    desk.settle();
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("50");
    desk.late.forEach(desk::answer);
    desk.settle();
    assertThat(desk.view(id).status()).isEqualTo("cancelled");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("60");
    assertThat(desk.all("inventory.ship")).isEmpty();
    assertThat(desk.all("order.confirm")).hasSize(1);
  }

  @Test
  void nothingLeavesBeforeItsWindowOpensAndWishesDoNotHold() {
    desk.terms.transitDays = 2;
    String id =
        desk.run(
            widgets("1", "10")
                .with(
                    "dates",
                    "{\"deliverNotBefore\":\"2026-11-30\",\"requestedShip\":\"2026-12-20\"}")
                .build());
    assertThat(desk.view(id).status()).isEqualTo("scheduled");
    assertThat(desk.confirmed(id, "10").schedules().get(0).shipDate()).isEqualTo("2026-12-18");
    assertThat(desk.all("order.confirm")).hasSize(1);
    desk.advance(Duration.ofDays(4));
    assertThat(desk.all("inventory.ship")).isEmpty();
    desk.advance(Duration.ofDays(1));
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void whatWaitsPastTheCancelDateIsCancelledAndAnswered() {
    String id =
        desk.run(widgets("1", "100").with("dates", "{\"cancelAfter\":\"2026-12-01\"}").build());
    assertThat(desk.ledger(id, "10")).isEqualTo("60 40 0 0 60 60");
    desk.advance(Duration.ofDays(9));
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 40 60 60");
    assertThat(desk.all("order.confirm")).hasSize(2);
    desk.receive("W-001", "40");
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 40 60 60");
  }

  @Test
  void datesThatLeaveNoDayToShipOnWaitForAPerson() {
    String id =
        desk.run(
            widgets("1", "10")
                .with("dates", "{\"shipNotBefore\":\"2026-12-25\",\"cancelAfter\":\"2026-12-01\"}")
                .build());
    assertThat(desk.view(id).holds().get(0).reason()).isEqualTo("contradictory-dates");
    assertThat(desk.problems().toString()).contains("2026-12-25", "2026-12-01");
    assertThat(desk.all("order.confirm")).isEmpty();
  }

  @Test
  void anOrderPastItsDatesWaitsForAPerson() {
    String id =
        desk.run(widgets("1", "10").with("dates", "{\"shipNotLater\":\"2026-11-20\"}").build());
    assertThat(desk.view(id).holds().get(0).reason()).isEqualTo("past-dates");
    orders.release(id, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void twoDeliveryDatesAreTwoShipments() {
    String id =
        desk.run(
            widgets("1", "10")
                .lastLine(
                    line ->
                        line.set(
                            "schedules",
                            Sample.parse(
                                "[{\"id\":\"1\",\"quantity\":\"4\",\"unit\":\"EA\",\"dates\":{\"requestedDelivery\":\"2026-12-01\"}},"
                                    + "{\"id\":\"2\",\"quantity\":\"6\",\"unit\":\"EA\",\"dates\":{\"requestedDelivery\":\"2026-12-08\"}}]")))
                .build());
    assertThat(desk.view(id).shipments()).hasSize(2);
    assertThat(desk.line(id, "10").schedules())
        .extracting(s -> s.shipped())
        .containsExactly("4", "6");
  }

  @Test
  void deliveriesThatDoNotAddUpAreHeld() {
    String id =
        desk.run(
            widgets("1", "10")
                .lastLine(
                    line ->
                        line.set(
                            "schedules",
                            Sample.parse("[{\"id\":\"1\",\"quantity\":\"4\",\"unit\":\"EA\"}]")))
                .build());
    assertThat(desk.view(id).holds().get(0).text())
        .isEqualTo("Line 10: 10 are ordered, but its deliveries add up to 4.");
  }

  @Test
  void anOrderToShipCompleteWaitsUntilAllIsThere() {
    String id =
        desk.run(
            widgets("1", "100")
                .with("fulfilment", "{\"complete\":true,\"code\":\"SC\"}")
                .line("20", "5", "EA", "4.25", "A3")
                .build());
    assertThat(desk.ledger(id, "10")).isEqualTo("60 40 0 0 0 0");
    assertThat(desk.ledger(id, "20")).isEqualTo("5 0 0 0 0 0");
    desk.receive("W-001", "40");
    assertThat(desk.ledger(id, "10")).isEqualTo("100 0 0 0 100 100");
    assertThat(desk.view(id).shipments()).hasSize(1);
  }

  @Test
  void theSameOrderByAnotherChannelIsLinkedAndOtherContentWaitsForAPerson() {
    Placed first = desk.place(widgets("1", "10").build());
    Placed again =
        desk.place(
            widgets("1", "10").with("source", "{\"format\":\"json\"}").build(), "d-2", false);
    assertThat(again).isEqualTo(new Placed(Outcome.DUPLICATE, first.orderId()));
    Placed other = desk.place(widgets("1", "12").build(), "d-3", false);
    assertThat(other).isEqualTo(new Placed(Outcome.CONFLICT, first.orderId()));
    desk.settle();
    assertThat(desk.problems().get(0).key()).isEqualTo("document/d-3/purchase-order-conflict");
    assertThat(desk.problems().get(0).text())
        .isEqualTo("PO 1 is here already with other content: lines 10 quantity: 10, now 12.");
    assertThat(desk.ledger(first.orderId(), "10")).isEqualTo("10 0 0 0 10 10");

    orders.settle("d-3", true, "ann");
    desk.settle();
    assertThat(desk.problems()).isEmpty();
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("38");
    assertThatThrownBy(() -> orders.settle("d-3", false, "ann"))
        .hasMessage("Document d-3 does not wait for a decision.");
  }

  @Test
  void aReleaseOfABlanketIsAnOrderOfItsOwnAndTheBlanketNeverShips() {
    assertThat(
            desk.place(
                widgets("B1", "500").text("typeCode", "BK").text("type", "blanket").build(),
                "b",
                false))
        .isEqualTo(new Placed(Outcome.KEPT, null));
    Placed first =
        desk.place(
            widgets("B1", "5").text("release", "001").text("typeCode", "RL").build(), "r1", false);
    Placed second =
        desk.place(
            widgets("B1", "6").text("release", "002").text("typeCode", "RL").build(), "r2", false);
    desk.settle();
    assertThat(first.outcome()).isEqualTo(Outcome.PLACED);
    assertThat(second.outcome()).isEqualTo(Outcome.PLACED);
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("49");
  }

  @Test
  void aCancellationHoldsWhatHasNotLeftAndCancelsItWhenAccepted() {
    String id = desk.run(widgets("1", "100").build());
    Placed change =
        desk.place(
            widgets("1", "100").text("purposeCode", "01").text("purpose", "cancellation").build(),
            "c",
            false);
    assertThat(change).isEqualTo(new Placed(Outcome.CHANGE, id));
    desk.receive("W-001", "40");
    assertThat(desk.ledger(id, "10")).isEqualTo("100 0 0 0 60 60");
    assertThat(desk.problems().get(0).kind()).isEqualTo("change-to-order");
    orders.settle("c", true, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("60 0 0 40 60 60");
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("40");
    assertThat(desk.problems()).isEmpty();
    assertThat(desk.view(id).holds()).isEmpty();
  }

  @Test
  void ourOwnSystemsHearOfACancellationAndOfAReplacementThatTheCustomerIsNotAnsweredFor() {
    desk.terms.exported = true;
    String cancelled = desk.run(widgets("1", "100").build());
    assertThat(desk.all("order.export")).hasSize(1);
    orders.cancel(cancelled, "No longer needed", "ann");
    desk.settle();
    assertThat(desk.all("order.export")).hasSize(2);

    desk.warehouseOpen = false;
    String other = desk.run(widgets("3", "10").build());
    desk.place(
        widgets("3", "8").text("purposeCode", "05").text("purpose", "replace").build(), "s", false);
    orders.settle("s", true, "ann");
    desk.settle();
    assertThat(desk.all("order.export"))
        .extracting(command -> command.path("orderId").asText())
        .filteredOn(id -> id.equals(other))
        .as("made, and cancelled in favour of the new one")
        .hasSize(2);
  }

  @Test
  void aChangeThatComesFirstWaitsForItsOrderAndADismissalLetsTheOrderGoOn() {
    Placed change =
        desk.place(
            widgets("1", "12").text("purposeCode", "04").text("purpose", "change").build(),
            "c",
            false);
    assertThat(change).isEqualTo(new Placed(Outcome.CHANGE, null));
    String id = desk.run(widgets("1", "10").build());
    assertThat(desk.view(id).status()).isEqualTo("on-hold");
    assertThat(desk.problems())
        .extracting(p -> p.key())
        .containsExactly("order/" + id + "/change-to-order/c");
    assertThat(desk.problems().get(0).documentId()).isEqualTo("c");
    orders.settle("c", false, "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void theSameChangeInAnotherDocumentChangesNothingTwice() {
    desk.warehouseOpen = false;
    String id = desk.run(widgets("1", "100").build());
    PurchaseOrder change =
        widgets("1", "90").text("purposeCode", "04").text("purpose", "change").build();
    desk.place(change, "c", false);
    assertThat(desk.place(change, "again", false)).isEqualTo(new Placed(Outcome.DUPLICATE, id));
    assertThat(desk.problems()).extracting(p -> p.documentId()).containsExactly("c");

    orders.settle("c", true, "ann");
    desk.settle();
    Placed later = desk.place(change, "later", false);
    assertThat(later.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(later.orderId()).isNotEqualTo(id);
    assertThat(desk.problems()).isEmpty();
    assertThat(desk.ledger(later.orderId(), "10")).startsWith("60 30 0 0");
  }

  @Test
  void aReleasedPriceIsNotAskedAgainAfterAChangeOfAnotherLine() {
    desk.warehouseOpen = false;
    Sample order =
        Sample.order("1").line("10", "10", "EA", "9.99", "A1").line("30", "10", "EA", "4.25", "A3");
    String id = desk.run(order.build());
    assertThat(desk.view(id).holds()).extracting(h -> h.reason()).containsExactly("price-mismatch");
    orders.release(id, "ann");
    desk.settle();
    assertThat(desk.view(id).holds()).isEmpty();
    String price = desk.line(id, "10").price();

    PurchaseOrder change =
        Sample.order("1")
            .text("purposeCode", "04")
            .text("purpose", "change")
            .line("30", "8", "EA", "4.25", "A3")
            .lastLine(line -> line.put("change", "change").put("changeCode", "QD"))
            .build();
    desk.place(change, "c", false);
    orders.settle("c", true, "ann");
    desk.settle();

    String revised = desk.place(change, "again", false).orderId();
    assertThat(revised).isNotEqualTo(id);
    assertThat(desk.view(revised).holds()).isEmpty();
    assertThat(desk.line(revised, "10").price()).isEqualTo(price);
    assertThat(desk.ledger(revised, "30")).startsWith("8 ");
  }

  @Test
  void ofTwoChangesTheOneThatIsNotSettledStaysOnTheWorkList() {
    String id = desk.run(widgets("1", "100").build());
    for (String quantity : List.of("90", "80")) {
      desk.place(
          widgets("1", quantity).text("purposeCode", "04").text("purpose", "change").build(),
          "c" + quantity,
          false);
    }
    assertThat(desk.problems())
        .extracting(p -> p.documentId())
        .containsExactlyInAnyOrder("c90", "c80");
    orders.settle("c90", false, "ann");
    desk.settle();
    assertThat(desk.problems()).extracting(p -> p.documentId()).containsExactly("c80");
    assertThat(desk.view(id).holds()).hasSize(1);
  }

  @Test
  void eachUnknownStoreOfAnOrderIsAnEntryOfItsOwn() {
    String id =
        desk.run(
            Sample.order("1")
                .line("10", "5", "EA", "12.50", "A1")
                .lastLine(
                    line ->
                        line.set(
                            "schedules",
                            Sample.parse(
                                """
                                [{"id":"1","quantity":"2","unit":"EA","location":{"scheme":"buyer-assigned","code":"92","value":"0101"}},
                                 {"id":"2","quantity":"3","unit":"EA","location":{"scheme":"buyer-assigned","code":"92","value":"0102"}}]
                                """)))
                .build());
    assertThat(desk.problems())
        .extracting(p -> p.key())
        .containsExactlyInAnyOrder(
            "order/" + id + "/ship-to-unknown/0101", "order/" + id + "/ship-to-unknown/0102");
    desk.terms.locations.put(
        "0102",
        new Party(
            "ship-to",
            null,
            "Acme Store 102",
            null,
            null,
            new Address(List.of("7 Elm St"), "Springfield", "IL", "62701", "US"),
            null,
            null,
            null));
    orders.reconsider("acme");
    desk.settle();
    assertThat(desk.problems())
        .extracting(p -> p.key())
        .containsExactly("order/" + id + "/ship-to-unknown/0101");
  }

  @Test
  void copiesAreMatchedAndKept() {
    String id = desk.run(widgets("1", "10").build());
    for (String purpose : List.of("06", "07", "22")) {
      Placed copy =
          desk.place(widgets("1", "10").text("purposeCode", purpose).build(), "k" + purpose, false);
      assertThat(copy).isEqualTo(new Placed(Outcome.KEPT, id));
    }
    desk.settle();
    assertThat(desk.stock.get("W-001")).isEqualByComparingTo("50");
  }

  @Test
  void whoWantsNoAnswerGetsNone() {
    String id = desk.run(widgets("1", "10").text("acknowledgmentCode", "NA").build());
    assertThat(desk.all("order.confirm")).isEmpty();
    assertThat(desk.ledger(id, "10")).isEqualTo("10 0 0 0 10 10");
  }

  @Test
  void anAnswerThatIsNotReadyNearItsDeadlineIsAProblem() {
    String id = desk.run(Sample.order("1").line("1", "5", "EA", "1.00", "ZZ9").build());
    desk.advance(Duration.ofHours(20));
    assertThat(desk.problems())
        .extracting(p -> p.key())
        .contains("order/" + id + "/deadline-near/855");
  }

  @Test
  void aPersonsDecisionThatBreaksTheLawIsRefusedInWords() {
    String id = desk.run(widgets("1", "100").build());
    assertThatThrownBy(
            () ->
                orders.decide(
                    id,
                    List.of(
                        new Decision(
                            "10", null, null, null, null, null, "60", null, null, null, null,
                            null)),
                    "ann"))
        .isInstanceOf(OrderRefusal.class)
        .hasMessageContaining(
            "Line 10, schedule 1: accepted + backordered + rejected + cancelled would be 120");
    orders.decide(
        id,
        List.of(
            new Decision("10", null, null, null, null, null, "15", null, null, null, null, null)),
        "ann");
    desk.settle();
    assertThat(desk.ledger(id, "10")).isEqualTo("60 25 0 15 60 60");
  }

  /** SDQ*EA*92*0042*70*0043*-10~ for 60: the -10 cannot be delivered, so 70 would be. */
  @Test
  void aDeliveryBelowZeroDoesNotMakeTheOthersAddUp() {
    String id =
        desk.run(
            widgets("1", "50")
                .lastLine(
                    line ->
                        line.set(
                            "schedules",
                            Sample.parse(
                                "[{\"id\":\"1\",\"quantity\":\"60\"},{\"id\":\"2\",\"quantity\":\"-10\"}]")))
                .build());
    assertThat(desk.problems()).extracting(p -> p.kind()).containsExactly("allocation-mismatch");
    assertThat(desk.problems().get(0).text())
        .isEqualTo(
            "Line 10: 50 are ordered, but its deliveries add up to 60, one below zero left out.");
    assertThat(desk.ledger(id, "10")).isEqualTo("0 0 0 0 0 0");
  }

  @Test
  void aLineWhoseNumberIsTakenByTheKeyOfAnotherIsNotLost() {
    String id =
        desk.run(
            widgets("1", "5")
                .line("10#2", "6", "EA", "12.50", "A1")
                .line("10", "7", "EA", "12.50", "A1")
                .build());
    assertThat(desk.view(id).lines()).extracting(l -> l.ordered()).containsExactly("5", "6", "7");
  }
}
