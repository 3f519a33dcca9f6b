package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {

  static final String ISA =
      "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261120*1000*U*00401*000000905*0*P*>~";
  static final String WHOLE =
      ISA + "GS*PO*ACMEEDI*QUAYSIDE*20261120*1000*77*X*004010~GE*0*77~IEA*1*000000905~";

  @Test
  void everyPrefixOfAnInterchangeIsIncomplete() {
    for (int length = 0; length < WHOLE.length(); length++) {
      assertThat(complete(WHOLE.substring(0, length))).as("first %d bytes", length).isFalse();
    }
    assertThat(complete(WHOLE)).isTrue();
    assertThat(complete(WHOLE + "\r\n")).isTrue();
  }

  @Test
  void twoInterchangesAreCompleteWhenBothAre() {
    assertThat(complete(WHOLE + "\n" + WHOLE)).isTrue();
    assertThat(complete(WHOLE + ISA)).isFalse();
    assertThat(complete(WHOLE + "ISA*00")).isFalse();
  }

  @Test
  void lineEndsMayTerminateSegments() {
    assertThat(complete(WHOLE.replace("~", "\n"))).isTrue();
    assertThat(complete(WHOLE.replace("~", "\r\n"))).isTrue();
    assertThat(complete(WHOLE.replace("~", "\n").substring(0, WHOLE.length() - 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNA:+.? 'UNB+UNOA:1+A+B+260101:1000+1'UNH+1+ORDERS:D:96A:UN'UNT+2+1'UNZ+1+1'",
        "UNB+UNOA:1+A+B+260101:1000+1'UNH+1+ORDERS:D:96A:UN'FTX+AAI+++It?'s'UNT+3+1'UNZ+1+1'\n",
        "UNA:+.  'UNB+UNOA:1+A+B+260101:1000+1'UNH+1+ORDERS:D:96A:UN'UNT+2+1 'UNZ+1+1'",
        "{\"poNumber\":\"1\",\"lines\":[]}",
        "[1,2]\n",
        "<?xml version=\"1.0\"?><order><line/></order>\n"
      })
  void otherFormatsAreCompleteAtTheirEnd(String text) {
    assertThat(complete(text)).isTrue();
    assertThat(complete(text.strip().substring(0, text.strip().length() - 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a,b\n1,2\n", "%PDF-1.4 %%EOF", "hello"})
  void whatHasNoEndOfItsOwnIsNeverKnownToBeComplete(String text) {
    assertThat(complete(text)).isFalse();
  }

  private static boolean complete(String text) {
    return Completeness.complete(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
