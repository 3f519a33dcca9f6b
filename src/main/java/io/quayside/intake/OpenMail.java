package io.quayside.intake;

import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Receipt;
import io.quayside.intake.MailParts.Judged;
import io.quayside.intake.ReceivedDocuments.Status;
import io.quayside.intake.mail.MailReader;
import io.quayside.intake.mail.ReadMail;
import io.quayside.intake.mail.SenderProof;
import io.quayside.partner.Partners;
import io.quayside.partner.TradingPartner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Opens a mail: who sent it and is that proven, what kind of mail it is, and what each part of it
 * becomes. A part that is a document gets a receipt of its own and goes the way of its format.
 */
@Component
class OpenMail {

  static final String TYPE = "mail";

  private final Mails mails;
  private final Mailboxes mailboxes;
  private final Partners partners;
  private final Receipts receipts;
  private final ReceivedDocuments documents;
  private final MailProblems problems;
  private final MailThreads threads;
  private final SenderQuestions questions;
  private final Findings findings;

  OpenMail(
      Mails mails,
      Mailboxes mailboxes,
      Partners partners,
      Receipts receipts,
      ReceivedDocuments documents,
      MailProblems problems,
      MailThreads threads,
      SenderQuestions questions,
      Findings findings) {
    this.mails = mails;
    this.mailboxes = mailboxes;
    this.partners = partners;
    this.receipts = receipts;
    this.documents = documents;
    this.problems = problems;
    this.threads = threads;
    this.questions = questions;
    this.findings = findings;
  }

  /** A whole mail: out of a mailbox, or a mail by any other channel. */
  boolean serves(Receipt receipt, Recognition.Recognised recognised) {
    return mails.fromMailbox(receipt.id())
        || (recognised.format() == Format.EMAIL && mails.ofPart(receipt.id()).isEmpty());
  }

  /**
   * Reads it; the work that it gives back records everything in the current transaction and says
   * whether a person is waited for.
   */
  BooleanSupplier open(Receipt receipt, byte[] bytes, OpenReceipt command, boolean test) {
    ReadMail mail = MailReader.read(bytes);
    SenderProof proof = SenderProof.of(mail, mailboxes.authserv(receipt.channelId()));
    return () ->
        mail.kind().ordering()
            ? ordering(receipt, mail, proof, command, test)
            : machine(receipt, mail, proof, test);
  }

  /** Written by a machine about a mail: kept, never answered. */
  private boolean machine(Receipt receipt, ReadMail mail, SenderProof proof, boolean test) {
    String said = "This is %s: kept, never answered.".formatted(mail.kind().description());
    List<Judged> parts = MailParts.unused(mail);
    String id = record(receipt, mail, proof, parts, null, "accepted", test, said, List.of());
    if (mail.kind() == ReadMail.Kind.BOUNCE) {
      threads.returned(mail, id);
    }
    return false;
  }

  private boolean ordering(
      Receipt receipt, ReadMail mail, SenderProof proof, OpenReceipt command, boolean test) {
    Optional<TradingPartner> given = partners.find(receipt.partnerId());
    Optional<TradingPartner> owner = owner(receipt);
    TradingPartner partner =
        given
            .or(() -> partners.byAddress("email", null, String.valueOf(mail.from()), null))
            .orElse(null);
    if (partner == null) {
      return hold(receipt, mail, proof, null, "Nobody has the address " + mail.from(), test)
          && problems.unknownSender(receipt, mail, owner.orElse(null), command);
    }
    boolean foreign =
        given.isEmpty() && owner.isPresent() && !owner.get().id().equals(partner.id());
    if (foreign && !command.accepts(0, MailProblems.MISMATCH)) {
      String said =
          "The sender %s is partner %s, but the mailbox is one of partner %s"
              .formatted(mail.from(), partner.id(), owner.get().id());
      return hold(receipt, mail, proof, partner, said, test)
          && problems.mismatch(receipt, partner, said, command);
    }
    boolean decided = given.isPresent() || command.accepts(0, MailProblems.NOT_PROVEN);
    if (!proof.proven() && !decided) {
      return hold(receipt, mail, proof, partner, "Sender not proven: " + proof.words(), test)
          && problems.notProven(receipt, mail, partner, proof, command);
    }
    problems.wentOn(receipt);
    return take(receipt, mail, proof, partner, test);
  }

