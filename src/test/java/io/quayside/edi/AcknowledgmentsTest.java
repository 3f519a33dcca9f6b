package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcknowledgmentsTest {
  private static final String ORDER = Documents.set("850", "0001", Documents.ORDER);

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void aRightOrderIsAcceptedWithItsOwnLoop() {
    assertThat(answer(Documents.interchange(ORDER)))
        .containsExactly("AK1*PO*77*", "AK2*850*0001*", "AK5*A", "AK9*A*1*1*1");
  }

  @Test
  void errorsAreNotedBySegmentAndElementInOrder() {
    List<String> body =
        List.of(
            "BEG*00*SA*4500000042**20261340",
            "ZZZ*1",
            "SLN*1**I*2*>1*1.56*PE",
            "PO1*10*100*EA*12.50**VP*W-001",
            "PO1*20*1O0*EA*3,00**VP",
            "CTT*2");

    assertThat(answer(Documents.interchange(Documents.set("850", "0001", body))))
        .containsExactly(
            "AK1*PO*77*",
            "AK2*850*0001*",
            "AK3*BEG*2**8",
            "AK4*5*373*8*20261340",
            "AK3*ZZZ*3**1",
            "AK3*SLN*4**2",
            "AK3*PO1*6*PO1*8",
            "AK4*2*330*6*1O0",
            "AK4*4*212*6*3,00",
            "AK4*7*234*2*",
            "AK5*E*5",
            "AK9*E*1*1*1");
  }

  @Test
  void aComponentIsNamedByBothPositions() {
    List<String> body = Documents.with(7, "SLN*1**I*2*>1*1.56*PE");

    assertThat(answer(Documents.interchange(Documents.set("850", "0001", body))))
        .contains("AK3*SLN*9*SLN*8", "AK4*5>1*355*1*", "AK5*R*5", "AK9*R*1*1*0");
  }

  @Test
  void aMissingSegmentIsNotedWhereItWasExpected() {
    List<String> body = Documents.ORDER.subList(1, 10);

    assertThat(answer(Documents.interchange(Documents.set("850", "0001", body))))
        .contains("AK3*BEG*2**3", "AK5*R*5", "AK9*R*1*1*0");
  }

  @Test
  void aWrongCountAnswersCode4() {
    assertThat(answer(Documents.interchange(ORDER).replace("SE*12*", "SE*13*")))
        .containsExactly("AK1*PO*77*", "AK2*850*0001*", "AK5*R*4", "AK9*R*1*1*0");
  }

  @Test
  void aWrongGroupRejectsAllOfIt() {
    assertThat(answer(Documents.interchange(ORDER).replace("GE*1*77", "GE*2*78")))
        .containsExactly("AK1*PO*77*", "AK2*850*0001*", "AK5*R", "AK9*R*2*1*0*4*5");
  }

  @Test
  void someAcceptedIsPartial() {
    String bad = Documents.set("850", "0002", Documents.ORDER.subList(1, 10));

    assertThat(answer(Documents.interchange(ORDER, bad)))
        .containsExactly(
            "AK1*PO*77*",
            "AK2*850*0001*",
            "AK5*A",
            "AK2*850*0002*",
            "AK3*BEG*2**3",
            "AK5*R*5",
            "AK9*P*2*2*1");
  }

  @Test
  void the5010AnswerEchoesVersionAndImplementation() {
    String text =
        Documents.interchange(ORDER)
            .replace("X*004010", "X*005010X1")
            .replace("ST*850*0001", "ST*850*0001*IMPL");

    assertThat(answer(text)).contains("AK1*PO*77*005010X1", "AK2*850*0001*IMPL");
  }

  @Test
  void aRepetitionTooManyIs12From5010OnAnd3Before() {
    List<String> body = Documents.with(3, "N1*ST*Acme Store 42^Acme Store 43*92*0042");
    String text =
        Documents.interchange(Documents.set("850", "0001", body)).replace("*U*00401*", "*^*00501*");

    assertThat(answer(text.replace("X*004010", "X*005010")))
        .contains("AK3*N1*5*N1*8", "AK4*2*93*12*Acme Store 43", "AK5*E*5", "AK9*E*1*1*1");
    assertThat(answer(text)).contains("AK4*2*93*3*Acme Store 43");
  }

  @Test
  void a999NotesTheErrorsInItsOwnSegmentsAndNamesTheDocument() {
    List<String> body =
        List.of(
            "BEG*00*SA*4500000042**20261340", "ZZZ*1", "PO1*10*100*EA*12.50**VP*W-001", "CTT*1");
    EdiFile order = reader.read(Documents.order(body));
    Interchange interchange = order.interchanges().get(0);

    List<OutSegment> answer =
        Acknowledgments.functional999(interchange, interchange.groups().get(0));

    assertThat(answer.stream().map(OutSegment::toString))
        .containsExactly(
            "AK1*PO*77*",
            "AK2*850*0001*",
            "IK3*BEG*2**8",
            "CTX*BEG03>4500000042",
            "IK4*5*373*8*20261340",
            "IK3*ZZZ*3**1",
            "IK5*E*5",
            "AK9*E*1*1*1");
  }

  @Test
  void a999BelongsToGroupsFrom005010On() {
    String text = Documents.interchange(ORDER).replace("X*004010", "X*005010");

    assertThat(Acknowledgments.has999(group(text))).isTrue();
    assertThat(Acknowledgments.has999(group(Documents.interchange(ORDER)))).isFalse();
  }

  private FunctionalGroup group(String text) {
    return reader.read(Documents.bytes(text)).interchanges().get(0).groups().get(0);
  }

  @Test
  void theConditionsOfACompositeAreCheckedToo() {
    List<String> body = Documents.with(1, "REF*DP*038**DP>1>2");

    assertThat(answer(Documents.interchange(Documents.set("850", "0001", body))))
        .contains("AK3*REF*3**8", "AK4*4>4*127*2*");
  }

  @Test
  void codesThatCameWith5010AreSaidInOlderWordsBefore() {
    List<String> body = Documents.with(7, "SLN*1**I*2*EA>1>1>1>1>1>1>1>1>1>1>1>1>1>1>1>1*1.56*PE");

    assertThat(answer(Documents.interchange(Documents.set("850", "0001", body))))
        .contains("AK4*5>16**3*1");
  }

  @Test
  void theAgreementSaysWhatAnErrorWeighs() {
    byte[] bytes =
        Documents.order(List.of("BEG*00*SA*42**20261340", "ZZZ*1", "PO1*10*1*EA*1", "CTT*1"));

    assertThat(verdict(bytes, false, Map.of())).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(verdict(bytes, false, Map.of("invalid-date", "reject"))).isEqualTo(Verdict.REJECTED);
    assertThat(verdict(bytes, true, Map.of())).isEqualTo(Verdict.REJECTED);
    assertThat(
            verdict(
                bytes,
                true,
                Map.of("segment-unknown", "accept", "invalid-date", "accept-with-errors")))
        .isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(verdict(bytes, true, Map.of("segment-unknown", "accept", "invalid-date", "accept")))
        .isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void anAgreementAboutAnUnknownErrorIsRefused() {
    assertThatThrownBy(() -> Severities.of(false, Map.of("bad-date", "reject")))
        .hasMessageContaining("`bad-date` is no error");
  }

  private Verdict verdict(byte[] bytes, boolean strict, Map<String, String> agreed) {
    return Documents.only(reader.read(bytes, Severities.of(strict, agreed))).verdict();
  }

  @Test
  void ta1EchoesNumberDateAndTime() {
    assertThat(ta1(Documents.interchange(ORDER))).isEqualTo("TA1*000000905*261120*1000*A*000");
    assertThat(ta1(Documents.interchange(ORDER).replace("IEA*1*000000905", "IEA*1*000000906")))
        .isEqualTo("TA1*000000905*261120*1000*R*001");
    assertThat(ta1(Documents.interchange(ORDER).replaceAll(" +\\*", "*")))
        .isEqualTo("TA1*000000905*261120*1000*E*022");
  }

  @Test
  void anIsaWithoutReadableNumberHasNoTa1() {
    String text = Documents.interchange(ORDER).replace("*000000905*0", "*00000X905*0");
    Interchange interchange = reader.read(Documents.bytes(text)).interchanges().get(0);

    assertThat(Acknowledgments.ta1(interchange)).isEmpty();
  }

  @Test
  void our997IsValidAndReadsBackAsWhatWeMeant() {
    List<String> body = Documents.with(6, "PO1*20*1O0*EA*3,00**VP");
    EdiFile order = reader.read(Documents.order(body));
    Interchange interchange = order.interchanges().get(0);
    List<OutSegment> answer =
        Acknowledgments.functional997(interchange, interchange.groups().get(0));
    OutGroup group =
        new OutGroup(
            "FA", "QUAYSIDE", "ACMEGS", "1", "004010", List.of(new OutSet("997", "0001", answer)));
    byte[] bytes =
        new EdiWriter()
            .write(
                new OutboundInterchange(
                    interchange.receiver(),
                    interchange.sender(),
                    "00401",
                    "1",
                    false,
                    false,
                    LocalDateTime.of(2026, 11, 20, 10, 1),
                    Delimiters.x12(),
                    List.of(group)))
            .bytes();

    EdiFile read = reader.read(bytes);
    assertThat(read.allFindings()).isEmpty();
    ReceivedAcknowledgment received = Acknowledgments.parse(Documents.only(read)).get(0);
    assertThat(received.functionalId()).isEqualTo("PO");
    assertThat(received.groupControlNumber()).isEqualTo("77");
    assertThat(received.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(received.acceptedCount()).isEqualTo(1);
    ReceivedAcknowledgment.SetAnswer set = received.sets().get(0);
    assertThat(set.type()).isEqualTo("850");
    assertThat(set.controlNumber()).isEqualTo("0001");
    assertThat(set.errors())
        .containsExactly(
            "Segment PO1 (8, loop PO1), element 2 (data element 330) `1O0`: the value has an invalid character.",
            "Segment PO1 (8, loop PO1), element 4 (data element 212) `3,00`: the value has an invalid character.",
            "Segment PO1 (8, loop PO1), element 7 (data element 234): a value that others make necessary is missing.",
            "The set: one or more segments are in error.");
    assertThat(received.verdictOf("0001")).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(received.verdictOf("0009")).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
  }

  @Test
  void aPartnersAnswerWithoutAk2LoopsIsAboutAllSets() {
    ReceivedAcknowledgment received = parse("AK1*PR*7", "AK9*A*2*2*2");

    assertThat(received.sets()).isEmpty();
    assertThat(received.verdictOf("0001")).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void aRejectedGroupSaysWhy() {
    ReceivedAcknowledgment received = parse("AK1*PR*7", "AK2*855*0001", "AK5*R*7", "AK9*R*1*1*0*6");

    assertThat(received.errors())
        .containsExactly(
            "The group: the group control number breaks the rules, perhaps it was used before.");
    assertThat(received.sets().get(0).errors())
        .containsExactly(
            "The set: the set control number is missing or invalid, perhaps it was used before.");
  }

  @Test
  void a999IsReadLikeA997() {
    ReceivedAcknowledgment received =
        parse(
            "AK1*PR*7", "AK2*855*0001", "IK3*PO1*4**8", "IK4*2*330*6*x", "IK5*E*5", "AK9*E*1*1*1");

    assertThat(received.sets().get(0).verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
    assertThat(received.sets().get(0).errors()).hasSize(2);
  }

  @Test
  void aReceivedTa1IsPutInWords() {
    String text = Documents.ISA + "TA1*000000042*261121*0905*R*025~IEA*0*000000905~";
    Interchange interchange = reader.read(Documents.bytes(text)).interchanges().get(0);

    ReceivedInterchangeAcknowledgment ta1 = Acknowledgments.parseTa1(interchange).get(0);

    assertThat(interchange.findings()).isEmpty();
    assertThat(ta1.controlNumber()).isEqualTo("000000042");
    assertThat(ta1.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(ta1.sentence())
        .isEqualTo("Interchange 000000042 was rejected: the control number was used before.");
  }

  private ReceivedAcknowledgment parse(String... body) {
    String set = Documents.set("997", "0001", List.of(body));
    EdiFile file = reader.read(Documents.bytes(Documents.interchange(set)));
    return Acknowledgments.parse(Documents.only(file)).get(0);
  }

  private List<String> answer(String text) {
    Interchange interchange = reader.read(Documents.bytes(text)).interchanges().get(0);
    return Acknowledgments.functional997(interchange, interchange.groups().get(0)).stream()
        .map(OutSegment::toString)
        .toList();
  }

  private String ta1(String text) {
    Interchange interchange = reader.read(Documents.bytes(text)).interchanges().get(0);
    return Acknowledgments.ta1(interchange).orElseThrow().toString();
  }
}
