package io.quayside.outbound;

import static io.quayside.MailHub.PROOF;
import static io.quayside.MailHub.receive;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.MailHub;
import io.quayside.TestHub;
import io.quayside.document.Documents.Document;
import io.quayside.order.Orders;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.work.Problems.Problem;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order that came as words in a mail is answered by mail, in its thread. */
class MailAnswersTest {

  private static final TestHub hub = MailHub.hub();

  /** A mail as its receiver sees it. */
  private record Seen(
      String subject, String id, String inReplyTo, String auto, String text, String pdf) {}

  @AfterEach
  void tidy() {
    MailHub.tidy();
  }

  @Test
  void theOrderIsConfirmedShippedAndBilledInItsThread() {
    place("T-1", true, "W-001");

    Seen confirmed = sent("Re: T-1 - Your order T-1");
    assertThat(confirmed.inReplyTo()).isEqualTo("<T-1@acme.example>");
    assertThat(confirmed.auto()).isEqualTo("auto-replied");
    assertThat(confirmed.text())
        .contains("Confirmation of your order T-1")
        .contains("10 | W-001 | Widget | 5 | EA | 12.5")
        .contains("5 accepted, ships 20");
    assertThat(confirmed.pdf()).contains("Sales order SO-").contains("W-001").contains("12.5");
    Seen shipped = sent("Re: T-1 - Your order T-1 is on its way");
    assertThat(shipped.text()).contains("10 | W-001 | Widget | 5 | EA | 5 | 5");
    Seen billed = sent("Re: T-1 - Invoice " + invoiceNumber("T-1"));
    assertThat(billed.text()).contains("62.50").contains("Total:");
    assertThat(billed.pdf()).contains("Total: 62.50 USD");
    assertThat(only("confirmation", "T-1").delivery()).isEqualTo("delivered");
    assertThat(MailHub.documents("out", "855", "T-1")).isEmpty();
  }

  @Test
  void anUnprovenSenderIsNotAnswered() {
    place("T-2", false, "W-001");

    assertThat(MailHub.documents("out", "confirmation", "T-2")).isEmpty();
  }

  @Test
  void allOpenPointsAreAskedInOneMail() {
    place("T-5", true, "X-99");
    assertThat(MailHub.documents("out", "question", "T-5")).isEmpty();
    hub.advance(Duration.ofMinutes(3));
    hub.awaitIdle();

    Seen question = sent("Re: T-5 - Questions about your order T-5");
    assertThat(question.text())
        .contains("- Line 10: we do not know the item X-99. Which of our items do you mean")
        .contains("Your order: T-5");
    assertThat(MailHub.documents("out", "question", "T-5")).hasSize(1);
  }

