package io.quayside.fulfilment.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.fulfilment.supplier.PurchaseRows.Line;
import io.quayside.fulfilment.supplier.PurchaseRows.Purchase;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.SupplierStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 40 EA were ordered as line 1 and confirmed at 7.50. */
class ThreeWayMatchTest {

  private static final OrderFromSupplier ORDER =
      new OrderFromSupplier(
          "PO-1001",
          "stock",
          "northwind",
          null,
          false,
          null,
          null,
          null,
          null,
          "USD",
          List.of(
              new OrderFromSupplier.Wanted(
                  "1", "W-001", List.of(), null, "40", "EA", null, null, null)));

  private static SupplierStatus paper(
      String line, String quantity, String unit, String price, String kind) {
    return new SupplierStatus(
        "PO-1001",
        null,
        kind == null ? "shipped" : "invoiced",
        Instant.EPOCH,
        null,
        List.of(new SupplierStatus.Item(line, null, quantity, unit, null, null, null, null, price)),
        kind == null ? new SupplierStatus.Shipment("SN-1", null, null, List.of()) : null,
        kind == null ? null : new SupplierStatus.Invoice("N-1", kind, null, "USD", null),
        "document");
  }

  private static List<String> differences(
      String kind, String came, List<SupplierStatus> shipments, SupplierStatus... invoices) {
    Purchase purchase = new Purchase("PO-1001", false, kind, "shipped", Instant.EPOCH, null, ORDER);
    Line line =
        new Line(
            "1",
            "W-001",
            new BigDecimal(40),
            "EA",
            new BigDecimal(came),
            new BigDecimal(40),
            new BigDecimal("7.50"));
    return ThreeWayMatch.of(purchase, List.of(line), shipments, List.of(invoices)).differences();
  }

  @Test
  void whatCameAndWasConfirmedAgrees() {
    assertThat(differences("stock", "40", List.of(), paper("1", "40", "EA", "7.5", "invoice")))
        .isEmpty();
  }

  @Test
  void anInvoiceThatComesBeforeTheGoodsWaits() {
    assertThat(differences("stock", "0", List.of(), paper("1", "40", "EA", "7.50", "invoice")))
        .isEmpty();
  }

  @Test
  void lessCameThanIsInvoiced() {
    assertThat(differences("stock", "38", List.of(), paper("1", "40", "EA", "7.50", "invoice")))
        .containsExactly("Line 1, W-001: 40 EA are invoiced; 40 were ordered, 38 came.");
  }

  @Test
  void aCreditSettlesWhatWasInvoicedTooMuch() {
    assertThat(
            differences(
                "stock",
                "38",
                List.of(),
                paper("1", "40", "EA", "7.50", "invoice"),
                paper("1", "2", "EA", "7.50", "credit")))
        .isEmpty();
  }

  @Test
  void anotherPriceUnitOrItemIsNamed() {
    assertThat(differences("stock", "40", List.of(), paper("1", "40", "EA", "8", "invoice")))
        .containsExactly("Line 1, W-001: invoice N-1 has the price 8, agreed is 7.50.");
    assertThat(differences("stock", "40", List.of(), paper("1", "4", "CA", "75", "invoice")))
        .containsExactly("Line 1, W-001: invoice N-1 bills CA, EA were ordered.");
    assertThat(differences("stock", "40", List.of(), paper("9", "1", "EA", "1", "invoice")))
        .containsExactly("Invoice N-1 bills 1 EA of line 9, which was not ordered.");
  }

  @Test
  void whatWentStraightToTheCustomerCameWhenItWasShipped() {
    SupplierStatus invoice = paper("1", "40", "EA", "7.50", "invoice");
    assertThat(differences("drop-ship", "0", List.of(paper("1", "40", "EA", null, null)), invoice))
        .isEmpty();
    assertThat(differences("drop-ship", "0", List.of(paper("1", "30", "EA", null, null)), invoice))
        .containsExactly("Line 1, W-001: 40 EA are invoiced; 40 were ordered, 30 came.");
  }
}
