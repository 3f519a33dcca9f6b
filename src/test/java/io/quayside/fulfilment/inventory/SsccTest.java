package io.quayside.fulfilment.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SsccTest {

  /**
   * 0 0614141 000000001: digits at odd places 0,6,4,4,0,0,0,0,1 make 15, times 3 is 45; at even
   * places 0,1,1,1,0,0,0,0 make 3; 48 lacks 2 to 50.
   */
  @Test
  void theCheckDigitFillsUpToTheNextTen() {
    assertThat(Sscc.of("0614141", 1).value()).isEqualTo("006141410000000012");
  }

  @Test
  void whatTheSerialOutgrowsStandsInTheExtensionDigit() {
    assertThat(Sscc.of("0614141", 3_999_999_999L).value()).startsWith("30614141999999999");
  }

  @Test
  void aLabelOfTheTestAreaHasTheExtensionDigitNine() {
    assertThat(Sscc.of("0614141", Sscc.ofTest("0614141", 1)).value())
        .startsWith("90614141000000001");
  }

  @Test
  void aWrongCheckDigitIsRefused() {
    assertThatThrownBy(() -> new Sscc("006141410000000013"))
        .hasMessageContaining("006141410000000013");
  }

  @Test
  void serialsThatNoLongerFitAreRefused() {
    assertThatThrownBy(() -> Sscc.of("0614141", 10_000_000_000L))
        .hasMessageContaining("used up at 10000000000");
  }
}
