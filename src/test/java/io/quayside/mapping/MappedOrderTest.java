package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What persons read of what is odd. */
class MappedOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTM02|20261332|DTM02 `20261332`: not right. Mend it.",
        "/lines/0/quantity||Line 1, quantity: not right. Mend it.",
        "/lines/11/price/amount (page 2)|x|Line 12, price amount (page 2) `x`: not right. Mend it.",
        "/poNumber|7|poNumber `7`: not right. Mend it."
      })
  void aPlaceIsNamedInWordsAndNothingIsQuotedWhereNothingStands(
      String where, String value, String sentence) {
    assertThat(
            new MappedOrder.Problem(
                    where, -1, 0, value == null ? "" : value, "not right", "Mend it")
                .sentence())
        .isEqualTo(sentence);
  }
}
