package io.quayside.outbound;

import io.quayside.mapping.Outbound;
import io.quayside.mapping.tree.FlatFiles;
import io.quayside.order.Answers.Head;
import io.quayside.partner.Company;
import io.quayside.partner.Identifier;
import io.quayside.partner.TradingPartner;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Writes an answer: EDI into its interchange, everything else as a document of its own. */
@Component
class AnswerWriter {
  private static final Pattern NUMBERED = Pattern.compile("(.*/)(\\d+)");

  private final Outbound templates;
  private final Envelopes envelopes;
  private final OurAddress ours;
  private final Messages messages;
  private final Clock clock;

  AnswerWriter(
      Outbound templates, Envelopes envelopes, OurAddress ours, Messages messages, Clock clock) {
    this.templates = templates;
    this.envelopes = envelopes;
    this.ours = ours;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Who writes to whom, and under which number.
   *
   * @param id unique for ever, the same for the same answer
   * @param previous the id of the confirmation that this one replaces; null for a first one
   * @param at now, in the partner's zone, with its offset
   */
  record Envelope(
      String type, String id, String previous, String at, Identifier us, Identifier them) {}

  /** Call it in the transaction that stores the bytes: it may take control numbers. */
  Written write(Answer answer, String key, Head head, TradingPartner partner, Company company) {
    return write(answer, key, null, head, partner, company);
  }

  /**
   * The same for a correction.
   *
   * @param purpose {@code replace} or {@code cancel}, said in EDI; null for a first answer
   */
  Written write(
      Answer answer,
      String key,
      String purpose,
      Head head,
      TradingPartner partner,
      Company company) {
    Map<String, Object> model = messages.model(answer.facts());
    if (purpose != null) {
      model.put("purpose", Commands.purposeCode(purpose, answer.format() == AnswerFormat.EDIFACT));
    }
    if (answer.format().edi()) {
      return envelopes.document(
          ours.known(partner, head.documentId()),
          company,
          answer.type(),
          head.test(),
          templates.render(answer.template(), model),
          () -> ours.answered(head.documentId()));
    }
    model.put("envelope", messages.model(envelope(answer, key, partner)));
    return new Written(
        null, null, null, null, null, bytes(answer, model, head, partner), List.of());
  }

  private byte[] bytes(
      Answer answer, Map<String, Object> model, Head head, TradingPartner partner) {
    if (answer.format() == AnswerFormat.JSON) {
      return templates.json(answer.template(), answer.schema(), model);
    }
    if (answer.format() == AnswerFormat.CSV) {
      return FlatFiles.table(templates.write(answer.template(), model), ',');
    }
    if (answer.format() != AnswerFormat.UBL) {
      return templates.xml(answer.template(), model);
    }
    PeppolProcess process = PeppolProcess.of(head.order(), partner);
    model.put("process", messages.model(process));
    byte[] bytes = templates.xml(answer.template(), model);
    UblCheck.read(bytes, process.peppol()).orThrow(answer.type(), partner);
    return bytes;
  }

  private Envelope envelope(Answer answer, String key, TradingPartner partner) {
    String scheme = AnswerFormat.word(answer.type());
    Identifier us = partner.us(scheme).orElse(null);
    Matcher numbered = NUMBERED.matcher(key);
    boolean again =
        answer.type().equals(answer.format().confirmation())
            && numbered.matches()
            && !numbered.group(2).equals("1");
    String previous = again ? numbered.group(1) + (Integer.parseInt(numbered.group(2)) - 1) : null;
    return new Envelope(
        answer.type(),
        id(key, us),
        id(previous, us),
        ZonedDateTime.ofInstant(clock.instant(), partner.zone())
            .truncatedTo(ChronoUnit.SECONDS)
            .format(Text.STAMP),
        us,
        partner.identifier(scheme).orElse(null));
  }

  /** {@code ConfirmationRequest.01KAW3Z6T8M4N2Q7R5S9V0X1Y2.1@AN01000000001}. */
  private static String id(String key, Identifier us) {
    return key == null
        ? null
        : "%s@%s"
            .formatted(
                key.replace('/', '.'),
                us == null ? "quayside" : us.value().replaceAll("[^A-Za-z0-9.-]+", "-"));
  }
}
