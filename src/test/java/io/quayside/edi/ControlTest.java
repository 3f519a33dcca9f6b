package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlTest {
  private static final String UCI = "UCI+905+5412345000013:14+4012345000009:14+";

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  @Test
  void whatIsRightIsAcknowledgedMessageByMessage() {
    assertThat(control(Messages.order("UNOC:3")))
        .containsExactly(UCI + "7", "UCM+1+ORDERS:D:96A:UN:EAN008+7");
  }

  /** The trailer's count is element 1, and the tag counts as 1: position 2. */
  @Test
  void aWrongCountRejectsTheMessage() {
    assertThat(control(Messages.order("UNOC:3").replace("UNT+13", "UNT+14")))
        .containsExactly(UCI + "7", "UCM+1+ORDERS:D:96A:UN:EAN008+4+29+UNT+2");
  }

  @Test
  void aWrongInterchangeReferenceRejectsEverything() {
    assertThat(control(Messages.order("UNOC:3").replace("UNZ+1+905", "UNZ+1+906")))
        .containsExactly(UCI + "4+28+UNZ+3");
    assertThat(control(Messages.order("UNOC:3").replaceAll("UNZ.*", "")))
        .containsExactly(UCI + "4+13+UNZ");
  }

  /** A missing segment is told at the last one before it, an element with its tag counted as 1. */
  @Test
  void errorsAreToldWithThePositionsOfTheStandard() {
    List<String> body = new ArrayList<>(Messages.ORDER);
    body.remove(0);
    body.set(4, "QTY+21");
    String text =
        Messages.interchange("UNOC:3", "905", Messages.message("1", "ORDERS:D:96A:UN", body));

    // UNH, then DTM where BGM is missing; QTY is segment 6, its quantity the second of C186.
    assertThat(control(text))
        .containsExactly(UCI + "7", "UCM+1+ORDERS:D:96A:UN+4", "UCS+1+13", "UCS+6", "UCD+13+2:2");
  }

  @Test
  void anUnknownMessageTypeIsNotSupported() {
    String text =
        Messages.interchange(
            "UNOC:3", "905", Messages.message("1", "XYZABC:D:96A:UN", Messages.ORDER));

    assertThat(control(text)).containsExactly(UCI + "7", "UCM+1+XYZABC:D:96A:UN+4+14+UNH+3");
  }

  @Test
  void groupsAreAnsweredWithTheirReference() {
    String group = Messages.group("7", Messages.message("1", "ORDERS:D:96A:UN", Messages.ORDER));

    assertThat(control(Messages.interchange("UNOC:3", "905", group)))
        .containsExactly(UCI + "7", "UCF+7+ACMEGRP:14+QUAYGRP:14+7", "UCM+1+ORDERS:D:96A:UN+7");
    assertThat(control(Messages.interchange("UNOC:3", "905", group.replace("UNE+1", "UNE+2"))))
        .containsExactly(UCI + "7", "UCF+7+ACMEGRP:14+QUAYGRP:14+4+29+UNE+2");
  }

  @Test
  void aControlIsNeverAnswered() {
    String message = Messages.message("1", "CONTRL:D:3:UN", List.of("UCI+1+A+B+7"));

    assertThat(Acknowledgments.control(read(Messages.interchange("UNOC:3", "905", message))))
        .isEmpty();
    assertThat(Acknowledgments.control(read("UNB+UNOC:3++B+261120:1000+1'UNZ+0+1'"))).isEmpty();
  }

  @Test
  void whatWeWriteIsARightControlOfItsSyntaxVersion() {
    for (String version : List.of("3", "4")) {
      Interchange received = read(Messages.order("UNOC:" + version).replace("UNT+13", "UNT+14"));
      OutSet set =
          new OutSet(
              Acknowledgments.controlType(received),
              "1",
              Acknowledgments.control(received).orElseThrow());
      OutboundInterchange out =
          new OutboundInterchange(
                  received.receiver(),
                  received.sender(),
                  version,
                  "7",
                  false,
                  false,
                  LocalDateTime.of(2026, 11, 21, 9, 5),
                  Delimiters.edifact(),
                  List.of(OutGroup.none(List.of(set))))
              .inEdifact("UNOC", false);

      EdiFile read = reader.read(new EdiWriter().write(out).bytes());

      assertThat(read.allFindings()).isEmpty();
      ReceivedControl control = Acknowledgments.parseControl(Documents.only(read)).orElseThrow();
      assertThat(control.controlNumber()).isEqualTo("905");
      assertThat(control.verdict()).contains(Verdict.ACCEPTED);
      assertThat(control.verdictOf("", "1")).contains(Verdict.REJECTED);
      assertThat(control.verdictOf("", "2")).contains(Verdict.ACCEPTED);
      assertThat(control.errorsOf("", "1"))
          .containsExactly(
              "The message, UNT, element 1: the count does not match what was received.");
    }
  }

  @Test
  void whatAPartnerSaysIsSaidInPlainWords() {
    ReceivedControl control =
        parse(
            "UCI+42+A+B+7",
            "UCM+1+ORDRSP:D:96A:UN+4",
            "UCS+3+15",
            "UCS+5",
            "UCD+12+3:2",
            "UCM+2+DESADV:D:96A:UN+7");

    assertThat(control.verdictOf(null, "1")).contains(Verdict.REJECTED);
    assertThat(control.verdictOf(null, "2")).contains(Verdict.ACCEPTED);
    assertThat(control.errorsOf(null, "1"))
        .containsExactly(
            "Segment 3: it is not supported here.",
            "Segment 5, element 2-2: the value is invalid.");
    assertThat(control.errorsOf(null, "2")).isEmpty();
  }

  @Test
  void aRejectedInterchangeRejectsItsMessagesAndAReceiptSaysNothing() {
    assertThat(parse("UCI+42+A+B+4+23+UNB+3").verdictOf("", "1")).contains(Verdict.REJECTED);
    assertThat(parse("UCI+42+A+B+4+23+UNB+3").errorsOf("", "1"))
        .containsExactly("The interchange, UNB, element 2: the sender is unknown to them.");
    assertThat(parse("UCI+42+A+B+7", "UCF+7+A+B+4+29").verdictOf("7", "1"))
        .contains(Verdict.REJECTED);
    assertThat(parse("UCI+42+A+B+8").verdictOf("", "1")).isEqualTo(Optional.empty());
  }

  private List<String> control(String text) {
    return Acknowledgments.control(read(text)).orElseThrow().stream()
        .map(segment -> segment.toString().replace('*', '+').replace('>', ':'))
        .toList();
  }

  private ReceivedControl parse(String... body) {
    String message = Messages.message("1", "CONTRL:D:3:UN", List.of(body));
    Interchange interchange = read(Messages.interchange("UNOC:3", "1", message));
    return Acknowledgments.parseControl(interchange.groups().get(0).sets().get(0)).orElseThrow();
  }

  private Interchange read(String text) {
    return reader.read(Documents.bytes(text)).interchanges().get(0);
  }
}
