package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Price;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.work.PermanentFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten at 12.50 are 125.00, and what is added to and taken off them. */
class InvoiceSumTest {

  private static AllowanceOrCharge extra(String type, String amount, String handling) {
    return new AllowanceOrCharge(type, "D240", amount, null, null, null, handling, null, null);
  }

  private static Posted.Invoice invoice(String total, AllowanceOrCharge... extras) {
    return new Posted.Invoice(
        "INV-1001",
        "2026-11-24",
        null,
        "USD",
        List.of(
            new PostToAccounting.Billed(
                "10",
                "1",
                "W-001",
                null,
                "10",
                "EA",
                new Price("12.50", "1", "EA", null, null),
                "125.00")),
        List.of(extras),
        List.of(),
        total,
        "0.00",
        total);
  }

  @Test
  void aChargeToTheCustomerCounts() {
    Posted.Invoice invoice = invoice("140.00", extra("charge", "15.00", "charged-to-customer"));
    assertThat(InvoiceSum.of(invoice).totals(null).total()).isEqualTo("14000");
    assertThat(InvoiceSum.offInvoice(invoice)).hasSize(1);
  }

  @Test
  void aPromotionIsTakenOff() {
    Posted.Invoice invoice = invoice("115.00", extra("promotion", "10.00", "off-invoice"));
    assertThat(InvoiceSum.of(invoice).totals(null).total()).isEqualTo("11500");
  }

  @Test
  void billBackIsNeverDeducted() {
    Posted.Invoice invoice = invoice("125.00", extra("allowance", "10.00", "bill-back"));
    assertThat(InvoiceSum.of(invoice).totals(null).total()).isEqualTo("12500");
  }

  @Test
  void whatDoesNotAddUpIsForAPersonAtOnce() {
    assertThatThrownBy(() -> InvoiceSum.of(invoice("124.99")))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("INV-1001")
        .hasMessageContaining("125")
        .hasMessageContaining("124.99");
  }
}
