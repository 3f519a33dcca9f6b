package io.quayside.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({"12,EA", "12.000,EA", "0,CA", "12.5,LB", "0.5,DZ", "999999999.999999,KG", "2.5,"})
  void aPlainQuantityIsTaken(String quantity, String unit) {
    assertThat(Quantities.fault(quantity, unit)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e9", "1E+2", "1,000", "0x10", "NaN", "", "+5", ".5", "5.", "٣", "1 000"})
  void whatIsNoPlainNumberIsRefused(String quantity) {
    assertThat(Quantities.fault(quantity, "EA"))
        .hasValueSatisfying(why -> assertThat(why).startsWith("is no plain number"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,EA,is below zero",
    "1000000000,EA,is beyond all measure; up to 999999999 with 6 decimals is possible",
    "0.0000001,LB,is beyond all measure; up to 999999999 with 6 decimals is possible",
    "2.5,CA,'is no whole number, and CA is counted in whole ones'"
  })
  void whatMakesNoSenseIsRefused(String quantity, String unit, String why) {
    assertThat(Quantities.fault(quantity, unit)).contains(why);
  }
}
