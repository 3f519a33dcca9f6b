package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalNamesTest {

  @ParameterizedTest
  @CsvSource({
    "order.edi, order.edi",
    "../../etc/passwd, passwd",
    "..\\..\\x, x",
    "C:\\x y.edi, x_y.edi",
    ".., _",
    ".ssh, _ssh",
    "a..b, a_b",
    "'', unnamed",
    "Bestellung äöü.edi, Bestellung____.edi"
  })
  void aNameBecomesAPartOfAFileNameOfOurs(String name, String expected) {
    assertThat(ArrivalNames.sanitised(name)).isEqualTo(expected);
  }

  @Test
  void aLongNameKeepsItsEnd() {
    assertThat(ArrivalNames.sanitised("x".repeat(300) + ".edi")).hasSize(100).endsWith("x.edi");
  }

  @Test
  void invisibleCharactersAreShown() {
    assertThat(ArrivalNames.shown("a\u202Efdp.exe\n\u0000")).isEqualTo("a?fdp.exe??");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/b",
        "a\\b",
        "..",
        "a..b",
        ".hidden",
        "a\nb",
        "a*b",
        "a?b",
        "a[b",
        "-rf",
        "a'b",
        "a\u202Eb",
        ""
      })
  void aServersNameWithAMeaningIsNotTaken(String name) {
    assertThat(ArrivalNames.allowed(name)).isFalse();
  }

  @Test
  void ordinaryNamesAreTaken() {
    assertThat(ArrivalNames.allowed("PO 4500000042 (2)-final_v1.edi")).isTrue();
    assertThat(ArrivalNames.allowed("x".repeat(121))).isFalse();
    assertThat(ArrivalNames.unfinished("order.edi.PART")).isTrue();
  }
}
