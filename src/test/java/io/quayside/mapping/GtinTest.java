package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtinTest {

  @ParameterizedTest
  @CsvSource({
    "UP, 012345678905, 00012345678905",
    "UI, 01234567890, 00012345678905",
    "UP, 12345678905, 00012345678905",
    "UP, 12345678901, 00123456789012",
    "EN, 4006381333931, 04006381333931",
    "UK, 00012345678905, 00012345678905",
    "UA, 001234567890, 00012345678905",
    "EO, 40170725, 00000040170725",
    "UP, 0-12345-67890-5, 00012345678905"
  })
  void aNumberGetsItsFourteenDigits(String code, String sent, String gtin) {
    assertThat(Gtin.normalised(sent, code)).contains(gtin);
  }

  @ParameterizedTest
  @CsvSource({
    "UP, 012345678906",
    "EN, 4006381333932",
    "UP, 12345",
    "UP, W-001",
    "UP, 123456789012345"
  })
  void aNumberThatIsNoneStaysAsItIs(String code, String sent) {
    assertThat(Gtin.normalised(sent, code)).isEmpty();
  }
}
