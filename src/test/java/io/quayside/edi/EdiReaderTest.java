package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdiReaderTest {
  private static final String ORDER = Documents.set("850", "0001", Documents.ORDER);

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void aRightOrderIsAcceptedWithoutAnyFinding() {
    EdiFile file = reader.read(Documents.order(Documents.ORDER));

    assertThat(file.allFindings()).isEmpty();
    Interchange interchange = file.interchanges().get(0);
    assertThat(interchange.sender()).isEqualTo(new EdiAddress("ZZ", "ACMEEDI"));
    assertThat(interchange.receiver()).isEqualTo(new EdiAddress("ZZ", "QUAYSIDE"));
    assertThat(interchange.controlNumber()).isEqualTo("000000905");
    assertThat(interchange.version()).isEqualTo("00401");
    assertThat(interchange.test()).isFalse();
    assertThat(interchange.acknowledgmentRequested()).isFalse();
    assertThat(interchange.isComplete()).isTrue();
    assertThat(interchange.verdict()).isEqualTo(Verdict.ACCEPTED);
    FunctionalGroup group = interchange.groups().get(0);
    assertThat(group.functionalId()).isEqualTo("PO");
    assertThat(group.sender().id()).isEqualTo("ACMEGS");
    assertThat(group.declaredCount()).isEqualTo(1);
    TransactionSet set = Documents.only(file);
    assertThat(set.type()).isEqualTo("850");
    assertThat(set.accepted()).isTrue();
    assertThat(set.segments()).hasSize(12);
    assertThat(set.segments().get(7).element(4)).isEqualTo("12.50");
    assertThat(set.segments().get(7).element(9)).isEmpty();
  }

  @Test
  void testFlagAndAcknowledgmentRequestAreRead() {
    String text = Documents.interchange(ORDER).replace("*0*P*>", "*1*T*>");

    Interchange interchange = reader.read(Documents.bytes(text)).interchanges().get(0);

    assertThat(interchange.test()).isTrue();
    assertThat(interchange.acknowledgmentRequested()).isTrue();
  }

  @Test
  void aWrongSegmentCountRejectsTheSetWithCode4AndItStaysReadable() {
    String text = Documents.interchange(ORDER).replace("SE*12*", "SE*13*");

    TransactionSet set = Documents.only(reader.read(Documents.bytes(text)));

    assertThat(set.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(set.segments()).hasSize(12);
    Finding finding = set.findings().get(0);
    assertThat(finding.level()).isEqualTo(Finding.Level.SET);
    assertThat(finding.code()).isEqualTo("4");
    assertThat(finding.value()).isEqualTo("13");
    assertThat(finding.sentence())
        .startsWith("SE01 `13` (segment 12, line 1, byte ")
        .endsWith("the set has 12 segments, ST and SE among them. Correct the count.");
  }

  @Test
  void differentControlNumbersRejectOnTheirOwnLevel() {
    String text = Documents.interchange(ORDER);

    assertThat(codes(text.replace("SE*12*0001", "SE*12*0002"))).containsExactly("SET 3 FATAL");
    assertThat(codes(text.replace("GE*1*77", "GE*1*78"))).containsExactly("GROUP 4 FATAL");
    assertThat(codes(text.replace("GE*1*", "GE*2*"))).containsExactly("GROUP 5 FATAL");
    assertThat(codes(text.replace("IEA*1*000000905", "IEA*1*000000906")))
        .containsExactly("INTERCHANGE 001 FATAL");
    assertThat(codes(text.replace("IEA*1*", "IEA*3*"))).containsExactly("INTERCHANGE 021 FATAL");
    assertThat(codes(text.replace("GE*1*77", "GE*1*077"))).containsExactly("GROUP 4 ERROR");
  }

  @Test
  void aRejectedGroupRejectsItsSets() {
    String text = Documents.interchange(ORDER).replace("GE*1*77", "GE*1*78");

    EdiFile file = reader.read(Documents.bytes(text));

    assertThat(file.interchanges().get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(file.interchanges().get(0).groups().get(0).verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(Documents.only(file).accepted()).isFalse();
  }

  @Test
  void oneBadSetLeavesTheGoodOnesAccepted() {
    String bad = Documents.set("850", "0002", Documents.ORDER.subList(1, 10));

    EdiFile file = reader.read(Documents.bytes(Documents.interchange(ORDER, bad)));

    FunctionalGroup group = file.interchanges().get(0).groups().get(0);
    assertThat(group.verdict()).isEqualTo(Verdict.PARTIALLY_ACCEPTED);
    assertThat(group.sets()).extracting(TransactionSet::accepted).containsExactly(true, false);
  }

  @Test
  void duplicateNumbersAreNoted() {
    String twice = Documents.interchange(ORDER, ORDER);
    assertThat(codes(twice)).containsExactly("SET 7 ERROR");

    String groups =
        Documents.ISA
            + Documents.group(77, ORDER)
            + Documents.group(77, ORDER)
            + "IEA*2*000000905~";
    assertThat(codes(groups)).containsExactly("GROUP 6 ERROR");
    assertThat(
            codes(
                groups
                    .replaceFirst("1000\\*77\\*", "1000*077*")
                    .replaceFirst("\\*77~GS", "*077~GS")))
        .containsExactly("GROUP 6 ERROR");
  }

  @Test
  void anErrorInAnElementAcceptsWithErrorsAndRejectsWhenStrict() {
    byte[] bytes = Documents.order(Documents.with(2, "DTM*002*20261340"));

    assertThat(Documents.only(reader.read(bytes)).verdict())
        .isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(
            Documents.only(reader.read(bytes, Severities.of(true, java.util.Map.of()))).verdict())
        .isEqualTo(Verdict.REJECTED);
  }

  @Test
  void anElementFindingSaysWhereWhyAndHowToMendIt() {
    byte[] bytes = Documents.order(Documents.with(2, "DTM*002*20261340"));

    Finding finding = Documents.only(reader.read(bytes)).findings().get(0);

    int offset = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("20261340");
    assertThat(finding.position()).isEqualTo(new Position(offset, 1, 4, 2, 0));
    assertThat(finding.code()).isEqualTo("8");
    assertThat(finding.dataElement()).isEqualTo("373");
    assertThat(finding.sentence())
        .isEqualTo(
            "DTM02 `20261340` (segment 4, line 1, byte %d): is no date. Give it as CCYYMMDD, for example 20261201."
                .formatted(offset));
  }

  @Test
  void aMisplacedOrUnknownSegmentIsReportedAndKept() {
    List<String> body = Documents.with(1, "REF*DP*038", "ZZZ*1", "HL*1**S");

    TransactionSet set = Documents.only(reader.read(Documents.order(body)));

    assertThat(set.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(set.segments()).extracting(Segment::tag).contains("ZZZ", "HL");
    assertThat(set.findings()).extracting(Finding::code).containsExactly("1", "6");
  }

  @Test
  void anUnknownSetTypeIsRejectedAndReadable() {
    String set = Documents.set("276", "0001", List.of("B2**ABCD**1"));

    TransactionSet read = Documents.only(reader.read(Documents.bytes(Documents.interchange(set))));

    assertThat(read.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(read.findings()).extracting(Finding::code).containsExactly("1");
    assertThat(read.segments().get(1).element(2)).isEqualTo("ABCD");
  }

  @Test
  void aCountMayFillAllItsTenDigits() {
    String text = Documents.interchange(ORDER).replaceAll("SE\\*(\\d\\d)\\*", "SE*00000000$1*");

    TransactionSet set = Documents.only(reader.read(Documents.bytes(text)));

    assertThat(text).contains("SE*0000000012*0001");
    assertThat(set.findings()).isEmpty();
  }

  @Test
  void aDateHasSixDigitsBefore004010AndEightSinceThen() {
    String old = Documents.interchange(ORDER).replace("X*004010", "X*003060");
    String right = old.replaceAll("20(2611|2612)", "$1");

    TransactionSet wrong = Documents.only(reader.read(Documents.bytes(old)));
    TransactionSet read = Documents.only(reader.read(Documents.bytes(right)));

    assertThat(wrong.findings()).extracting(Finding::code).containsOnly("8");
    assertThat(wrong.findings().get(0).mend()).contains("YYMMDD, for example 261201");
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void anotherReleaseIsReadWithANoteAndNoRefusal() {
    String text =
        Documents.interchange(ORDER).replace("X*004010", "X*002040").replace("20261201", "261201");

    TransactionSet set = Documents.only(reader.read(Documents.bytes(text)));

    assertThat(set.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(set.findings())
        .singleElement()
        .extracting(Finding::severity)
        .isEqualTo(Finding.Severity.NOTE);
  }

  @Test
  void anyDelimitersAreTakenFromTheIsa() {
    String text =
        Documents.interchange(ORDER)
            .replace('*', '\u001d')
            .replace('~', '\u001c')
            .replace('>', '\u001f');

    assertThat(reader.read(Documents.bytes(text)).allFindings()).isEmpty();
  }

  @Test
  void lineEndsAndABlankLineMayFollowSegments() {
    String text = Documents.interchange(ORDER);

    assertThat(codes(text.replace("~", "~\r\n"))).isEmpty();
    assertThat(codes(text.replace("~", "~\n\n  "))).isEmpty();
    assertThat(codes(text.replace("~", "\r\n"))).isEmpty();
    assertThat(codes(text.replace("~", "\n"))).isEmpty();
    assertThat(codes("\u00ef\u00bb\u00bf" + text)).isEmpty();
  }

  @Test
  void aWrappedFileIsReadAndItsPositionsAreThoseOfTheFile() {
    String text =
        Documents.interchange(
            Documents.set("850", "0001", Documents.with(6, "PO1*10*1O0*EA*12.50**VP*W-001")));
    String wrapped = text.replaceAll("(.{80})", "$1\r\n");

    Finding finding = Documents.only(reader.read(Documents.bytes(wrapped))).findings().get(0);

    assertThat(finding.value()).isEqualTo("1O0");
    int at = finding.position().byteOffset();
    assertThat(wrapped.substring(at).replace("\r\n", "")).startsWith("1O0*EA");
    assertThat(finding.position().line())
        .isEqualTo(1 + (int) wrapped.substring(0, at).lines().count() - 1);
  }

  @Test
  void aTerminatorOfSeveralBytesIsRead() {
    byte[] bytes =
        Documents.interchange(ORDER).replace("~", "\u2026\n").getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(bytes).allFindings()).isEmpty();
  }

  @Test
  void unpaddedIsaElementsAreReadBySeparatorAndReported() {
    String text = Documents.interchange(ORDER).replaceAll(" +\\*", "*");

    EdiFile file = reader.read(Documents.bytes(text));

    assertThat(codes(text)).containsExactly("INTERCHANGE 022 ERROR");
    assertThat(file.interchanges().get(0).sender().id()).isEqualTo("ACMEEDI");
    assertThat(Documents.only(file).accepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-8"})
  void nonBreakingSpacesPadLikeBlanks(String charset) {
    String text =
        Documents.interchange(
                Documents.set("850", "0001", Documents.with(1, "REF*DP*038*\u00a0\u00a0")))
            .replace("ACMEEDI        ", "ACMEEDI" + "\u00a0".repeat(8));

    Interchange interchange =
        reader.read(text.getBytes(Charset.forName(charset))).interchanges().get(0);

    assertThat(interchange.sender()).isEqualTo(new EdiAddress("ZZ", "ACMEEDI"));
    assertThat(interchange.findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.sentence())
                    .contains("non-breaking spaces", "Pad with ordinary blanks"));
    assertThat(interchange.groups().get(0).sets().get(0).findings()).isEmpty();
  }

  @Test
  void binaryDataIsReadByItsLengthWhateverBytesItHas() {
    String text =
        Documents.interchange(
            Documents.set(
                "841", "0001", List.of("bin*12*~ISA*~SE*~1~", "BDS*ASC*5*a~b*c", "REF*A*B")));

    TransactionSet set = Documents.only(reader.read(Documents.bytes(text)));

    assertThat(set.segments().stream().map(Segment::tag))
        .containsExactly("ST", "BIN", "BDS", "REF", "SE");
    assertThat(set.segments().get(1).element(2)).isEqualTo("~ISA*~SE*~1~");
    assertThat(set.segments().get(2).element(3)).isEqualTo("a~b*c");
  }

  @Test
  void binaryDataOfAWrongLengthIsReadToTheTerminator() {
    String text =
        Documents.interchange(Documents.set("841", "0001", List.of("BIN*99999*abc", "REF*A*B")));

    TransactionSet set = Documents.only(reader.read(Documents.bytes(text)));

    assertThat(set.segments().get(1).element(2)).isEqualTo("abc");
    assertThat(set.segments()).hasSize(4);
  }

  @Test
  void anExtraSeparatorAfterIsa16IsReported() {
    assertThat(codes(Documents.interchange(ORDER).replace("*P*>~", "*P*>*~")))
        .containsExactly("INTERCHANGE 022 ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void aMissingIsa16IsReportedAndTheTerminatorIsMadeOut(String lineEnd) {
    String text = Documents.interchange(ORDER).replace("*P*>~", "*P*~").replace("~", "~" + lineEnd);

    assertThat(codes(text)).containsExactly("INTERCHANGE 022 ERROR");
    assertThat(Documents.only(reader.read(Documents.bytes(text))).accepted()).isTrue();
  }

  @Test
  void anIsa16ThatAlsoEndsOneLineIsNotMissing() {
    String ta1 = Documents.ISA.replace(">~", "+\n") + "TA1*1*261120*1000*R*006*+\nIEA*0*000000905";

    assertThat(codes(ta1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "1", " "})
  void aComponentSeparatorThatSeparatesNothingIsRefusedAndTheDocumentIsRead(String sign) {
    String text = Documents.interchange(ORDER).replace("*P*>~", "*P*" + sign + "~");

    EdiFile file = reader.read(Documents.bytes(text));

    assertThat(codes(text)).containsExactly("INTERCHANGE 027 ERROR");
    assertThat(file.interchanges().get(0).delimiters().component()).isEqualTo('\0');
    assertThat(Documents.only(file).accepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "9", "a"})
  void aTerminatorThatIsALetterOrDigitIsRefused(String sign) {
    EdiFile file = reader.read(Documents.bytes(Documents.interchange(ORDER).replace("~", sign)));

    assertThat(file.interchanges()).isEmpty();
    assertThat(file.findings().get(0).sentence())
        .contains("no segment terminator, which is no letter or digit");
  }

  @ParameterizedTest
  @CsvSource({"^,2,''", "'\u001e',2,''", ">,1,016", "~,1,016"})
  void theRepetitionSeparatorIsAnyFreeSign(String sign, int repetitions, String code) {
    String text =
        Documents.interchange(Documents.set("271", "0001", List.of("EB*1**30" + sign + "33")))
            .replace("*U*00401*", "*" + sign + "*00501*");
    if (sign.equals("~")) {
      text = text.replace("EB*1**30~33", "EB*1**30");
    }

    Interchange interchange = reader.read(Documents.bytes(text)).interchanges().get(0);

    assertThat(interchange.groups().get(0).sets().get(0).segments().get(1).repetitionCount(3))
        .isEqualTo(repetitions);
    assertThat(interchange.findings().stream().map(Finding::code).toList())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void lowerCaseTagsAreRead() {
    assertThat(codes(Documents.interchange(ORDER).replace("PO1*", "po1*"))).isEmpty();
  }

  @Test
  void interchangesWithDifferentDelimitersStandInOneFile() {
    String first = Documents.interchange(ORDER);
    String second = first.replace('*', '|').replace('~', '\n').replace("000000905", "000000906");

    EdiFile file = reader.read(Documents.bytes(first + "\r\n some junk \r\n" + second));

    assertThat(file.interchanges())
        .extracting(Interchange::controlNumber)
        .containsExactly("000000905", "000000906");
    assertThat(file.findings())
        .singleElement()
        .extracting(Finding::value)
        .asString()
        .startsWith("some junk");
    assertThat(file.allFindings()).hasSize(1);
  }

  @Test
  void aMissingLastTerminatorIsNoMatter() {
    String text = Documents.interchange(ORDER);

    assertThat(codes(text.substring(0, text.length() - 1))).isEmpty();
    assertThat(codes(text.substring(0, text.length() - 1) + "\r\n")).isEmpty();
  }

  @Test
  void halfAnInterchangeGivesItsReadablePart() {
    String text = Documents.interchange(ORDER);

    EdiFile file = reader.read(Documents.bytes(text.substring(0, text.indexOf("PO1*20") + 8)));

    Interchange interchange = file.interchanges().get(0);
    assertThat(interchange.isComplete()).isFalse();
    assertThat(interchange.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(interchange.findings())
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .contains("cut off after segment PID");
    assertThat(Documents.only(file).segments()).hasSize(9);
    assertThat(Documents.only(file).accepted()).isFalse();
  }

  @Test
  void aSecondBrokenInterchangeDoesNotHarmTheFirst() {
    String text = Documents.interchange(ORDER);

    EdiFile file = reader.read(Documents.bytes(text + text.substring(0, 250)));

    assertThat(file.interchanges())
        .extracting(Interchange::isComplete)
        .containsExactly(true, false);
    assertThat(Documents.only(file).accepted()).isTrue();
  }

  @Test
  void aSetWithoutGroupAndAGroupWithoutTrailersAreReadable() {
    EdiFile noGroup = reader.read(Documents.bytes(Documents.ISA + ORDER + "IEA*1*000000905~"));
    assertThat(Documents.only(noGroup).segments()).hasSize(12);
    assertThat(Documents.only(noGroup).accepted()).isFalse();

    String noTrailers = Documents.interchange(ORDER).replaceAll("SE\\*.*?~GE\\*.*?~", "");
    assertThat(codes(noTrailers)).containsExactly("GROUP 3 FATAL", "SET 2 FATAL");
  }

  @Test
  void whatIsNoEdiIsSaidSo() {
    assertThat(reader.read(new byte[0]).findings()).hasSize(1);
    assertThat(reader.read(Documents.bytes("Please send 5 widgets")).findings()).hasSize(1);
    assertThat(reader.read(Documents.bytes("ISA*00*")).findings()).hasSize(1);
    assertThat(reader.read(Documents.bytes("UIB+UNOA:4+1'")).findings().get(0).sentence())
        .contains("interactive EDIFACT");
    assertThat(
            reader
                .read(Documents.ISA.getBytes(StandardCharsets.UTF_16LE))
                .findings()
                .get(0)
                .sentence())
        .contains("UTF-16");
  }

  @Test
  void recognitionLooksAtTheFirstBytes() {
    assertThat(EdiReader.looksLikeEdi(Documents.bytes(Documents.ISA))).isTrue();
    assertThat(EdiReader.looksLikeEdi(Documents.bytes("\r\n UNA:+.? '"))).isTrue();
    assertThat(EdiReader.looksLikeEdi(Documents.bytes("ISABELLA was here"))).isFalse();
    assertThat(EdiReader.looksLikeEdi(Documents.bytes("{\"a\":1}"))).isFalse();
    assertThat(EdiReader.looksLikeEdi(new byte[0])).isFalse();
  }

  @Test
  void textIsUtf8WhereTheFileIsElseLatin1OrItsCodePageOfWindows() {
    String text =
        Documents.interchange(
            Documents.set("850", "0001", Documents.with(7, "PID*F****H\u00fclse \u00d8 5")));

    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      TransactionSet set = Documents.only(reader.read(text.getBytes(charset)));
      assertThat(set.segments().get(8).element(5)).isEqualTo("H\u00fclse \u00d8 5");
    }
    byte[] windows =
        text.replace("H\u00fclse", "Joe\u2019s H\u00fclse")
            .getBytes(Charset.forName("windows-1252"));
    assertThat(Documents.only(reader.read(windows)).segments().get(8).element(5))
        .isEqualTo("Joe\u2019s H\u00fclse \u00d8 5");
  }

  @Test
  void limitsAreFindings() {
    EdiReader small = new EdiReader(TestSchemas.all(), new EdiLimits(50, 10, 12, 5));
    String wide = "PID*F****" + "x".repeat(60);

    EdiFile file = small.read(Documents.order(Documents.with(7, wide)));

    assertThat(file.interchanges().get(0).findings())
        .extracting(Finding::why)
        .anyMatch(why -> why.contains("larger than we read"))
        .anyMatch(why -> why.contains("more than 12 segments"));
  }

  @Test
  void manyFindingsAreCountedNotKept() {
    String[] lines = new String[40];
    Arrays.fill(lines, "ZZZ*1");
    EdiReader small = new EdiReader(TestSchemas.all(), new EdiLimits(50, 10, 1000, 5));

    TransactionSet set = Documents.only(small.read(Documents.order(Documents.with(1, lines))));

    assertThat(set.findings()).hasSize(6);
    assertThat(set.findings().get(5).why()).startsWith("35 more findings");
  }

  private List<String> codes(String text) {
    return reader.read(Documents.bytes(text)).allFindings().stream()
        .map(finding -> finding.level() + " " + finding.code() + " " + finding.severity())
        .toList();
  }
}
