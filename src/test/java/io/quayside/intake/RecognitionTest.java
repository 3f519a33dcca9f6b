package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X12      |            | ZZ/ACMEEDI | ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE
          X12      |            | ZZ/ACMEEDI | \uFEFF  ISA^00^          ^00^          ^ZZ^ACMEEDI        ^ZZ^QUAYSIDE
          X12      |            |            | ISA*
          X12      |            |            | ST*850*0001~
          X12      |            | ZZ/ACMEEDI | isa*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE
          X12      |            |            | $$ADD ID=ACME BID='ORDER'\\nISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE
          X12      |            |            | //STX12//ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE
          TEXT     |            |            | ST. LOUIS HARDWARE\\nPurchase order 4711
          TEXT     |            |            | GS Supply\\nPurchase order 4711
          TEXT     |            |            | ISA - Purchase order 4711
          TEXT     |            |            | UNB - Union Bank
          TEXT     |            |            | Your interchange ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE
          CSV      |            |            | ST;City;Sku\\nIL;Springfield;W-001
          CSV      |            |            | UNB,UNA\\n1,2
          EDIFACT  | ORDERS     | 14/54123   | UNA:+.? 'UNB+UNOA:1+54123:14+B+260101:1000+1'UNH+1+ORDERS:D:96A:UN'
          EDIFACT  |            | /SENDER    | UNB+UNOA:1+SENDER+B+260101:1000+1'
          JSON     |            |            | {"poNumber":"1"}
          JSON     |            |            | [1]
          XML      | cXML       |            | <?xml version="1.0"?><!DOCTYPE cXML SYSTEM "x.dtd"><cXML>
          XML      | Order      |            | <ns:Order xmlns:ns="x"/>
          PDF      |            |            | %PDF-1.7
          CSV      |            |            | po,sku,qty\\n1,2,3
          EMAIL    |            |            | From: a@acme.example\\nTo: b@quayside.example\\nSubject: Order\\n\\nHello
          TEXT     |            |            | Please send ten widgets
          """)
  void theContentSaysWhatItIs(Format format, String document, String sender, String text) {
    byte[] bytes = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(Recognition.of(bytes))
        .isEqualTo(
            new Recognition.Recognised(
                format, document == null ? "" : document, sender == null ? "" : sender));
  }

  @Test
  void binaryFilesAreToldApart() {
    assertThat(of(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(Format.OFFICE);
    assertThat(of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
        .isEqualTo(Format.OLD_OFFICE);
    assertThat(of(new byte[] {1, 2, 3})).isEqualTo(Format.UNKNOWN);
    assertThat(of(new byte[0])).isEqualTo(Format.EMPTY);
    assertThat(of(" \r\n\t ".getBytes(StandardCharsets.UTF_8))).isEqualTo(Format.EMPTY);
  }

  private static Format of(byte[] bytes) {
    return Recognition.of(bytes).format();
  }
}
