package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts.Receipt;
import io.quayside.intake.MailParts.Judged;
import io.quayside.intake.mail.ReadMail;
import io.quayside.intake.mail.SenderProof;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What mails put on the work list; each answers true: a person is waited for. */
@Component
class MailProblems {

  static final String UNKNOWN = "unknown-sender";
  static final String NOT_PROVEN = "sender-not-proven";
  static final String MISMATCH = "sender-mismatch";
  private static final String UNREADABLE = "unreadable";

  private final ReceiptProblems problems;

  MailProblems(ReceiptProblems problems) {
    this.problems = problems;
  }

  boolean unknownSender(Receipt receipt, ReadMail mail, TradingPartner owner, OpenReceipt command) {
    return raise(
        receipt,
        UNKNOWN,
        owner,
        "A mail from an unknown sender",
        "`%s` on channel %s is from %s, whom no partner file names. It is kept and not answered."
            .formatted(
                receipt.name(),
                receipt.channelId(),
                mail.from() == null ? "nobody that can be made out" : mail.from()),
        mail.from() == null
            ? "Look at the mail, and assign it to a partner if it is an order."
            : "Assign it to a partner, or add {scheme: email, value: %s} to the identifiers of a partner file and retry."
                .formatted(mail.from()),
        new OpenReceipt(receipt.id(), null, command.accept()));
  }

  boolean notProven(
      Receipt receipt,
      ReadMail mail,
      TradingPartner partner,
      SenderProof proof,
      OpenReceipt command) {
    return raise(
        receipt,
        NOT_PROVEN,
        partner,
        "Sender not proven: " + mail.from(),
        "`%s` on channel %s says that it is from %s, partner %s. %s. Anybody can write that address. It is kept and not answered."
            .formatted(
                receipt.name(), receipt.channelId(), mail.from(), partner.id(), proof.words()),
        "Ask %s by another way whether it is theirs. Retry takes it as theirs; resolve leaves it."
            .formatted(partner.name()),
        command.accepting(0, NOT_PROVEN));
  }

  boolean mismatch(Receipt receipt, TradingPartner partner, String said, OpenReceipt command) {
    return raise(
        receipt,
        MISMATCH,
        partner,
        "The sender does not match the mailbox",
        "`%s`: %s.".formatted(receipt.name(), said),
        "Ask both partners. Retry takes it as a mail of %s.".formatted(partner.id()),
        command.accepting(0, MISMATCH));
  }

  /** What of a mail could not be read, or that there was nothing in it. */
  boolean parts(
      Receipt receipt,
      ReadMail mail,
      TradingPartner partner,
      List<Judged> parts,
      boolean answersUs) {
    List<Judged> reported =
        parts.stream()
            .filter(one -> one.outcome().equals("reported"))
            .filter(
                one ->
                    one.part().role() == io.quayside.intake.mail.MailPart.Role.UNREADABLE
                        || !answersUs)
            .toList();
    boolean nothing = parts.stream().noneMatch(Judged::used) && !answersUs;
    if (reported.isEmpty() && !nothing && mail.fault() == null) {
      return false;
    }
    String said =
        reported.stream()
            .map(one -> "Part %s: %s.".formatted(one.part().number(), one.reason()))
            .collect(Collectors.joining("\n"));
    String rest = nothing ? "There is no text and no attachment in it that could be an order." : "";
    String fault = mail.fault() == null ? "" : mail.fault() + ".";
    return raise(
        receipt,
        UNREADABLE,
        partner,
        nothing ? "A mail with nothing in it to read" : "A part of a mail cannot be read",
        "`%s` on channel %s: %s"
            .formatted(
                receipt.name(),
                receipt.channelId(),
                List.of(fault, said, rest).stream()
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("\n"))),
        "Look at the mail, and ask the sender for the order as an attachment of its own.",
        null);
  }

  /** The customer answers in words: a person reads them. */
  boolean wroteBack(
      Receipt receipt, String documentId, TradingPartner partner, List<Document> answered) {
    String about =
        answered.stream().map(Document::reference).distinct().collect(Collectors.joining(", "));
    problems.document(
        receipt,
        documentId,
        "mail-reply",
        partner.id(),
        answered.get(0).test(),
        "%s wrote about %s".formatted(partner.name(), about),
        "A mail answers what we sent about %s. It is not read by itself.".formatted(about),
        "Read the mail, act on the order, then resolve this.",
        null);
    return true;
  }

  void wentOn(Receipt receipt) {
    for (String kind : List.of(UNKNOWN, NOT_PROVEN, MISMATCH)) {
      problems.settled(receipt.id(), kind, 0);
    }
  }

  private boolean raise(
      Receipt receipt,
      String kind,
      TradingPartner partner,
      String title,
      String text,
      String remedy,
      OpenReceipt retry) {
    problems.receipt(
        receipt, kind, 0, partner == null ? null : partner.id(), false, title, text, remedy, retry);
    return true;
  }
}
