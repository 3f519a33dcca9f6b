package io.quayside.edi;

import java.util.List;
import java.util.Optional;

/** Builds our acknowledgments of what was received, and reads a partner's about what we sent. */
public final class Acknowledgments {
  private Acknowledgments() {}

  /**
   * The TA1 that answers an interchange; empty when its ISA has no readable number, date and time
   * to echo.
   *
   * <pre>TA1*000000905*261120*1000*A*000~</pre>
   *
   * <p>The code is that of the first finding that decides the verdict.
   */
  public static Optional<OutSegment> ta1(Interchange interchange) {
    boolean readable =
        interchange.controlNumber().matches("\\d{1,9}")
            && interchange.date().strip().matches("\\d{6}")
            && interchange.time().strip().matches("\\d{4}");
    if (!readable) {
      return Optional.empty();
    }
    Finding.Severity deciding = worst(interchange.findings());
    String code =
        deciding == Finding.Severity.NOTE
            ? "000"
            : interchange.findings().stream()
                .filter(finding -> finding.severity() == deciding && !finding.code().isEmpty())
                .map(Finding::code)
                .findFirst()
                .orElse("022");
    return Optional.of(
        OutSegment.of(
            "TA1",
            interchange.controlNumber(),
            interchange.date().strip(),
            interchange.time().strip(),
            interchange.verdict().code(),
            code));
  }

  /**
   * The body of the 997 that answers a group: AK1, AK2 loops, AK9; the writer adds ST and SE. An
   * AK2 loop stands for every set, accepted ones too. AK103 and AK203 from 005010 on.
   */
  public static List<OutSegment> functional997(Interchange interchange, FunctionalGroup group) {
    return new FunctionalAcknowledgment(group, false).segments();
  }

  /**
   * The same as a 999: IK3, IK4 and IK5, and in CTX the number of the document that an error is in.
   */
  public static List<OutSegment> functional999(Interchange interchange, FunctionalGroup group) {
    return new FunctionalAcknowledgment(group, true).segments();
  }

  /** There is a 999 in the group's version: from 005010 on. */
  public static boolean has999(FunctionalGroup group) {
    return FunctionalAcknowledgment.isSince5010(group);
  }

  /**
   * The body of the CONTRL that answers an EDIFACT interchange: UCI, UCF for each group, UCM for
   * each message, UCS and UCD for what is wrong; the writer adds UNH and UNT. Empty when none is
   * due: a CONTRL is never answered, nor an interchange without sender, receiver or reference.
   *
   * <pre>UCI+905+5412345000013:14+4012345000009:14+7'UCM+1+ORDERS:D:96A:UN+7'</pre>
   */
  public static Optional<List<OutSegment>> control(Interchange interchange) {
    SyntaxReport report = new SyntaxReport(interchange);
    return report.isDue() ? Optional.of(report.segments()) : Optional.empty();
  }

  /** The CONTRL that rejects an interchange because it came before (0085 26). */
  public static Optional<List<OutSegment>> duplicateControl(Interchange interchange) {
    SyntaxReport report = new SyntaxReport(interchange);
    return report.isDue() ? Optional.of(report.duplicate()) : Optional.empty();
  }

  /** The type of that CONTRL as UNH has it: {@code CONTRL:D:3:UN}, in syntax 4 CONTRL:4:1:UN. */
  public static String controlType(Interchange interchange) {
    return SyntaxReport.type(interchange);
  }

  /**
   * The syntax identifier of that CONTRL, UNB 0001: the one received, where it is one and can hold
   * the addresses and the number that the answer repeats.
   */
  public static Optional<String> controlSyntax(Interchange interchange) {
    return SyntaxReport.syntax(interchange);
  }

  /** What a received CONTRL says; empty when it has no UCI. */
  public static Optional<ReceivedControl> parseControl(TransactionSet control) {
    return new ControlParser().parse(control);
  }

  /** What a received 997 or 999 says, one for each AK1 (normally one). */
  public static List<ReceivedAcknowledgment> parse(TransactionSet set997) {
    return new AcknowledgmentParser().parse(set997);
  }

  /** The TA1 segments of a received interchange. */
  public static List<ReceivedInterchangeAcknowledgment> parseTa1(Interchange interchange) {
    return interchange.services().stream().map(Acknowledgments::parseTa1).toList();
  }

  private static ReceivedInterchangeAcknowledgment parseTa1(Segment ta1) {
    Verdict verdict = Verdict.of(ta1.element(4).strip());
    String code = ta1.element(5).strip();
    String sentence =
        "Interchange %s was %s: %s."
            .formatted(
                ta1.element(1).strip(), Words.verdict(verdict), Words.interchangeError(code));
    return new ReceivedInterchangeAcknowledgment(
        ta1.element(1).strip(), ta1.element(2), ta1.element(3), verdict, code, sentence);
  }

  private static Finding.Severity worst(List<Finding> findings) {
    return findings.stream()
        .map(Finding::severity)
        .max(Finding.Severity::compareTo)
        .orElse(Finding.Severity.NOTE);
  }
}
