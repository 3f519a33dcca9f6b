package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.canonical.Tax;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 60.00 with 25 percent are 15.00, 90.00 with 12 percent are 10.80, 100.00 with 8.25 are 8.25. */
class TaxesDueTest {
  private static final Tax TOTAL = new Tax(null, null, "25.80", null, null);

  @Test
  void aTotalWithoutACodeIsThatOfLinesThatAllNameTheirTaxes() {
    assertThat(due(TOTAL, "0", line("60.00", "25"), line("90.00", "12")))
        .containsExactly("15.00", "10.80");
  }

  @Test
  void itIsBilledAsItStandsWhereALineNamesNone() {
    assertThat(due(TOTAL, "0", line("90.00", List.of()))).containsExactly("25.80");
  }

  @Test
  void anAmountThatIsTheSumOfTheLinesRatesIsTheirs() {
    assertThat(due(sales("8.25"), "0", line("100.00", sales()))).containsExactly("8.25");
    assertThat(due(sales("16.50"), "0", line("100.00", sales()), line("100.00", sales())))
        .containsExactly("8.25", "8.25");
    assertThat(
            due(
                sales("16.50"),
                "0",
                line("100.00", sales()),
                line("100.00", List.of(sales("8.25")))))
        .containsExactly("8.25", "8.25");
  }

  @Test
  void soItIsWhereEachLineIsRoundedByItself() {
    Tax third = new Tax("ST", "1", null, null, null);
    assertThat(
            due(sales("0.67"), "0", line("33.33", List.of(third)), line("33.33", List.of(third))))
        .containsExactly("0.33", "0.33");
  }

  @Test
  void ofPartOfTheGoodsTheLinesOwnAreDueAndNotTheTotal() {
    TaxesDue.Line half =
        new TaxesDue.Line(sales(), new BigDecimal("50.00"), new BigDecimal("100.00"), a -> a);
    assertThat(due(sales("8.25"), "0", half)).containsExactly("4.13");
  }

  @Test
  void whatTheTotalLacksBesideTheLinesIsThatOfTheOrdersAllowances() {
    assertThat(due(sales("7.43"), "-10.00", line("100.00", sales())))
        .as("8.25 percent of 90.00, half up")
        .containsExactly("-0.82", "8.25");
    assertThat(due(sales().get(0), "-10.00", line("100.00", sales())))
        .containsExactly("-0.83", "8.25");
  }

  @Test
  void whatTheTotalHasBeyondTheLinesIsThatOfTheOrdersCharges() {
    assertThat(due(sales("10.25"), "20.00", line("100.00", sales())))
        .containsExactly("2.00", "8.25");
    assertThat(due(sales("1.65"), "20.00", line("100.00", sales())))
        .containsExactly("1.65", "8.25");
  }

  @Test
  void whatTheOrderSaysIsForTheLinesThatSayNothing() {
    assertThat(due(sales("5.00"), "0", line("100.00", sales()), line("60.00", List.of())))
        .containsExactly("5.00", "8.25");
  }

  private static List<Tax> sales() {
    return List.of(new Tax("ST", "8.25", null, null, null));
  }

  private static Tax sales(String amount) {
    return new Tax("ST", null, amount, null, null);
  }

  private static TaxesDue.Line line(String net, String rate) {
    return line(net, List.of(new Tax("S", rate, null, null, null)));
  }

  private static TaxesDue.Line line(String net, List<Tax> taxes) {
    return new TaxesDue.Line(taxes, new BigDecimal(net), new BigDecimal(net), share -> share);
  }

  private static List<String> due(Tax header, String charges, TaxesDue.Line... lines) {
    BigDecimal net = new BigDecimal(charges);
    TaxesDue.Line order = new TaxesDue.Line(List.of(header), net, net, share -> share);
    return new TaxesDue(order, List.of(lines), 2).due().stream().map(Tax::amount).toList();
  }
}
