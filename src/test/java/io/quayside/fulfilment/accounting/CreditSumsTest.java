package io.quayside.fulfilment.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import io.quayside.order.message.Posted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten at 12.50 are 125.00; what was taken off and added is credited with them. */
class CreditSumsTest {

  private static final AllowanceOrCharge TEN_PERCENT =
      new AllowanceOrCharge("allowance", "F340", null, "10", null, null, "off-invoice", "02", null);
  private static final AllowanceOrCharge FIFTY =
      new AllowanceOrCharge(
          "allowance", "F340", "50.00", null, null, null, "off-invoice", "02", null);
  private static final AllowanceOrCharge FREIGHT =
      new AllowanceOrCharge("charge", "D240", "7.77", null, null, null, null, null, null);
  private static final Tax TAX = new Tax("ST", "10", null, null, null);

  private static PostToAccounting post(
      int quantity, String price, List<AllowanceOrCharge> extras, List<Tax> taxes) {
    Billed line =
        new Billed(
            "10",
            "1",
            "W-001",
            null,
            String.valueOf(quantity),
            "EA",
            new Price(price, "1", "EA", null, null),
            null);
    return new PostToAccounting(
        "r",
        "credit",
        "o",
        "po",
        null,
        null,
        null,
        "acme",
        null,
        null,
        false,
        "accounts-receivable",
        "USD",
        List.of(),
        null,
        List.of(line),
        extras,
        taxes,
        null);
  }

  private static Posted.Invoice booked(InvoiceSums sums) {
    return new Posted.Invoice(
        "INV-1001",
        "2026-11-24",
        null,
        "USD",
        sums.lines(),
        sums.allowancesAndCharges(),
        sums.taxes(),
        sums.net().toPlainString(),
        sums.tax().toPlainString(),
        sums.total().toPlainString());
  }

  private static Posted.Invoice invoice(
      int quantity, String price, List<AllowanceOrCharge> extras, List<Tax> taxes) {
    return booked(
        InvoiceSums.of(post(quantity, price, extras, taxes), BigDecimal.ZERO, BigDecimal.ZERO));
  }

  @Test
  void allOfItCreditedIsWhatWasInvoiced() {
    Posted.Invoice invoice = invoice(10, "12.50", List.of(TEN_PERCENT), List.of(TAX));
    assertThat(invoice.total()).isEqualTo("123.75");
    InvoiceSums credit =
        CreditSums.of(post(10, "12.50", List.of(), List.of(TAX)), List.of(invoice), List.of());
    assertThat(credit.net()).isEqualByComparingTo("112.50");
    assertThat(credit.tax()).isEqualByComparingTo("11.25");
    assertThat(credit.total()).isEqualByComparingTo("123.75");
  }

  @Test
  void theHalfOfItCarriesTheHalfOfWhatWasTakenOff() {
    Posted.Invoice invoice = invoice(10, "12.50", List.of(FIFTY), List.of());
    assertThat(invoice.total()).isEqualTo("75.00");
    InvoiceSums credit =
        CreditSums.of(post(5, "12.50", List.of(), List.of()), List.of(invoice), List.of());
    assertThat(credit.allowancesAndCharges()).containsExactly(FIFTY.withAmount("25.00"));
    assertThat(credit.total()).isEqualByComparingTo("37.50");
  }

  @Test
  void partialReturnsNeverComeToMoreThanTheInvoiceAndAllOfThemToTheSame() {
    Random random = new Random(810);
    for (int round = 0; round < 300; round++) {
      int left = 1 + random.nextInt(40);
      String price = BigDecimal.valueOf(100 + random.nextInt(5000), 2).toPlainString();
      Posted.Invoice invoice = invoice(left, price, List.of(TEN_PERCENT, FREIGHT), List.of(TAX));
      BigDecimal total = new BigDecimal(invoice.total());
      BigDecimal credited = BigDecimal.ZERO;
      List<Posted.Invoice> notes = new ArrayList<>();
      while (left > 0) {
        int back = 1 + random.nextInt(left);
        left -= back;
        InvoiceSums note =
            CreditSums.of(post(back, price, List.of(), List.of(TAX)), List.of(invoice), notes);
        notes.add(booked(note));
        credited = credited.add(note.total());
        assertThat(credited).isLessThanOrEqualTo(total);
      }
      assertThat(credited).isEqualByComparingTo(total);
    }
  }
}
