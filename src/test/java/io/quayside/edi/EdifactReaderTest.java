package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdifactReaderTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void theEnvelopeIsReadByPosition() {
    String text =
        "UNB+UNOC:3+5412345000013:14:ROUTE+4012345000009:14+261120:1000+905++ORDERS++1+EANCOM+1'"
            + Messages.message("7", "ORDERS:D:96A:UN:EAN008", Messages.ORDER)
            + "UNZ+1+905'";

    Interchange interchange = read(text);

    assertThat(interchange.standard()).isEqualTo(Standard.EDIFACT);
    assertThat(interchange.syntax()).isEqualTo("UNOC");
    assertThat(interchange.version()).isEqualTo("3");
    assertThat(interchange.sender()).isEqualTo(new EdiAddress("14", "5412345000013"));
    assertThat(interchange.receiver()).isEqualTo(new EdiAddress("14", "4012345000009"));
    assertThat(interchange.date() + " " + interchange.time()).isEqualTo("261120 1000");
    assertThat(interchange.controlNumber()).isEqualTo("905");
    assertThat(interchange.acknowledgmentRequested()).isTrue();
    assertThat(interchange.test()).isTrue();
    assertThat(interchange.isComplete()).isTrue();
    assertThat(interchange.findings()).isEmpty();
    assertThat(interchange.startOffset()).isZero();
    assertThat(interchange.endOffset()).isEqualTo(text.length());
    FunctionalGroup group = interchange.groups().get(0);
    assertThat(group.isImplied()).isTrue();
    assertThat(group.controlNumber()).isEmpty();
    TransactionSet set = group.sets().get(0);
    assertThat(set.type()).isEqualTo("ORDERS");
    assertThat(set.version()).isEqualTo("D96A");
    assertThat(set.implementation()).isEqualTo("EAN008");
    assertThat(set.controlNumber()).isEqualTo("7");
    assertThat(set.segments()).hasSize(13);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "SAMSUNG,ACME,'",
        "ACME,Empfaengerkennung,'",
        "UNG,ACME,'",
        "SAM UNG,ACME,~",
        "A,B.UNG,;",
        "UNH,UNG,~"
      })
  void aNameThatEndsLikeATagEndsNoSegment(String sender, String receiver, String terminator) {
    String text =
        ("UNB+UNOC:3+%s+%s+261120:1000+905'".formatted(sender, receiver)
                + Messages.message("7", "ORDERS:D:96A:UN", Messages.ORDER)
                + "UNZ+1+905'")
            .replace("'", terminator);

    Interchange interchange = read(text);

    assertThat(interchange.findings()).isEmpty();
    assertThat(interchange.sender().id()).isEqualTo(sender);
    assertThat(interchange.receiver().id()).isEqualTo(receiver);
    assertThat(interchange.delimiters().segment()).isEqualTo(terminator);
  }

  @Test
  void groupsHaveTheirOwnSenderAndNumber() {
    String message = Messages.message("1", "ORDERS:D:96A:UN", Messages.ORDER);
    String text =
        "UNB+UNOA:3+A+B+261120:1000+905'"
            + Messages.group("7", message)
            + Messages.group("8", message, message.replace("+1+O", "+2+O").replace("13+1", "13+2"))
            + "UNZ+2+905'";

    Interchange interchange = read(text);

    assertThat(interchange.findings()).isEmpty();
    assertThat(interchange.groups())
        .extracting(FunctionalGroup::controlNumber)
        .containsExactly("7", "8");
    FunctionalGroup group = interchange.groups().get(1);
    assertThat(group.isImplied()).isFalse();
    assertThat(group.functionalId()).isEqualTo("ORDERS");
    assertThat(group.sender()).isEqualTo(new EdiAddress("14", "ACMEGRP"));
    assertThat(group.version()).isEqualTo("D96A");
    assertThat(group.findings()).isEmpty();
    assertThat(group.sets()).hasSize(2);
  }

  @Test
  void serviceCharactersComeFromUna() {
    String text =
        "UNA=*,! ~UNB*UNOA=3*A*B*261120=1000*905~UNH*1*ORDERS=D=96A=UN~BGM*220*45!*00!~42*9~"
            + "FTX*ZZZ***1!=2=!!~UNT*4*1~UNZ*1*905~";

    Interchange interchange = read(text);

    assertThat(interchange.delimiters()).isEqualTo(new Delimiters('*', "~", '=', '\0', '!', ""));
    List<Segment> segments = only(interchange).segments();
    assertThat(segments.get(1).element(2)).isEqualTo("45*00~42");
    assertThat(segments.get(2).componentCount(4)).isEqualTo(2);
    assertThat(segments.get(2).component(4, 1)).isEqualTo("1=2");
    assertThat(segments.get(2).component(4, 2)).isEqualTo("!");
    assertThat(segments.get(2).element(4)).isEqualTo("1!=2=!!");
  }

  @Test
  void otherServiceCharactersAreMadeOutWithoutUna() {
    String text = Messages.order("UNOA:3").replace('+', '"').replace(':', '=').replace('\'', ';');

    Interchange interchange = read(text);

    assertThat(interchange.delimiters().element()).isEqualTo('"');
    assertThat(interchange.delimiters().component()).isEqualTo('=');
    assertThat(interchange.delimiters().segment()).isEqualTo(";");
    assertThat(only(interchange).segments()).hasSize(13);
  }

  @Test
  void repetitionExistsFromSyntax4On() {
    List<String> body = List.of("BGM+220+1*2+9", "GIR+3+A:B*C:D");
    String message = Messages.message("1", "ORDERS:D:96A:UN", body);

    Segment three = only(read(Messages.interchange("UNOC:3", "1", message))).segments().get(2);
    Segment four = only(read(Messages.interchange("UNOC:4", "1", message))).segments().get(2);

    assertThat(three.repetitionCount(2)).isEqualTo(1);
    assertThat(three.component(2, 2)).isEqualTo("B*C");
    assertThat(four.repetitionCount(2)).isEqualTo(2);
    assertThat(four.component(2, 2)).isEqualTo("B");
    assertThat(four.component(2, 2, 1)).isEqualTo("C");
    assertThat(four.componentCount(2, 2)).isEqualTo(2);
    assertThat(four.component(2, 3, 1)).isEmpty();
    String blank = "UNA:+.? '" + Messages.interchange("UNOC:4", "1", message);
    assertThat(only(read(blank)).segments().get(1).element(2)).isEqualTo("1*2");
  }

  @Test
  void aReleasedTerminatorThatSeemsMeantIsNoted() {
    String text = Messages.order("UNOC:3").replace("+9'DTM", "+9?'DTM");

    Interchange interchange = read(text);

    assertThat(interchange.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
              assertThat(finding.position().byteOffset()).isEqualTo(text.indexOf("?'DTM") + 1);
              assertThat(finding.why()).contains("release character");
            });
    assertThat(only(interchange).segments().get(1).element(3)).isEqualTo("9'DTM");
    assertThat(only(interchange).segments()).hasSize(12);
  }

  @Test
  void x12AndEdifactStandInOneFile() {
    String x12 = Documents.interchange(Documents.set("850", "0001", Documents.ORDER));
    String text =
        Messages.order("UNOA:3")
            + "\r\n"
            + x12
            + "junk"
            + "\nUNA:+.? '\r\n"
            + Messages.order("UNOB:1");

    EdiFile file = reader.read(Documents.bytes(text));

    assertThat(file.interchanges())
        .extracting(Interchange::standard)
        .containsExactly(Standard.EDIFACT, Standard.X12, Standard.EDIFACT);
    assertThat(file.interchanges()).allMatch(Interchange::isComplete);
    assertThat(file.findings()).singleElement().extracting(Finding::value).isEqualTo("junk\n");
    assertThat(file.interchanges().get(2).startOffset()).isEqualTo(text.lastIndexOf("UNA"));
  }

  @ParameterizedTest
  @CsvSource({
    "UNZ+1+905,UNZ+1+906,INTERCHANGE 28 FATAL",
    "UNZ+1+905,UNZ+2+905,INTERCHANGE 29 FATAL",
    "UNT+13+1,UNT+14+1,SET 29 FATAL",
    "UNT+13+1,UNT+13+2,SET 28 FATAL",
    "UNB+UNOC:3,UNB+UNOC:7,INTERCHANGE 2 ERROR",
    "+261120:1000,+201126:2500,INTERCHANGE 12 ERROR",
    "+905',+905'BGM+1',INTERCHANGE 33 ERROR",
  })
  void countsAndReferencesMustAgree(String right, String wrong, String finding) {
    assertThat(codes(Messages.order("UNOC:3"))).isEmpty();
    assertThat(
            codes(
                Messages.order("UNOC:3").replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
        .containsExactly(finding);
  }

  @Test
  void duplicateReferencesAndMissingTrailersAreFindings() {
    String message = Messages.message("1", "ORDERS:D:96A:UN", Messages.ORDER);

    assertThat(codes(Messages.interchange("UNOC:3", "1", message, message)))
        .containsExactly("SET 26 ERROR");
    assertThat(codes(Messages.order("UNOC:3").replaceAll("UNT.*?'", "")))
        .containsExactly("SET 13 FATAL");
    assertThat(codes(Messages.order("UNOC:3").replaceAll("UNZ.*", "")))
        .containsExactly("INTERCHANGE 13 FATAL");
    assertThat(codes(Messages.order("UNOC:3").replaceAll("UNB.*?'", "UNA:+.? '")))
        .containsExactly("INTERCHANGE 13 FATAL");
    assertThat(codes(Messages.order("UNOC:3").replaceAll("'$", ""))).isEmpty();
  }

  @Test
  void anEmptyInterchangeIsOne() {
    assertThat(codes("UNB+UNOC:3+A+B+261120:1000+905'UNZ+0+905'"))
        .containsExactly("INTERCHANGE 32 FATAL");
  }

  /** Point or comma is the decimal mark; a digit stands before it, and there is only one. */
  @ParameterizedTest
  @CsvSource({
    "12.5,''",
    "'12,5',''",
    "-3,''",
    ".5,38",
    "'1,234.50',19",
    "1O0,37",
    "12345678901234567890,39"
  })
  void numbersAreCheckedAsTheSyntaxHasThem(String price, String code) {
    String text = Messages.order("UNOC:3").replace("PRI+AAA:12.5", "PRI+AAA:" + price);

    assertThat(only(read(text)).findings())
        .extracting(Finding::code)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void lineEndsWrappingAByteOrderMarkAndLowerCaseDoNotMatter() {
    String text = Messages.order("UNOC:3");
    String wrapped = text.replaceAll("(.{70})", "$1\r\n");

    assertThat(codes(text.replace("'", "'\r\n"))).isEmpty();
    assertThat(codes(text.replace("UN", "un").replace("BGM", "bgm").replace("unOC", "UNOC")))
        .isEmpty();
    assertThat(codes("\u00ef\u00bb\u00bf" + text)).isEmpty();
    assertThat(codes(wrapped)).isEmpty();
    Segment line = only(read(wrapped)).segments().get(5);
    assertThat(line.component(3, 1)).isEqualTo("4012345678901");
    assertThat(line.position().byteOffset()).isEqualTo(wrapped.indexOf("LIN+1"));
  }

  @ParameterizedTest
  @CsvSource({
    "UNOC,ISO-8859-1,M\u00fcller,''",
    "UNOD,ISO-8859-2,\u0141\u00f3d\u017a,''",
    "UNOE,ISO-8859-5,\u041c\u043e\u0441\u043a\u0432\u0430,''",
    "UNOE,windows-1251,\u041c\u043e\u0441\u043a\u0432\u0430,windows-1251",
    "UNOE,KOI8-R,\u041c\u043e\u0441\u043a\u0432\u0430,KOI8-R",
    "UNOF,ISO-8859-7,\u0391\u03b8\u03ae\u03bd\u03b1,''",
    "UNOY,UTF-8,\u041c\u043e\u0441\u043a\u0432\u0430,''",
    "UNOC,UTF-8,M\u00fcller,UTF-8",
    "UNOA,ISO-8859-1,M\u00fcller,ISO-8859-1",
    "UNOY,ISO-8859-1,M\u00fcller,ISO-8859-1",
    "UNOC,windows-1252,Joe\u2019s M\u00fcller,windows-1252",
    "UNOA,windows-1252,\u201eM\u00fcller\u201c,windows-1252",
    "UNOD,windows-1250,\u201e\u0141\u00f3d\u017a\u201d,windows-1250",
    "UNOC,UTF-8,ISA M\u00fcller,UTF-8",
    "UNOA,UTF-8,Via ISA 5 M\u00fcller,UTF-8",
  })
  void textIsInTheCharacterSetOfUnbElseInTheLikeliest(
      String syntax, String sent, String name, String instead) {
    List<String> body = List.of("BGM+220+1+9", "NAD+BY+1::9++" + name);
    String text =
        Messages.interchange(syntax + ":3", "1", Messages.message("1", "ORDERS:D:96A:UN", body));

    Interchange interchange =
        reader.read(text.getBytes(Charset.forName(sent))).interchanges().get(0);

    assertThat(only(interchange).segments().get(2).element(4)).isEqualTo(name);
    if (instead.isEmpty()) {
      assertThat(interchange.findings()).isEmpty();
    } else {
      assertThat(interchange.findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo("21");
                assertThat(finding.why()).contains(syntax).endsWith("read as " + instead);
              });
    }
  }

  @Test
  void anEnvelopeOfSyntax1WithControlCharactersIsRead() {
    String text =
        Messages.order("UNOB:1")
            .replace('+', '\u001d')
            .replace(':', '\u001f')
            .replace('\'', '\u001c');

    Interchange interchange =
        reader.read(text.getBytes(StandardCharsets.US_ASCII)).interchanges().get(0);

    assertThat(interchange.findings()).isEmpty();
    assertThat(interchange.controlNumber()).isEqualTo("905");
    assertThat(only(interchange).segments()).hasSize(13);
  }

  private Interchange read(String text) {
    return reader.read(Documents.bytes(text)).interchanges().get(0);
  }

  /** Envelope findings only: schemas have tests of their own. */
  private List<String> codes(String text) {
    return reader.read(Documents.bytes(text)).allFindings().stream()
        .filter(finding -> finding.level().compareTo(Finding.Level.SEGMENT) < 0)
        .filter(finding -> !finding.code().isEmpty() && !finding.code().equals("14"))
        .map(each -> each.level() + " " + each.code() + " " + each.severity())
        .toList();
  }

  private static TransactionSet only(Interchange interchange) {
    return interchange.groups().get(0).sets().get(0);
  }
}
