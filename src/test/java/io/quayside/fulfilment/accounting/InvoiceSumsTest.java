package io.quayside.fulfilment.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.canonical.AllowanceOrCharge;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.Tax;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.PostToAccounting.Billed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums worked out by hand. */
class InvoiceSumsTest {

  private static Billed line(String quantity, String price, String per) {
    return new Billed(
        "10", "1", "W-001", null, quantity, "EA", new Price(price, per, "EA", null, null), null);
  }

  private static AllowanceOrCharge extra(
      String type, String amount, String percent, String handling) {
    return new AllowanceOrCharge(type, "F340", amount, percent, null, null, handling, null, null);
  }

  private static PostToAccounting post(
      String currency, List<Billed> lines, List<AllowanceOrCharge> extras, List<Tax> taxes) {
    return new PostToAccounting(
        "r",
        "shipment",
        "o",
        "po",
        null,
        null,
        "s",
        "acme",
        null,
        null,
        false,
        "accounts-receivable",
        currency,
        List.of(),
        null,
        lines,
        extras,
        taxes,
        null);
  }

  private static InvoiceSums sums(PostToAccounting post) {
    return InvoiceSums.of(post);
  }

  @Test
  void fiveThousandAtTwelveFiftyPerHundredAre625() {
    InvoiceSums sums = sums(post("USD", List.of(line("5000", "12.50", "100")), null, null));
    assertThat(sums.total()).isEqualByComparingTo("625.00");
    assertThat(sums.lines().get(0).amount()).isEqualTo("625.00");
  }

  @Test
  void aLineIsRoundedOnceHalfUp() {
    assertThat(sums(post("USD", List.of(line("3", "0.335", null)), null, null)).total())
        .isEqualByComparingTo("1.01");
    assertThat(sums(post("USD", List.of(line("1", "10", "3")), null, null)).total())
        .isEqualByComparingTo("3.33");
  }

  @Test
  void aCurrencyWithoutDecimalsHasNone() {
    assertThat(sums(post("JPY", List.of(line("3", "10.5", "1")), null, null)).total())
        .isEqualByComparingTo("32");
  }

  @Test
  void allowancesOffInvoiceAreTakenOffChargesAddedAndBillBackNever() {
    InvoiceSums sums =
        sums(
            post(
                "USD",
                List.of(line("100", "12.50", "1")),
                List.of(
                    extra("allowance", "10.00", null, "off-invoice"),
                    extra("charge", "25.00", "2", "charged-to-customer"),
                    extra("allowance", "99.00", null, "bill-back"),
                    extra("charge", "7.00", null, "optional")),
                List.of(new Tax("ST", "8.25", "104.36", false, null))));
    assertThat(sums.net()).isEqualByComparingTo("1265.00");
    assertThat(sums.tax()).isEqualByComparingTo("104.36");
    assertThat(sums.total()).isEqualByComparingTo("1369.36");
    assertThat(sums.allowancesAndCharges())
        .extracting(AllowanceOrCharge::amount)
        .containsExactly("10.00", "25.00");
  }

  @Test
  void anExemptTaxIsNothing() {
    InvoiceSums sums =
        sums(
            post(
                "USD",
                List.of(line("1", "5", "1")),
                null,
                List.of(new Tax("ST", "8.25", null, true, "X1"))));
    assertThat(sums.tax()).isEqualByComparingTo("0");
    assertThat(sums.taxes().get(0).exemptionNumber()).isEqualTo("X1");
  }
}
