package io.quayside.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.fulfilment.accounting.AccountingEndpoint;
import io.quayside.fulfilment.carrier.CarrierEndpoint;
import io.quayside.fulfilment.supplier.SupplierEndpoint;
import io.quayside.order.canonical.Price;
import io.quayside.order.message.CarrierStatus;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.order.message.ShipByCarrier;
import io.quayside.work.Ids;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of accounting, supplier and carrier, the same on both databases. */
class EndpointTablesTest {

  private static String message(FulfilmentBench bench) {
    return bench.bean(Ids.class).next();
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void invoicesAndCreditNotesAreNumberedListedAndPaid(String database) {
    try (FulfilmentBench bench = new FulfilmentBench(database)) {
      AccountingEndpoint accounting = bench.bean(AccountingEndpoint.class);
      accounting.post(post("sales-order", "r-1", "10"), message(bench));
      accounting.post(post("sales-order", "r-1", "10"), message(bench));
      accounting.post(post("shipment", "r-2", "6"), message(bench));
      accounting.post(post("credit", "r-3", "2"), message(bench));

      List<Posted> posted = bench.sent().to("accounting.posted", "order-1", Posted.class);
      assertThat(posted).extracting(Posted::credit).containsExactly("ok", "ok", null, null);
      Invoices invoices = bench.bean(Invoices.class);
      assertThat(invoices.list("acme", "order-1", null, false, 0, 10).items())
          .extracting(Invoices.Booked::number, one -> one.invoice().total())
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("INV-1001", "75.00"),
              org.assertj.core.groups.Tuple.tuple("CRN-1001", "25.00"));
      assertThat(invoices.paid("INV-1001", false, "pat")).isTrue();
      assertThat(invoices.paid("INV-1001", false, "sam")).isTrue();
      assertThat(invoices.find("INV-1001", false).orElseThrow().paidBy()).isEqualTo("pat");
      assertThat(invoices.list(null, null, false, false, 0, 10).total()).isEqualTo(1);
      assertThat(invoices.find("INV-1001", true)).isEmpty();
    }
  }

  private static PostToAccounting post(String kind, String request, String quantity) {
    return new PostToAccounting(
        request,
        kind,
        "order-1",
        "PO",
        "2026-11-20",
        "SO-1001",
        null,
        "acme",
        null,
        null,
        false,
        "accounts-receivable",
        "USD",
        List.of(),
        30,
        List.of(
            new PostToAccounting.Billed(
                "10",
                "1",
                "W-001",
                null,
                quantity,
                "EA",
                new Price("12.50", "1", "EA", null, null),
                null)),
        List.of(),
        List.of(),
        null);
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void aSupplierOrderIsTakenOnceConfirmedAndReceived(String database) {
    try (FulfilmentBench bench = new FulfilmentBench(database)) {
      bench
          .bean(Inventory.class)
          .importCsv("sku,onHand\nS-001,0\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "");
      SupplierEndpoint supplier = bench.bean(SupplierEndpoint.class);
      supplier.order(fromSupplier(), message(bench));
      supplier.order(fromSupplier(), message(bench));
      SupplierOrders orders = bench.bean(SupplierOrders.class);
      assertThat(orders.list(true, false, 0, 10).total()).isEqualTo(1);
      orders.status("PO-1001", false, "confirmed", "2026-12-08", null, "pat");
      assertThat(orders.find("PO-1001", false).orElseThrow().expected()).isEqualTo("2026-12-08");
      orders.receive("PO-1001", false, List.of(new SupplierOrders.Goods("1", null, "40")), "pat");
      assertThat(orders.find("PO-1001", false).orElseThrow().lines().get(0).received())
          .isEqualTo("40");
      assertThat(orders.list(true, false, 0, 10).total()).isZero();
      assertThat(bench.bean(Inventory.class).item("S-001", false).orElseThrow().onHand())
          .isEqualTo("40");
    }
  }

  private static OrderFromSupplier fromSupplier() {
    return new OrderFromSupplier(
        "PO-1001",
        "stock",
        "globex",
        null,
        false,
        null,
        null,
        "2026-12-01",
        null,
        "USD",
        List.of(
            new OrderFromSupplier.Wanted(
                "1", "S-001", List.of(), "Sprocket", "40", "EA", null, null, null)));
  }

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void aShipmentIsBookedOnceAndFollowedUntilItIsThere(String database) {
    try (FulfilmentBench bench = new FulfilmentBench(database)) {
      CarrierEndpoint carrier = bench.bean(CarrierEndpoint.class);
      carrier.ship(toCarry(), message(bench));
      carrier.ship(toCarry(), message(bench));
      Carriage carriage = bench.bean(Carriage.class);
      assertThat(carriage.list(true, false, 0, 10).total()).isEqualTo(1);
      carriage.status(
          "SH-1001",
          new Carriage.Step("delivered", "UPSN", "1Z1", "Springfield", null, "J. Roe"),
          "pat");
      assertThat(carriage.find("SH-1001").orElseThrow().status()).isEqualTo("delivered");
      assertThat(carriage.list(true, false, 0, 10).total()).isZero();
      assertThat(bench.sent().to("carrier.status", "SH-1001", CarrierStatus.class))
          .last()
          .satisfies(scan -> assertThat(scan.tracking()).isEqualTo("1Z1"));
      assertThatThrownBy(
              () ->
                  carriage.status(
                      "SH-1001",
                      new Carriage.Step("teleported", null, null, null, null, null),
                      "pat"))
          .isInstanceOf(FulfilmentRefusal.class);
    }
  }

  private static ShipByCarrier toCarry() {
    return new ShipByCarrier(
        "SH-1001", "order-1", "acme", null, false, "MAIN", null, null, null, null, List.of());
  }
}
