package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
  void aQuantityIsANumberInEveryRelease() {
    for (String release : List.of("D:96A:UN", "D:01B:UN")) {
      List<String> body = new ArrayList<>(Messages.ORDER);
      body.set(5, "QTY+21:ten:PCE");
      String order = Messages.message("1", "ORDERS:" + release, body);
      assertThat(codes(Messages.interchange("UNOC:3", "1", order))).containsExactly("ELEMENT 37");
    }
  }

  @Test
  void textThatShiftsBetweenCharacterSetsIsSaidToBeUnread() {
    String text = Messages.order("UNOX:3").replace("4500000042", "4500\u001b$BF|\u001b(B42");

    Finding finding = reader.read(Documents.bytes(text)).interchanges().get(0).findings().get(0);

    assertThat(finding.code()).isEqualTo("21");
    assertThat(finding.sentence()).contains("ISO 2022", "not decoded");
    assertThat(reader.read(Documents.bytes(Messages.order("UNOX:3"))).allFindings()).isEmpty();
  }

  private List<String> codes(String text) {
    return Documents.only(reader.read(Documents.bytes(text))).findings().stream()
        .map(finding -> finding.level() + " " + finding.code())
        .toList();
  }
}
