package io.quayside.cli;

import io.quayside.edi.Acknowledgments;
import io.quayside.edi.Delimiters;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.Severities;
import io.quayside.edi.Verdict;
import io.quayside.partner.EdifactSettings;
import io.quayside.partner.TradingPartner;
import io.quayside.partner.X12Settings;

/**
 * What is agreed about acknowledgments: by a partner file, or the usual, with a CONTRL for every
 * interchange.
 *
 * @param partner null without a partner file
 */
record AckTerms(TradingPartner partner) {
  static final AckTerms USUAL = new AckTerms(null);

  Severities severities() {
    return partner == null
        ? Severities.usual()
        : Severities.of(partner.agreement().strict(), partner.agreement().severity());
  }

  boolean ta1(Interchange received) {
    X12Settings.Ta1 ta1 = partner == null ? X12Settings.Ta1.WHEN_ASKED : partner.x12().ta1();
    boolean due = received.acknowledgmentRequested() || received.verdict() == Verdict.REJECTED;
    return ta1 == X12Settings.Ta1.ALWAYS || ta1 == X12Settings.Ta1.WHEN_ASKED && due;
  }

  /** Groups are answered at all. */
  boolean groups() {
    return partner == null
        || partner.replies().contains("997") && !partner.x12().functionalAck().equals("none");
  }

  /** 997 or 999. */
  String type(FunctionalGroup group) {
    boolean agreed = partner != null && partner.x12().functionalAck().equals("999");
    return agreed && Acknowledgments.has999(group) ? "999" : "997";
  }

  boolean control(Interchange received) {
    if (partner == null) {
      return true;
    }
    boolean rejected =
        received.groups().isEmpty()
            || received.groups().stream()
                .flatMap(group -> group.sets().stream())
                .anyMatch(set -> !set.accepted());
    return partner.replies().contains("CONTRL")
        && partner.edifact().contrl().isDue(received.acknowledgmentRequested(), rejected);
  }

  Delimiters x12() {
    if (partner == null) {
      return Delimiters.x12();
    }
    X12Settings x12 = partner.x12();
    return Delimiters.x12(
        x12.elementSeparator(),
        x12.segmentTerminator(),
        x12.componentSeparator(),
        x12.repetitionSeparator(),
        x12.newline() ? "\n" : "");
  }

  /** UNB 0001 where the received one does not do. */
  String syntax() {
    return partner == null ? "UNOC" : partner.edifact().syntax();
  }

  boolean una() {
    return partner != null && partner.edifact().una();
  }

  Delimiters edifact() {
    if (partner == null) {
      return Delimiters.edifact();
    }
    EdifactSettings edifact = partner.edifact();
    return new Delimiters(
        edifact.elementSeparator(),
        String.valueOf(edifact.segmentTerminator()),
        edifact.componentSeparator(),
        '*',
        edifact.releaseCharacter(),
        edifact.newline() ? "\n" : "");
  }
}
