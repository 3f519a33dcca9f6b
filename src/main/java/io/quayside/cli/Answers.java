package io.quayside.cli;

import io.quayside.edi.Acknowledgments;
import io.quayside.edi.Delimiters;
import io.quayside.edi.EdiWriter;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutGroup;
import io.quayside.edi.OutSegment;
import io.quayside.edi.OutSet;
import io.quayside.edi.OutboundInterchange;
import io.quayside.edi.Standard;
import io.quayside.edi.Verdict;
import io.quayside.edi.WrittenInterchange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Acknowledgments as the hub answers a partner: by its terms, else a TA1 when it is asked for or
 * the envelope is rejected, else and beside it a 997 for each group; a CONTRL for an EDIFACT
 * interchange, asked for or not. Each stands in an interchange of its own, addressed back, with the
 * test flag, the version received and the next control numbers; ISA13 (and UNB 0020) and GS06 are
 * counted each for itself.
 */
final class Answers {
  static final long NUMBERS = 999_999_999L;

  private final LocalDateTime stamp;
  private final AckTerms terms;
  private final EdiWriter writer = new EdiWriter();
  private long interchangeNumber;
  private long groupNumber;

  /**
   * @param stamp local time of the answers
   * @param first the first ISA13 and the first GS06
   */
  Answers(LocalDateTime stamp, long first, AckTerms terms) {
    this.stamp = stamp;
    this.terms = terms;
    this.interchangeNumber = first;
    this.groupNumber = first;
  }

  /** In the order in which they are sent; empty for an interchange of acknowledgments only. */
  List<WrittenInterchange> to(Interchange received) {
    if (received.standard() == Standard.EDIFACT) {
      return Acknowledgments.control(received).stream()
          .filter(body -> terms.control(received))
          .map(body -> control(received, body))
          .toList();
    }
    List<WrittenInterchange> answers = new ArrayList<>();
    boolean rejected = received.verdict() == Verdict.REJECTED;
    Optional<OutSegment> ta1 =
        terms.ta1(received) ? Acknowledgments.ta1(received) : Optional.empty();
    ta1.ifPresent(segment -> answers.add(write(received, List.of(segment), List.of())));
    if (rejected && ta1.isPresent() || !terms.groups()) {
      return answers;
    }
    for (FunctionalGroup group : received.groups()) {
      if (!group.functionalId().equals("FA")) {
        answers.add(write(received, List.of(), List.of(answer(received, group))));
      }
    }
    return answers;
  }

  private OutGroup answer(Interchange received, FunctionalGroup group) {
    String number = String.valueOf(groupNumber);
    groupNumber = groupNumber % NUMBERS + 1;
    String type = terms.type(group);
    List<OutSegment> body =
        type.equals("999")
            ? Acknowledgments.functional999(received, group)
            : Acknowledgments.functional997(received, group);
    return new OutGroup(
        "FA",
        group.receiver().id(),
        group.sender().id(),
        number,
        group.version(),
        List.of(new OutSet(type, "0001", body)));
  }

  private WrittenInterchange write(
      Interchange received, List<OutSegment> services, List<OutGroup> groups) {
    return writer.write(
        back(received, received.version(), terms.x12(), groups)
            .withServices(services)
            .withCharset(received.charset()));
  }

  /** In the syntax received, else the agreed one or level C, which holds any sender's name. */
  private WrittenInterchange control(Interchange received, List<OutSegment> body) {
    OutSet set = new OutSet(Acknowledgments.controlType(received), "1", body);
    String version = received.version().matches("[1-4]") ? received.version() : "3";
    return writer.write(
        back(received, version, terms.edifact(), List.of(OutGroup.none(List.of(set))))
            .inEdifact(
                Acknowledgments.controlSyntax(received).orElse(terms.syntax()), terms.una()));
  }

  private OutboundInterchange back(
      Interchange received, String version, Delimiters delimiters, List<OutGroup> groups) {
    String number = String.valueOf(interchangeNumber);
    interchangeNumber = interchangeNumber % NUMBERS + 1;
    return new OutboundInterchange(
        received.receiver(),
        received.sender(),
        version,
        number,
        received.test(),
        false,
        stamp,
        delimiters,
        groups);
  }
}