  private boolean take(
      Receipt receipt, ReadMail mail, SenderProof proof, TradingPartner partner, boolean test) {
    List<Document> answered = threads.answered(mail, partner.id());
    Optional<Document> asked = questions.waiting(answered);
    if (asked.isPresent()) {
      return answer(receipt, mail, proof, partner, test, asked.get());
    }
    List<Judged> judged = MailParts.judge(mail);
    boolean attached = judged.stream().anyMatch(one -> one.used() && !text(one));
    List<String> receiptIds = new ArrayList<>();
    List<Judged> fates = new ArrayList<>();
    for (Judged one : judged) {
      boolean words = one.used() && !attached && !answered.isEmpty();
      Judged fate = words ? new Judged(one.part(), "reported", "Words about an order") : one;
      fates.add(fate);
      receiptIds.add(fate.used() ? receive(receipt, partner, fate, test) : null);
    }
    String id = record(receipt, mail, proof, fates, partner, "accepted", test, null, receiptIds);
    threads.attach(id, answered);
    boolean waits = problems.parts(receipt, mail, partner, fates, !answered.isEmpty());
    if (!answered.isEmpty() && !attached) {
      problems.wroteBack(receipt, id, partner, answered);
    }
    return waits;
  }

  /** It answers our question about an order that waits for review: a person takes what is in it. */
  private boolean answer(
      Receipt receipt,
      ReadMail mail,
      SenderProof proof,
      TradingPartner partner,
      boolean test,
      Document asked) {
    List<Judged> held =
        MailParts.judge(mail).stream()
            .map(one -> one.used() ? new Judged(one.part(), "reported", SenderReplies.HELD) : one)
            .toList();
    record(receipt, mail, proof, held, partner, "accepted", test, null, List.of());
    questions.answered(asked, receipt.id());
    return problems.parts(receipt, mail, partner, held, true);
  }

  private static boolean text(Judged one) {
    return switch (one.part().role()) {
      case TEXT, HTML -> true;
      default -> false;
    };
  }

  private String receive(Receipt mail, TradingPartner partner, Judged one, boolean test) {
    String name = one.part().name();
    String shown =
        name != null ? name : text(one) ? "text of the mail" : "part " + one.part().number();
    return receipts
        .receive(
            new Receipts.Arrival(
                mail.channelId(),
                "email",
                partner.id(),
                "part/%s/%s".formatted(mail.id(), one.part().number()),
                ArrivalNames.shown(shown),
                one.part().bytes(),
                test))
        .receipt()
        .id();
  }

  private boolean hold(
      Receipt receipt,
      ReadMail mail,
      SenderProof proof,
      TradingPartner partner,
      String said,
      boolean test) {
    List<Judged> parts =
        mail.parts().stream().map(part -> new Judged(part, "reported", "It waits")).toList();
    record(receipt, mail, proof, parts, partner, "unassigned", test, said + ".", List.of());
    return true;
  }

  private String record(
      Receipt receipt,
      ReadMail mail,
      SenderProof proof,
      List<Judged> parts,
      TradingPartner partner,
      String validity,
      boolean test,
      String said,
      List<String> receiptIds) {
    List<Mails.Part> rows = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Judged one = parts.get(i);
      rows.add(
          new Mails.Part(
              one.part().number(),
              one.part().contentType(),
              one.part().name() == null ? null : ArrivalNames.shown(one.part().name()),
              one.part().bytes().length,
              one.outcome(),
              one.reason(),
              receiptIds.isEmpty() ? null : receiptIds.get(i)));
    }
    mails.record(
        new Mails.Mail(
            receipt.id(),
            mail.kind().word(),
            mail.messageId(),
            String.join(" ", mail.references()),
            mail.from(),
            mail.replyTo(),
            mail.subject(),
            proof.proven(),
            proof.words()),
        rows);
    List<String> words = new ArrayList<>();
    if (said != null) {
      words.add(said);
    }
    words.add(proof.proven() ? proof.words() + "." : "Sender not proven: " + proof.words() + ".");
    if (mail.fault() != null) {
      words.add(mail.fault() + ".");
    }
    String partnerId = partner == null ? null : partner.id();
    Status status =
        new Status(partnerId, test, validity, findings.json(words.stream().distinct().toList()));
    return documents.whole(
        receipt,
        TYPE,
        Format.EMAIL,
        null,
        0,
        receipt.size(),
        status,
        documents.within(receipt.id(), 0, Long.MAX_VALUE));
  }

  private Optional<TradingPartner> owner(Receipt receipt) {
    int slash = receipt.channelId().indexOf('/');
    return slash < 0 ? Optional.empty() : partners.find(receipt.channelId().substring(0, slash));
  }
}
