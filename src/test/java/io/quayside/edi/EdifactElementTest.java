package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the elements of a message, and what it costs. */
class EdifactElementTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void anElementThatIsRepeatedMoreOftenThanItMayIsToldOnce() {
    List<String> body = new ArrayList<>(Messages.ORDER);
    body.set(2, "NAD+BY+5412345000013::9*5412345000020::9*5412345000037::9");
    String order = Messages.message("1", "ORDERS:D:96A:UN", body);

    assertThat(codes(Messages.interchange("UNOC:4", "1", order))).containsExactly("ELEMENT 35");
    assertThat(codes(Messages.interchange("UNOC:3", "1", order)))
        .as("no repetition before syntax 4: a star is text")
        .doesNotContain("ELEMENT 35");
  }

  @Test
  void aMissingComponentCostsNoMessageUnlessThePartnerIsStrict() {
    List<String> body = new ArrayList<>(Messages.ORDER);
    body.add(4, "CTA+OC");
    body.add(5, "COM+:EM");
    byte[] bytes =
        Documents.bytes(
            Messages.interchange("UNOC:3", "1", Messages.message("1", "ORDERS:D:96A:UN", body)));

    TransactionSet usual = Documents.only(reader.read(bytes));
    TransactionSet strict = Documents.only(reader.read(bytes, Severities.of(true, Map.of())));

    assertThat(usual.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(usual.findings()).singleElement().extracting(Finding::code).isEqualTo("13");
    assertThat(strict.verdict()).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void aQuantityIsANumberUntilD99A() {
    List<String> body = new ArrayList<>(Messages.ORDER);
    body.set(5, "QTY+21:ten:PCE");
    String number = Messages.message("1", "ORDERS:D:99A:UN", body);
    String text = Messages.message("1", "ORDERS:D:99B:UN", body);

    assertThat(codes(Messages.interchange("UNOC:3", "1", number))).containsExactly("ELEMENT 37");
    byte[] bytes = Documents.bytes(Messages.interchange("UNOC:3", "1", text));
    assertThat(Documents.only(reader.read(bytes, Severities.of(true, Map.of()))).verdict())
        .isEqualTo(Verdict.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-2022-JP, 日本の買い手株式会社ア",
    "ISO-2022-JP-2, 丂 日本",
    "ISO-2022-KR, 가나다 한국",
  })
  void textThatShiftsBetweenCharacterSetsIsDecoded(String charset, String text) throws Exception {
    List<String> body = new ArrayList<>(Messages.ORDER);
    body.set(0, "BGM+220+4500" + text + "42+9");
    body.add(2, "FTX+AAI+++" + text + ":?+" + text);
    String order =
        Messages.interchange("UNOX:3", "1", Messages.message("1", "ORDERS:D:96A:UN", body));
    byte[] bytes = order.getBytes(charset);

    EdiFile file = reader.read(bytes);

    assertThat(file.allFindings()).isEmpty();
    List<Segment> segments = Documents.only(file).segments();
    assertThat(segments.get(1).element(2)).isEqualTo("4500" + text + "42");
    assertThat(segments.get(3).component(4, 1)).isEqualTo(text);
    assertThat(segments.get(3).component(4, 2)).isEqualTo("+" + text);
    assertThat(segments).hasSize(body.size() + 2);
  }

  @Test
  void bytesOfAShiftedTextThatLookLikeDelimitersAreNone() {
    String signs = "\u001b$B%'%+%:%?\u001b(B";
    String text = Messages.order("UNOX:3").replace("4500000042", signs);

    EdiFile file = reader.read(Documents.bytes(text));

    assertThat(file.allFindings()).isEmpty();
    assertThat(Documents.only(file).segments().get(1).element(2)).isEqualTo("ェカズタ");
  }

  @Test
  void aShiftToACharacterSetThatIsNotKnownIsSaid() {
    String text = Messages.order("UNOX:3").replace("4500000042", "4500\u001b$(Q0!\u001b(B42");

    Finding finding = reader.read(Documents.bytes(text)).interchanges().get(0).findings().get(0);

    assertThat(finding.code()).isEqualTo("21");
    assertThat(finding.sentence()).contains("ISO 2022", "not known");
    assertThat(reader.read(Documents.bytes(Messages.order("UNOX:3"))).allFindings()).isEmpty();
  }

  @Test
  void aShiftThatNothingClosesDoesNotSwallowTheRest() {
    String text = Messages.order("UNOX:3").replace("4500000042", "4500\u000e42");

    EdiFile file = reader.read(Documents.bytes(text));

    assertThat(Documents.only(file).segments()).hasSize(Messages.ORDER.size() + 2);
  }

  private List<String> codes(String text) {
    return Documents.only(reader.read(Documents.bytes(text))).findings().stream()
        .map(finding -> finding.level() + " " + finding.code())
        .toList();
  }
}