  @Test
  void aBounceTurnsDeliveredIntoFailed() {
    place("T-3", true, "W-001");
    String id = only("confirmation", "T-3").controlNumber();

    receive(
        "Undelivered T-3",
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example
        Subject: Undelivered T-3
        Content-Type: multipart/report; report-type=delivery-status; boundary=B

        --B
        Content-Type: text/plain

        No such user.
        --B
        Content-Type: message/delivery-status

        Action: failed
        --B
        Content-Type: text/rfc822-headers

        Message-ID: <%s@ours.example>
        --B--
        """
            .formatted(id));

    assertThat(only("confirmation", "T-3").delivery()).isEqualTo("failed");
    Problem problem =
        MailHub.problems()
            .filter(one -> one.kind().equals("delivery-failed"))
            .findFirst()
            .orElseThrow();
    assertThat(problem.text()).contains("delivery report");
  }

  @Test
  void whatTheCustomerWritesBackBelongsToTheOrder() {
    place("T-4", true, "W-001");
    Document confirmation = only("confirmation", "T-4");

    receive(
        "Re: T-4",
        PROOF
            + "From: jane@acme.example\nSubject: Re: T-4\nIn-Reply-To: <%s@ours.example>\n\nPlease hurry.\n"
                .formatted(confirmation.controlNumber()));

    Document reply =
        MailHub.documents("in", "mail", null).stream()
            .filter(one -> one.fileName().equals("Re: T-4"))
            .findFirst()
            .orElseThrow();
    assertThat(reply.orderIds()).isEqualTo(confirmation.orderIds());
    assertThat(MailHub.problems().filter(one -> one.kind().equals("mail-reply")).toList())
        .singleElement()
        .extracting(Problem::title)
        .isEqualTo("Acme Inc wrote about T-4");
  }

  /** A mail with words, and the order that a person reads out of it. */
  private static void place(String po, boolean proven, String item) {
    receive(
        po,
        (proven ? PROOF : "")
            + "From: jane@acme.example\nSubject: %s\nMessage-ID: <%s@acme.example>\n\nPlease send 5 of %s.\n"
                .formatted(po, po, item));
    if (!proven) {
      Problem problem =
          MailHub.problems()
              .filter(one -> one.kind().equals("sender-not-proven"))
              .findFirst()
              .orElseThrow();
      hub.bean(io.quayside.work.Problems.class).retry(problem.id(), "jane");
      hub.awaitIdle();
    }
    Document words =
        MailHub.documents("in", "unknown", null).stream()
            .filter(one -> one.format().equals("text"))
            .findFirst()
            .orElseThrow();
    hub.bean(Orders.class)
        .place(
            new Orders.NewOrder(
                order(po, item), "acme", words.id(), "email", false, hub.clock().instant()));
    hub.awaitIdle();
  }

  private static PurchaseOrder order(String po, String item) {
    String json =
        """
        {"poNumber":"%s","purpose":"original","purposeCode":"00","type":"stand-alone","typeCode":"SA","currency":"USD",
         "shipTo":{"role":"ship-to","roleCode":"ST","name":"Acme Store 42","ids":[{"scheme":"buyer-assigned","code":"92","value":"0042"}]},
         "lines":[{"lineNumber":"10","lineNumberSent":"10","quantity":"5","unit":"EA","price":{"amount":"12.5","per":"1","unit":"EA"},
                   "ids":[{"scheme":"vendor","code":"VN","value":"%s"}],"description":"Widget"}],
         "source":{"format":"text"}}
        """
            .formatted(po, item);
    try {
      return hub.bean(ObjectMapper.class).readValue(json, PurchaseOrder.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document only(String type, String reference) {
    List<Document> found = MailHub.documents("out", type, reference);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** The invoice of the order that the confirmation is about. */
  private static String invoiceNumber(String po) {
    String order = only("confirmation", po).orderIds().get(0);
    return MailHub.documents("out", "invoice", null).stream()
        .filter(one -> one.orderIds().contains(order))
        .findFirst()
        .orElseThrow()
        .reference();
  }

  private static Seen sent(String subject) {
    return MailHub.server().look("jane@acme.example", "INBOX", MailAnswersTest::seen).stream()
        .filter(mail -> subject.equals(mail.subject()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mail about " + subject));
  }

  private static Seen seen(Message mail) throws jakarta.mail.MessagingException, IOException {
    return new Seen(
        mail.getSubject(),
        header(mail, "Message-ID"),
        header(mail, "In-Reply-To"),
        header(mail, "Auto-Submitted"),
        text((Multipart) mail.getContent()),
        pdf((Multipart) mail.getContent()));
  }

  private static String header(Message mail, String name) throws jakarta.mail.MessagingException {
    String[] fields = mail.getHeader(name);
    return fields == null ? null : fields[0];
  }

  private static String text(Multipart parts) throws jakarta.mail.MessagingException, IOException {
    Object first = parts.getBodyPart(0).getContent();
    return first instanceof Multipart inner ? text(inner) : ((String) first).replace("\r\n", "\n");
  }

  private static String pdf(Multipart parts) throws jakarta.mail.MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("application/pdf")) {
        try (var pdf = Loader.loadPDF(part.getInputStream().readAllBytes())) {
          return new PDFTextStripper().getText(pdf);
        }
      }
    }
    return null;
  }
}
