package io.quayside.outbound;

import io.quayside.edi.Delimiters;
import io.quayside.edi.EdiAddress;
import io.quayside.edi.EdiWriter;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutGroup;
import io.quayside.edi.OutSegment;
import io.quayside.edi.OutSet;
import io.quayside.edi.OutboundInterchange;
import io.quayside.edi.WrittenInterchange;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import io.quayside.partner.X12Settings;
import io.quayside.work.Counters;
import io.quayside.work.PermanentFailure;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Puts a body into its envelope, with the next control numbers. Call it in the transaction that
 * stores the bytes: a rollback gives the numbers back.
 *
 * <p>ISA13 counts for each pair of interchange addresses, GS06 for each partner and functional
 * group; test documents have series of their own.
 */
@Component
class Envelopes {
  private static final long NUMBERS = 999_999_999L;
  private static final String SET = "0001";

  /** Who we are where neither partner file, configuration nor a received document says so. */
  private static final Identifier NOBODY_SAID = new Identifier("x12", "ZZ", "QUAYSIDE", null);

  private static final Map<String, String> FUNCTIONAL_IDS =
      Map.of(
          "997", "FA", "999", "FA", "855", "PR", "865", "CA", "856", "SH", "810", "IN", "850",
          "PO");

  private final Counters counters;
  private final Clock clock;
  private final EdiWriter writer = new EdiWriter();
  private final EdifactEnvelopes edifact;

  Envelopes(Counters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
    this.edifact = new EdifactEnvelopes(counters, clock);
  }

  /** A document to a partner that answers none of its own, with the ids of its partner file. */
  Written document(
      TradingPartner partner, Company company, String type, boolean test, List<OutSegment> body) {
    return document(partner, company, type, test, body, Optional::empty);
  }

  /**
   * The same for an answer.
   *
   * @param answered what it answers, if that is still there: numbers come back in its character set
   */
  Written document(
      TradingPartner partner,
      Company company,
      String type,
      boolean test,
      List<OutSegment> body,
      Supplier<Optional<Interchange>> answered) {
    String scheme = AnswerFormat.word(type);
    Identifier us = us(partner, company, scheme);
    Identifier them =
        partner
            .identifier(scheme)
            .orElseThrow(
                () ->
                    new PermanentFailure(
                        "Partner %s has no identifier of scheme %s, so no %s can be addressed to it. Add one to its partner file."
                            .formatted(partner.id(), scheme, type)));
    if (scheme.equals("edifact")) {
      return edifact.message(partner, address(us), address(them), type, test, body, answered);
    }
    X12Settings.DocumentSettings own = partner.x12().documents().get(type);
    String ours = own == null || own.ourGroup() == null ? us.groupId() : own.ourGroup();
    Charset charset = CarriedText.charset(body, answered);
    Written written =
        write(
            partner,
            address(us),
            address(them),
            partner.x12().isaVersion(),
            test,
            charset,
            new Group(
                type, ours, partner.group(type).orElseThrow(), partner.x12Version(type), body));
    CarriedText.check(type, charset, written.findings());
    return written;
  }

  /**
   * The 997 or 999 to a received group: the envelope that it came in, sender and receiver swapped.
   */
  Written functionalAcknowledgment(
      TradingPartner partner,
      Interchange received,
      FunctionalGroup group,
      String type,
      List<OutSegment> body) {
    return write(
        partner,
        received.receiver(),
        received.sender(),
        received.version(),
        received.test(),
        CarriedText.charset(body, () -> Optional.of(received)),
        new Group(type, group.receiver().id(), group.sender().id(), group.version(), body));
  }

  /** The CONTRL to a received interchange: sender and receiver swapped. */
  Written control(TradingPartner partner, Interchange received, List<OutSegment> body) {
    return edifact.control(partner, received, body);
  }

  /** A TA1 alone in its interchange. */
  Written interchangeAcknowledgment(TradingPartner partner, Interchange received, OutSegment ta1) {
    String number = interchangeNumber(received.receiver(), received.sender(), received.test());
    OutboundInterchange interchange =
        interchange(
                partner,
                received.receiver(),
                received.sender(),
                received.version(),
                number,
                received.test(),
                false,
                List.of())
            .withServices(List.of(ta1));
    WrittenInterchange written = writer.write(interchange);
    return new Written(number, null, null, null, null, written.bytes(), written.findings());
  }

  private record Group(
      String type, String sender, String receiver, String version, List<OutSegment> body) {}

  private Written write(
      TradingPartner partner,
      EdiAddress sender,
      EdiAddress receiver,
      String isaVersion,
      boolean test,
      Charset charset,
      Group group) {
    String functionalId = FUNCTIONAL_IDS.get(group.type());
    String number = interchangeNumber(sender, receiver, test);
    String groupNumber = next("gs06/%s/%s/out".formatted(partner.id(), functionalId), test);
    OutGroup out =
        new OutGroup(
            functionalId,
            group.sender(),
            group.receiver(),
            groupNumber,
            group.version(),
            List.of(new OutSet(group.type(), SET, group.body())));
    boolean asked = partner.x12().ackRequested() == 1 && !functionalId.equals("FA");
    WrittenInterchange written =
        writer.write(
            interchange(partner, sender, receiver, isaVersion, number, test, asked, List.of(out))
                .withCharset(charset));
    return new Written(
        number,
        groupNumber,
        SET,
        functionalId,
        group.version(),
        written.bytes(),
        written.findings());
  }

  private OutboundInterchange interchange(
      TradingPartner partner,
      EdiAddress sender,
      EdiAddress receiver,
      String isaVersion,
      String number,
      boolean test,
      boolean asked,
      List<OutGroup> groups) {
    String type = groups.isEmpty() ? "TA1" : groups.get(0).sets().get(0).type();
    List<OutSegment> body = groups.isEmpty() ? List.of() : groups.get(0).sets().get(0).body();
    Delimiters delimiters = SafeSeparators.of(partner.x12(), isaVersion, type, body);
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), partner.zone());
    return new OutboundInterchange(
        sender, receiver, isaVersion, number, test, asked, now, delimiters, groups);
  }

  private String interchangeNumber(EdiAddress sender, EdiAddress receiver, boolean test) {
    String series =
        "isa13/%s:%s/%s:%s/out"
            .formatted(sender.qualifier(), sender.id(), receiver.qualifier(), receiver.id());
    return "%09d".formatted(Long.parseLong(next(series, test)));
  }

  /** After 999999999 comes 1 again. */
  private String next(String series, boolean test) {
    long number = counters.next(test ? "test/" + series : series);
    return Long.toString((number - 1) % NUMBERS + 1);
  }

  /**
   * The company's own identifier where the partner knows it by that, else the first it knows us by.
   */
  private static Identifier us(TradingPartner partner, Company company, String scheme) {
    return partner.we().stream()
        .filter(one -> one.scheme().equals(scheme))
        .filter(
            one ->
                company.identifiers().stream()
                    .anyMatch(
                        ours ->
                            ours.qualifier().equals(one.qualifier())
                                && ours.value().equals(one.value())))
        .findFirst()
        .or(() -> partner.us(scheme))
        .orElse(NOBODY_SAID);
  }

  private static EdiAddress address(Identifier identifier) {
    return new EdiAddress(identifier.qualifier(), identifier.value());
  }
}
