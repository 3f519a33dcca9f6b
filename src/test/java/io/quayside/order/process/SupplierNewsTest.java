package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.message.SupplierStatus;
import io.quayside.work.Problems;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 4 of 10 are in stock; the supplier speaks of the other 6, which were promised for 8 December. */
class SupplierNewsTest {

  @TempDir Path home;
  private OrderDesk desk;
  private String id;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    desk.stock.put("S-001", new BigDecimal(4));
    id = desk.run(Sample.order("1").line("10", "10", "EA", "20.00", "S-001").build());
    assertThat(desk.all("order.confirm")).hasSize(1);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void says(String status, String rest) {
    desk.supplier(
        desk.convert(
            Sample.parse(
                "{\"supplierOrder\":\"PO-1001\",\"orderId\":\"%s\",\"status\":\"%s\",\"at\":\"2026-11-24T09:00:00Z\",%s}"
                    .formatted(id, status, rest)),
            SupplierStatus.class));
  }

  private String promised() {
    return desk.confirmed(id, "10").schedules().get(0).backorderDate();
  }

  @Test
  void aLaterPromiseMovesTheDayAndTheCustomerIsAnsweredAgain() {
    says(
        "confirmed",
        "\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"6\",\"date\":\"2026-12-10\",\"arrives\":\"2026-12-15\"}]");
    assertThat(promised()).isEqualTo("2026-12-15");
    assertThat(desk.all("order.confirm")).hasSize(2);
  }

  @Test
  void theSamePromiseIsNoNews() {
    says(
        "confirmed",
        "\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"6\",\"date\":\"2026-12-08\"}]");
    assertThat(promised()).isEqualTo("2026-12-08");
    assertThat(desk.all("order.confirm")).hasSize(1);
  }

  @Test
  void aLineThatIsConfirmedInPartsWaitsForTheLastOfThem() {
    says(
        "confirmed",
        "\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"4\",\"date\":\"2026-12-09\"},"
            + "{\"lineNumber\":\"1\",\"quantity\":\"2\",\"date\":\"2026-12-20\",\"status\":\"backordered\"}]");
    assertThat(promised()).isEqualTo("2026-12-20");
    assertThat(desk.problems()).isEmpty();
    assertThat(desk.all("order.confirm")).hasSize(2);
  }

  @Test
  void aPartThatWillNotComeIsForAPersonBeforeTheCustomerIsTold() {
    says(
        "confirmed",
        "\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"5\",\"date\":\"2026-12-15\"},"
            + "{\"lineNumber\":\"1\",\"quantity\":\"1\",\"status\":\"refused\",\"reason\":\"discontinued\"}]");
    assertThat(promised()).isEqualTo("2026-12-15");
    assertThat(desk.all("order.confirm")).hasSize(1);
    assertThat(desk.problems())
        .extracting(Problems.Problem::kind)
        .containsExactly("supplier-short");
    assertThat(desk.problems().get(0).text()).contains("line 1, S-001: 1 of 6 EA (discontinued)");
  }

  @Test
  void aShipmentForStockMovesTheDayButNoLedger() {
    says(
        "shipped",
        "\"shipment\":{\"number\":\"SN-1\"},\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"6\",\"arrives\":\"2026-12-05\"}]");
    assertThat(promised()).isEqualTo("2026-12-05");
    assertThat(desk.ledger(id, "10")).isEqualTo("4 6 0 0 4 4");
    says(
        "shipped",
        "\"shipment\":{\"number\":\"SN-2\"},\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"3\",\"arrives\":\"2026-12-25\"}]");
    assertThat(promised()).isEqualTo("2026-12-05");
  }

  @Test
  void anInvoiceChangesNothingOfTheOrder() {
    says(
        "invoiced",
        "\"invoice\":{\"number\":\"N-1\",\"kind\":\"invoice\"},\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"6\"}]");
    assertThat(desk.ledger(id, "10")).isEqualTo("4 6 0 0 4 4");
    assertThat(desk.all("order.confirm")).hasSize(1);
  }

  @Test
  void aDropShipmentIsAnnouncedWithTheSuppliersPackages() {
    String drop = desk.run(Sample.order("2").line("20", "3", "EA", "99.00", "D-001").build());
    desk.supplier(
        desk.convert(
            Sample.parse(
                "{\"supplierOrder\":\"PO-1002\",\"orderId\":\"%s\",\"status\":\"shipped\",\"at\":\"2026-12-08T09:00:00Z\",\"tracking\":\"1Z9\",\"shipment\":{\"number\":\"SN-9\",\"scac\":\"UPSN\",\"packages\":[{\"type\":\"carton\",\"sscc\":\"006141410000000012\",\"contents\":[{\"lineNumber\":\"1\",\"quantity\":\"3\"}]}]},\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"3\"}]}"
                    .formatted(drop)),
            SupplierStatus.class));
    var shipment = desk.bean(io.quayside.order.Answers.class).shipment("PO-1002-1").orElseThrow();
    assertThat(shipment.packed().scac()).isEqualTo("UPSN");
    assertThat(shipment.packed().packages()).hasSize(1);
    assertThat(shipment.packed().packages().get(0).contents().get(0).lineNumber()).isEqualTo("20");
    assertThat(desk.ledger(drop, "20")).isEqualTo("3 0 0 0 3 3");
  }
}
