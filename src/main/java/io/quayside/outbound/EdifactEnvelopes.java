package io.quayside.outbound;

import io.quayside.edi.Acknowledgments;
import io.quayside.edi.Delimiters;
import io.quayside.edi.EdiAddress;
import io.quayside.edi.EdiWriter;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutGroup;
import io.quayside.edi.OutSegment;
import io.quayside.edi.OutSet;
import io.quayside.edi.OutboundInterchange;
import io.quayside.edi.WrittenInterchange;
import io.quayside.partner.EdifactSettings;
import io.quayside.partner.TradingPartner;
import io.quayside.work.Counters;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a message into its EDIFACT envelope. UNB 0020 counts for each pair of addresses, without
 * padding; test messages have a series of their own; the message is number 1 of its interchange.
 */
final class EdifactEnvelopes {
  private static final long NUMBERS = 99_999_999_999_999L;
  private static final String MESSAGE = "1";

  private final Counters counters;
  private final Clock clock;
  private final EdiWriter writer = new EdiWriter();

  EdifactEnvelopes(Counters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  /** A message to a partner, in the version agreed for its type. */
  Written message(
      TradingPartner partner,
      EdiAddress us,
      EdiAddress them,
      String type,
      boolean test,
      List<OutSegment> body,
      Supplier<Optional<Interchange>> answered) {
    EdifactSettings edifact = partner.edifact();
    OutSet set = new OutSet(type + ":" + edifact.version(type), MESSAGE, body);
    OutboundInterchange agreed =
        interchange(
            partner,
            us,
            them,
            edifact.syntax(),
            String.valueOf(edifact.syntaxVersion()),
            test,
            edifact.ackRequested() == 1,
            set);
    WrittenInterchange written = writer.write(agreed);
    Charset charset = agreed.charset();
    if (CarriedText.lost(written.findings()).isPresent()) {
      Optional<Interchange> before = answered.get().filter(one -> one.syntax().matches("UNO[A-Z]"));
      if (before.isPresent()) {
        charset = before.get().charset();
        written =
            writer.write(
                agreed.inEdifact(before.get().syntax(), edifact.una()).withCharset(charset));
      }
      CarriedText.check(type, charset, written.findings());
    }
    return written(agreed, set, written);
  }

  /** The CONTRL to a received interchange: in its syntax, sender and receiver swapped. */
  Written control(TradingPartner partner, Interchange received, List<OutSegment> body) {
    OutSet set = new OutSet(Acknowledgments.controlType(received), MESSAGE, body);
    String version = received.version().matches("[1-4]") ? received.version() : "3";
    OutboundInterchange interchange =
        interchange(
            partner,
            received.receiver(),
            received.sender(),
            Acknowledgments.controlSyntax(received).orElse(partner.edifact().syntax()),
            version,
            received.test(),
            false,
            set);
    return written(interchange, set, writer.write(interchange));
  }

  private OutboundInterchange interchange(
      TradingPartner partner,
      EdiAddress sender,
      EdiAddress receiver,
      String syntax,
      String version,
      boolean test,
      boolean asked,
      OutSet set) {
    EdifactSettings edifact = partner.edifact();
    String number = number(sender, receiver, test);
    Delimiters delimiters =
        new Delimiters(
            edifact.elementSeparator(),
            String.valueOf(edifact.segmentTerminator()),
            edifact.componentSeparator(),
            '*',
            edifact.releaseCharacter(),
            edifact.newline() ? "\n" : "");
    OutboundInterchange interchange =
        new OutboundInterchange(
                sender,
                receiver,
                version,
                number,
                test,
                asked,
                LocalDateTime.ofInstant(clock.instant(), partner.zone()),
                delimiters,
                List.of(OutGroup.none(List.of(set))))
            .inEdifact(syntax, edifact.una());
    return edifact.charset() == null
        ? interchange
        : interchange.withCharset(Charset.forName(edifact.charset()));
  }

  private static Written written(
      OutboundInterchange interchange, OutSet set, WrittenInterchange written) {
    String release = set.type().substring(set.type().indexOf(':') + 1);
    return new Written(
        interchange.controlNumber(),
        null,
        MESSAGE,
        null,
        release,
        written.bytes(),
        written.findings());
  }

  /** After 99999999999999 comes 1 again. */
  private String number(EdiAddress sender, EdiAddress receiver, boolean test) {
    String series =
        "unb/%s:%s/%s:%s/out"
            .formatted(sender.qualifier(), sender.id(), receiver.qualifier(), receiver.id());
    long number = counters.next(test ? "test/" + series : series);
    return Long.toString((number - 1) % NUMBERS + 1);
  }
}
