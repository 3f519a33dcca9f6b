package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawTextTest {

  private static final String ISA =
      "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*1000*U*00401*000000905*0*P*>|";

  @Test
  void x12StandsOneSegmentALine() {
    assertThat(RawText.of(bytes(ISA + "GS*PO|ST*850*0001|")))
        .isEqualTo(ISA + "\nGS*PO|\nST*850*0001|\n");
  }

  @Test
  void aPartIsReadWithTheDelimitersOfTheWhole() {
    byte[] file = bytes(ISA + "ST*850*0001|BEG*00|SE*2*0001|");
    assertThat(RawText.part(file, ISA.length(), file.length))
        .isEqualTo("ST*850*0001|\nBEG*00|\nSE*2*0001|\n");
  }

  @Test
  void aReleasedTerminatorOfEdifactEndsNoSegment() {
    assertThat(RawText.of(bytes("UNB+UNOA:1'FTX+AAI+++it?'s'UNZ+0'")))
        .isEqualTo("UNB+UNOA:1'\nFTX+AAI+++it?'s'\nUNZ+0'\n");
  }

  @Test
  void bytesThatAreNoTextAreCounted() {
    assertThat(RawText.of(new byte[] {0, 1, 2})).startsWith("These are 3 bytes that are no text");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
