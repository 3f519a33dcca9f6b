package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutSegment;
import io.quayside.edi.Segment;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.Outbound;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.ConfirmedSchedule;
import io.quayside.order.Answers.Head;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.partner.PartnerFiles;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that look like delimiters, markup or line ends stay values. */
class HostileDataTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T16:00:00Z"), ZoneOffset.UTC);

  private final ConfigFiles files = new ConfigFiles(null);
  private final TradingPartner partner =
      Golden.partner(Path.of("src/test/resources/outbound/855-worked-example"));

  @Test
  void delimitersAndLineEndsInNamesNeverBecomeSegments() throws Exception {
    byte[] bytes =
        answer(
            """
            {"poNumber":"4500-0042","poDate":"2026-11-20","source":{"format":"x12"},
             "parties":[{"role":"ship-to","roleCode":"ST","name":"Acme*Store~42>\\nBack\\u0001<b a=\\"1\\">&amp;${x}",
                         "ids":[{"scheme":"other","code":"92","value":"00:42"}]}],
             "lines":[{"lineNumber":"1","quantity":"5","unit":"EA","ids":[{"scheme":"vendor","code":"VN","value":"W\\"'<1"}]}]}
            """);

    assertThat(Independent.faults(bytes)).isEmpty();
    List<Segment> segments = read(bytes);
    assertThat(segments.stream().map(Segment::tag))
        .containsExactly("ST", "BAK", "N1", "PO1", "ACK", "CTT", "SE");
    Segment shipTo = segments.get(2);
    assertThat(shipTo.element(2)).isEqualTo("Acme Store 42  Back <b a=\"1\" &amp;${x}");
    assertThat(shipTo.element(4)).isEqualTo("00:42");
    assertThat(segments.get(3).element(7)).isEqualTo("W\"'<1");
  }

  @Test
  void aPurchaseOrderNumberIsEchoedToTheCharacter() {
    byte[] bytes =
        answer(
            """
            {"poNumber":"00-4500/42 A#7","poDate":"2026-11-20","source":{"format":"x12"},
             "lines":[{"lineNumber":"001","quantity":"5","unit":"EA"}]}
            """);

    assertThat(read(bytes).get(1).element(3)).isEqualTo("00-4500/42 A#7");
    assertThat(read(bytes).get(2).element(1)).isEqualTo("001");
  }

  @Test
  void anIdentifierWithASeparatorInItIsEchoedUnderOtherSeparators() throws Exception {
    String text =
        new String(
            answer(
                """
                {"poNumber":"PO>47~11","poDate":"2026-11-20","source":{"format":"x12"},
                 "lines":[{"lineNumber":"1","quantity":"5","unit":"EA","ids":[{"scheme":"vendor","code":"VN","value":"W*1:2"}]}]}
                """),
            StandardCharsets.ISO_8859_1);

    assertThat(text.charAt(3)).isEqualTo('|');
    assertThat(text.charAt(104)).isEqualTo('+');
    assertThat(text.charAt(105)).isEqualTo('<');
    assertThat(text).contains("|PO>47~11|", "|VN|W*1:2");
    assertThat(Independent.faults(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void withoutLeaveForOtherSeparatorsTheDocumentIsStoppedInWords() {
    TradingPartner strict =
        PartnerFiles.read(
            "acme",
            Golden.text(Path.of("src/test/resources/outbound/855-worked-example/partner.yaml"))
                + "\nx12: {otherSeparators: false}\n",
            Golden.COMPANY);
    List<OutSegment> body = List.of(OutSegment.of("BAK", "00", "AD", "PO>4711", "20261120"));

    assertThatThrownBy(() -> SafeSeparators.of(strict.x12(), "00401", "855", body))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("No 855 is sent: BAK03 `PO>4711` holds a separator")
        .hasMessageContaining("x12.otherSeparators");
  }

  @Test
  void aPurchaseOrderNumberComesBackInTheCharacterSetOfItsSender() {
    List<OutSegment> body = List.of(OutSegment.of("BAK", "00", "AD", "BÜRO-‮42", "20261120"));
    Interchange utf8 = received("BÜRO-‮42", StandardCharsets.UTF_8);

    byte[] bytes =
        envelopes()
            .document(partner, Golden.COMPANY, "855", false, body, () -> Optional.of(utf8))
            .bytes();

    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("*BÜRO-‮42*");
    assertThat(
            new String(
                envelopes()
                    .functionalAcknowledgment(
                        partner,
                        utf8,
                        utf8.groups().get(0),
                        "997",
                        List.of(
                            OutSegment.of("AK1", "PO", "77"), OutSegment.of("AK2", "850", "Ü001")))
                    .bytes(),
                StandardCharsets.UTF_8))
        .contains("AK2*850*Ü001~");
  }

  @Test
  void aNumberInLatin1ComesBackInLatin1AndANameMayLoseACharacter() {
    List<OutSegment> body =
        List.of(
            OutSegment.of("BAK", "00", "AD", "BÜRO-42", "20261120"),
            OutSegment.of("N1", "ST", "Склад"));
    Interchange latin1 = received("BÜRO-42", StandardCharsets.ISO_8859_1);

    byte[] bytes =
        envelopes()
            .document(partner, Golden.COMPANY, "855", false, body, () -> Optional.of(latin1))
            .bytes();

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .contains("*BÜRO-42*", "N1*ST*     ~");
  }

  @Test
  void aNumberThatCannotBeCarriedIsStoppedInWords() {
    List<OutSegment> body = List.of(OutSegment.of("BAK", "00", "AD", "42‮", "20261120"));
    List<OutSegment> message =
        List.of(
            OutSegment.of("BGM", "231", "SO-1", "4"), OutSegment.of("RFF", List.of("ON", "Заказ")));
    TradingPartner european =
        Golden.partner(Path.of("src/test/resources/outbound/ordrsp-worked-example"));

    assertThatThrownBy(() -> envelopes().document(partner, Golden.COMPANY, "855", false, body))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining(
            "No 855 is sent: BAK03 `42‮` holds U+202E, which cannot be written in ISO-8859-1.");
    assertThatThrownBy(
            () -> envelopes().document(european, Golden.COMPANY, "ORDRSP", false, message))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("No ORDRSP is sent: RFF01-2 `Заказ` holds U+0417");
  }

  @Test
  void aMessageGoesInTheSyntaxOfTheOrderWhereTheAgreedOneCannotCarryItsNumber() {
    TradingPartner european =
        Golden.partner(Path.of("src/test/resources/outbound/ordrsp-worked-example"));
    List<OutSegment> message =
        List.of(
            OutSegment.of("BGM", "231", "SO-1", "4"), OutSegment.of("RFF", List.of("ON", "Заказ")));
    byte[] order =
        "UNB+UNOE:3+1:14+2:14+261121:1000+1'UNH+1+ORDERS:D:96A:UN'BGM+220+Заказ+9'UNT+3+1'UNZ+1+1'"
            .getBytes(Charset.forName("ISO-8859-5"));
    Interchange cyrillic =
        new EdiReader(new EdiSchemas(path -> null)).read(order).interchanges().get(0);

    byte[] bytes =
        envelopes()
            .document(
                european, Golden.COMPANY, "ORDRSP", false, message, () -> Optional.of(cyrillic))
            .bytes();

    assertThat(new String(bytes, Charset.forName("ISO-8859-5")))
        .startsWith("UNB+UNOE:3+")
        .contains("RFF+ON:Заказ'");
  }

  private static Envelopes envelopes() {
    return new Envelopes(Golden.counters(), CLOCK);
  }

  private static Interchange received(String number, Charset charset) {
    String text =
        "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261121*1000*U*00401*000000905*0*P*>~"
            + "GS*PO*ACMEGS*QUAYGS*20261121*1000*77*X*004010~ST*850*0001~BEG*00*SA*%s**20261120~SE*3*0001~GE*1*77~IEA*1*000000905~"
                .formatted(number);
    return new EdiReader(new EdiSchemas(path -> null))
        .read(text.getBytes(charset))
        .interchanges()
        .get(0);
  }

  private byte[] answer(String order) {
    try {
      PurchaseOrder po = Golden.JSON.readValue(order, PurchaseOrder.class);
      Head head =
          new Head("O1", "acme", "default", false, false, "D1", po, "SO-1", CLOCK.instant());
      ConfirmedSchedule all =
          new ConfirmedSchedule(
              "1", "5", "5", "2026-11-24", false, "0", null, "0", "0", null, null);
      ConfirmedLine line =
          new ConfirmedLine(po.lines().get(0).lineNumber(), "W-1", "EA", null, false, List.of(all));
      Confirmation855 content =
          Confirmation855.of(
              new Confirmation(head, List.of(line)), partner, LocalDate.of(2026, 11, 21), 1);
      return new Envelopes(Golden.counters(), CLOCK)
          .document(
              partner,
              Golden.COMPANY,
              "855",
              false,
              new Outbound(files)
                  .render(
                      AnswerFormat.X12.confirmationTemplate(),
                      new Messages(Golden.JSON).model(content)))
          .bytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<Segment> read(byte[] bytes) {
    EdiFile file =
        new EdiReader(new EdiSchemas(path -> files.open("mappings/" + path).orElse(null)))
            .read(bytes);
    assertThat(file.allFindings()).isEmpty();
    return file.interchanges().get(0).groups().get(0).sets().get(0).segments();
  }
}
