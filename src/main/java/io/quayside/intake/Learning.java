package io.quayside.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.document.Receipts.Receipt;
import io.quayside.intake.extract.Lesson;
import io.quayside.intake.extract.TemplateFile;
import io.quayside.partner.Channel;
import io.quayside.partner.Partners;
import io.quayside.partner.WebhookSignature;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Senders' templates for reading, and what approved documents teach them. */
@Component
class Learning {

  private static final int MOST_LAYOUTS = 50;

  private final Templates templates;
  private final PaperOrders papers;
  private final Receipts receipts;
  private final Mails mails;
  private final Partners partners;

  Learning(
      Templates templates, PaperOrders papers, Receipts receipts, Mails mails, Partners partners) {
    this.templates = templates;
    this.papers = papers;
    this.receipts = receipts;
    this.mails = mails;
    this.partners = partners;
  }

  /**
   * What the order that a person approved teaches; reads the document again, so never within a
   * transaction. Empty when its sender is not proven, or nothing can be learned.
   */
  Optional<Lesson> lesson(Document document, Extractions.Stored stored, ObjectNode approved) {
    Receipt receipt = receipts.find(document.receiptId()).orElseThrow();
    if (document.partnerId() == null || document.test() || !proven(receipt, document.partnerId())) {
      return Optional.empty();
    }
    byte[] bytes = receipts.bytes(receipt.id());
    return papers.lesson(stored.kind(), bytes, approved, document.partnerId());
  }

  /** Keeps it in the current transaction. */
  void learned(String partnerId, Lesson lesson, String by) {
    String layout = lesson.template().layout();
    Optional<Templates.Stored> before = templates.find(partnerId, layout);
    boolean off = before.filter(one -> one.state().equals("off")).isPresent();
    boolean full = before.isEmpty() && templates.of(partnerId).size() >= MOST_LAYOUTS;
    if (off || full) {
      return;
    }
    templates.save(partnerId, layout, TemplateFile.write(lesson.template()), by);
    if (!lesson.first() || lesson.mended()) {
      templates.judged(partnerId, layout, lesson.wrong(), lesson.mended());
    }
  }

  /** Anybody can write a mail or an unsigned call in the sender's name. */
  private boolean proven(Receipt receipt, String partnerId) {
    Optional<Mails.Mail> mail = mails.ofPart(receipt.id());
    if (mail.isPresent() || receipt.channelKind().equals("email")) {
      return mail.filter(Mails.Mail::proven).isPresent();
    }
    if (receipt.channelId().startsWith(partnerId + "/")) {
      return partners.find(partnerId).stream()
          .flatMap(partner -> partner.in().stream())
          .filter(channel -> channel.id().equals(receipt.channelId()))
          .noneMatch(Learning::unsigned);
    }
    return receipt.channelKind().equals("api") || receipt.channelKind().equals("folder");
  }

  private static boolean unsigned(Channel channel) {
    return channel instanceof Channel.Webhook webhook
        && webhook.signature().scheme() == WebhookSignature.Scheme.NONE;
  }
}
