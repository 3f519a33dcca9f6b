package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.order.canonical.Tax;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 60.00 with 25 percent are 15.00, 90.00 with 12 percent are 10.80. */
class TaxesDueTest {
  private static final Tax TOTAL = new Tax(null, null, "25.80", null, null);

  @Test
  void aTotalWithoutACodeIsThatOfLinesThatAllNameTheirTaxes() {
    assertThat(due(line("60.00", "25"), line("90.00", "12")))
        .extracting(Tax::amount)
        .containsExactly("15.00", "10.80");
  }

  @Test
  void itIsBilledAsItStandsWhereALineNamesNone() {
    TaxesDue.Line bare = new TaxesDue.Line(List.of(), new BigDecimal("90.00"), share -> share);
    assertThat(due(bare)).extracting(Tax::amount).containsExactly("25.80");
  }

  private static TaxesDue.Line line(String net, String rate) {
    return new TaxesDue.Line(
        List.of(new Tax("S", rate, null, null, null)), new BigDecimal(net), share -> share);
  }

  private static List<Tax> due(TaxesDue.Line... lines) {
    TaxesDue.Line order = new TaxesDue.Line(List.of(TOTAL), BigDecimal.ZERO, share -> share);
    return new TaxesDue(order, List.of(lines), 2).due();
  }
}
