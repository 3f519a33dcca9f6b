package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiWriteException;
import io.quayside.edi.Interchange;
import io.quayside.edi.Severities;
import io.quayside.edi.WrittenInterchange;
import io.quayside.mapping.ConfigFiles;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Prints the TA1, 997 and CONTRL that the hub would answer. */
final class Ack extends DataCommand {
  private static final byte[] LINE_END = {'\n'};

  private final AckTerms terms;
  private final Answers answers;

  /**
   * @param terms what is agreed with the sender
   * @param at when the answers are made, null for now
   * @param control the first control number
   * @param zone our business time zone; null when none is set
   */
  Ack(
      Terminal terminal,
      ConfigFiles files,
      AckTerms terms,
      OffsetDateTime at,
      long control,
      ZoneId zone) {
    super(terminal, files);
    this.terms = terms;
    this.answers = new Answers(stamp(at, zone), control, terms);
  }

  @Override
  Severities severities() {
    return terms.severities();
  }

  @Override
  FileReport handle(String name, EdiFile file) {
    List<Remark> remarks = new ArrayList<>(Remark.of(file));
    Outcome outcome = Outcome.of(file);
    for (Interchange interchange : file.interchanges()) {
      Remark.Scope scope = Remark.Scope.of(interchange);
      try {
        List<WrittenInterchange> written = answers.to(interchange);
        for (WrittenInterchange answer : written) {
          terminal.out(answer.bytes());
          terminal.out(LINE_END);
          answer.findings().forEach(finding -> remarks.add(Remark.of(scope, finding)));
        }
        if (written.isEmpty()) {
          String why = "There is nothing in it that is answered.";
          remarks.add(Remark.said(scope, "interchange", "note", why, ""));
        }
      } catch (EdiWriteException e) {
        String why = "It cannot be answered: " + e.getMessage();
        String remedy = "Have the sender mend its envelope.";
        remarks.add(Remark.said(scope, "interchange", "fatal", why, remedy));
        outcome = outcome.orWorse(Outcome.REJECTED);
      }
    }
    return new FileReport(name, outcome, file.interchanges(), remarks);
  }

  /** In our zone; where none is set, in that of the given time, so that any machine agrees. */
  private static LocalDateTime stamp(OffsetDateTime at, ZoneId zone) {
    if (at == null) {
      return LocalDateTime.now(zone == null ? ZoneId.systemDefault() : zone);
    }
    return zone == null ? at.toLocalDateTime() : at.atZoneSameInstant(zone).toLocalDateTime();
  }
}
