package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EdiWriterTest {
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 11, 21, 9, 5);

  private final EdiWriter writer = new EdiWriter();
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void theEnvelopeIsPaddedAndCounted() {
    OutboundInterchange out =
        interchange(
            Delimiters.x12(),
            OutSegment.of("BAK", "00", "AC", "4500000042", "20261120", "", "", "", "SO-7781", ""),
            OutSegment.of("SLN", "1", null, "I", "2", List.of("EA", "", "2", "")));

    assertThat(text(writer.write(out)))
        .isEqualTo(
            "ISA*00*          *00*          *ZZ*QUAYSIDE       *ZZ*ACMEEDI        *261121*0905*U*00401*000000042*0*T*>~"
                + "GS*PR*QUAYSIDE*ACMEGS*20261121*0905*7*X*004010~"
                + "ST*855*0001~"
                + "BAK*00*AC*4500000042*20261120****SO-7781~"
                + "SLN*1**I*2*EA>>2~"
                + "SE*4*0001~"
                + "GE*1*7~"
                + "IEA*1*000000042~");
  }

  @Test
  void lineEndsMayFollowSegmentsOrEndThem() {
    OutSegment segment = OutSegment.of("CTT", "1");

    assertThat(text(writer.write(interchange(Delimiters.x12('*', '~', '>', '^', "\r\n"), segment))))
        .contains("~\r\nCTT*1~\r\n");
    assertThat(text(writer.write(interchange(Delimiters.x12('|', '\n', ':', '^', ""), segment))))
        .contains("\nCTT|1\n");
  }

  @Test
  void delimitersAndControlCharactersInDataAreReplacedAndReported() {
    WrittenInterchange written =
        writer.write(
            interchange(
                Delimiters.x12(), OutSegment.of("PID", "F", "", "", "", "A*B~C>D\nE\u0007F")));

    assertThat(text(written)).contains("PID*F****A B C D E F~");
    assertThat(written.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.name()).isEqualTo("PID05");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
              assertThat(finding.value()).isEqualTo("A*B~C>D\nE\u0007F");
            });
  }

  @Test
  void theAgreedSubstituteIsUsed() {
    OutboundInterchange out =
        interchange(Delimiters.x12(), OutSegment.of("PID", "F", "", "", "", "A*B"))
            .withSubstitute('-');

    assertThat(text(writer.write(out))).contains("PID*F****A-B~");
  }

  @Test
  void aCharacterOutsideTheCharacterSetIsReplacedUnlessAnotherSetIsAgreed() {
    OutboundInterchange out =
        interchange(
            Delimiters.x12(),
            OutSegment.of("PID", "F", "", "", "", "H\u00fclse \u20ac \ud83d\ude00"));

    assertThat(text(writer.write(out))).contains("H\u00fclse    ~");
    WrittenInterchange wide = writer.write(out.withCharset(StandardCharsets.UTF_8));
    assertThat(new String(wide.bytes(), StandardCharsets.UTF_8))
        .contains("H\u00fclse \u20ac \ud83d\ude00~");
    assertThat(wide.findings()).isEmpty();
  }

  @Test
  void ta1StandsBeforeTheGroups() {
    OutboundInterchange out =
        interchange(Delimiters.x12(), OutSegment.of("CTT", "1"))
            .withServices(List.of(OutSegment.of("TA1", "000000905", "261120", "1000", "A", "000")));

    Interchange read = reader.read(writer.write(out).bytes()).interchanges().get(0);

    assertThat(read.services()).singleElement().hasToString("TA1*000000905*261120*1000*A*000");
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    OutSegment segment = OutSegment.of("CTT", "1");
    assertThatThrownBy(
            () -> writer.write(interchange(Delimiters.x12('*', '*', '>', '^', ""), segment)))
        .isInstanceOf(EdiWriteException.class)
        .hasMessageContaining("different");
    assertThatThrownBy(
            () -> writer.write(interchange(Delimiters.x12('A', '~', '>', '^', ""), segment)))
        .isInstanceOf(EdiWriteException.class);
    assertThatThrownBy(() -> writer.write(interchange(Delimiters.x12(), OutSegment.of("C*T", "1"))))
        .isInstanceOf(EdiWriteException.class)
        .hasMessageContaining("tag");
    assertThatThrownBy(
            () -> writer.write(interchange(Delimiters.x12(), OutSegment.of("SE", "1", "1"))))
        .isInstanceOf(EdiWriteException.class);
    assertThatThrownBy(() -> writer.write(interchange(Delimiters.x12(), OutSegment.of("ISA", "1"))))
        .isInstanceOf(EdiWriteException.class);
    assertThatThrownBy(() -> writer.write(addressed("A*B"))).isInstanceOf(EdiWriteException.class);
    assertThatThrownBy(() -> writer.write(addressed("SIXTEEN-LETTERS-")))
        .isInstanceOf(EdiWriteException.class)
        .hasMessageContaining("ISA06");
  }

  @Test
  void aRepeatedElementIsWrittenFrom00402OnAndRefusedBefore() {
    OutSegment repeated =
        OutSegment.of("CTX", OutElement.repeated(List.of("PO", "1^2"), "LINE", ""), "N1");

    WrittenInterchange written = writer.write(inVersion("00501", Delimiters.x12(), repeated));

    assertThat(text(written)).contains("~CTX*PO>1 2^LINE*N1~");
    assertThat(written.findings()).singleElement().extracting(Finding::value).isEqualTo("1^2");
    assertThatThrownBy(() -> writer.write(interchange(Delimiters.x12(), repeated)))
        .isInstanceOf(EdiWriteException.class)
        .hasMessageContaining("repeats an element");
  }

  /**
   * Whatever the data: written and read back it is the same, once what cannot be written is
   * replaced.
   */
  @Property(tries = 100)
  void writingAndReadingIsIdentity(@ForAll("bodies") List<OutSegment> body) {
    Delimiters delimiters = Delimiters.x12('*', '~', '>', '^', "");
    WrittenInterchange written =
        writer.write(
            interchange(delimiters, body.toArray(OutSegment[]::new))
                .withCharset(StandardCharsets.UTF_8));

    EdiReader plain =
        new EdiReader(TestSchemas.all(), EdiLimits.standard(), StandardCharsets.UTF_8);
    List<Segment> segments = Documents.only(plain.read(written.bytes())).segments();

    assertThat(segments).hasSize(body.size() + 2);
    for (int i = 0; i < body.size(); i++) {
      List<OutElement> meant = body.get(i).elements();
      for (int n = 1; n <= meant.size(); n++) {
        List<String> parts = meant.get(n - 1).components();
        for (int c = 1; c <= parts.size(); c++) {
          assertThat(segments.get(i + 1).component(n, c)).isEqualTo(clean(parts.get(c - 1)));
        }
      }
    }
  }

  @Provide
  Arbitrary<List<OutSegment>> bodies() {
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("*~>^ \n\r\u0000\u00e9AB1").ofMaxLength(12),
            Arbitraries.strings().all().ofMaxLength(12).filter(text -> !text.contains("\uFEFF")));
    Arbitrary<Object> element =
        Arbitraries.oneOf(
            value.map(text -> (Object) text), value.list().ofMaxSize(3).map(list -> (Object) list));
    Arbitrary<String> tag = Arbitraries.of("REF", "N9", "MSG", "PID", "Z1", "ZZZ");
    return net.jqwik.api.Combinators.combine(tag, element.list().ofMaxSize(6))
        .as((name, elements) -> new OutSegment(name, elements))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static String clean(String value) {
    StringBuilder clean = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              boolean replaced =
                  "*~>".indexOf(c) >= 0
                      || Character.isISOControl(c)
                      || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              clean.appendCodePoint(replaced ? ' ' : c);
            });
    return clean.toString();
  }

  private static OutboundInterchange interchange(Delimiters delimiters, OutSegment... body) {
    return inVersion("00401", delimiters, body);
  }

  private static OutboundInterchange inVersion(
      String isaVersion, Delimiters delimiters, OutSegment... body) {
    List<OutSegment> segments = new ArrayList<>();
    Collections.addAll(segments, body);
    OutGroup group =
        new OutGroup(
            "PR",
            "QUAYSIDE",
            "ACMEGS",
            "7",
            "004010",
            List.of(new OutSet("855", "0001", segments)));
    return new OutboundInterchange(
        new EdiAddress("ZZ", "QUAYSIDE"),
        new EdiAddress("ZZ", "ACMEEDI"),
        isaVersion,
        "42",
        true,
        false,
        STAMP,
        delimiters,
        List.of(group));
  }

  private static OutboundInterchange addressed(String id) {
    return new OutboundInterchange(
        new EdiAddress("ZZ", id),
        new EdiAddress("ZZ", "ACMEEDI"),
        "00401",
        "42",
        true,
        false,
        STAMP,
        Delimiters.x12(),
        List.of());
  }

  private static String text(WrittenInterchange written) {
    return new String(written.bytes(), StandardCharsets.ISO_8859_1);
  }
}
