package io.quayside.intake;

import static io.quayside.MailHub.PROOF;
import static io.quayside.MailHub.receive;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.MailHub;
import io.quayside.TestHub;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.intake.SenderReplies.Reply;
import io.quayside.outbound.DocumentQuestions;
import io.quayside.work.Problems.Problem;
import jakarta.mail.Multipart;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order in a mail that cannot be booked: its sender is asked once about all that is open. */
class SenderQuestionsTest {

  private static final TestHub hub = MailHub.hub();

  /** 5 x 2.00 is 10.00; the fourth of May or the fifth of April; nobody sells X-77. */
  private static final String ORDER =
      """
      PURCHASE ORDER
      PO Number: %s
      Requested delivery: 05/04/2027

      Line  Item    Description   Qty   Unit   Price   Amount
      1     X-77    Gadget          5   EA      2.00    11.00
      2     W-001   Widget          2   EA     12.50    25.00
      """;

  /** A mail as its receiver sees it. */
  private record Seen(String id, String inReplyTo, String references, String auto, String text) {}

  @AfterEach
  void tidy() {
    MailHub.tidy();
  }

  @Test
  void allThatIsOpenIsAskedInOneMailAndTheAnswerIsTakenInItsPlace() {
    Document order = ordered("Q-1", PROOF);
    assertThat(problem("Q-1").title()).contains("to be looked at");
    SenderQuestions.Asked open = questions().find(order.id()).orElseThrow();
    assertThat(open.state()).isEqualTo("open");
    assertThat(text(open))
        .contains("The date 05/04/2027: which is the day, and which the month?")
        .contains(
            "Line 1 (X-77 Gadget): 5 times 2.00 is not 11.00. Which quantity and price are right?")
        .contains("Line 1: we do not know the item X-77.")
        .doesNotContain("W-001");
    assertThat(letters().hindrance(order.id())).isEmpty();

    questions().ask(order.id(), text(open) + "\nIs the blue one meant?", "jane");
    hub.awaitIdle();
    Seen question = sent("Re: Q-1 - Questions about your order Q-1");
    assertThat(question.inReplyTo()).isEqualTo("<Q-1@acme.example>");
    assertThat(question.references()).isEqualTo("<Q-1@acme.example>");
    assertThat(question.auto()).isEqualTo("auto-replied");
    assertThat(question.text()).contains("X-77", "05/04/2027", "Is the blue one meant?");
    assertThat(problem("Q-1").title()).isEqualTo("Order Q-1 waits for the sender");

    String mended = ORDER.formatted("Q-1b").replace("X-77", "W-001").replace("11.00", "10.00");
    receive("Re: Q-1", reply("Re: Q-1", question.id(), "Here it is again.", mended));
    assertThat(problem("Q-1").title()).isEqualTo("The sender answered about order Q-1");
    assertThat(MailHub.documents("in", "order", "Q-1b")).isEmpty();
    Reply reply = hub.bean(SenderReplies.class).of(order.id()).get(0);
    assertThat(reply.text()).isEqualTo("Here it is again.");
    assertThat(reply.parts()).extracting(Mails.Part::name).containsExactly("again.txt");

    String part = reply.parts().get(0).number();
    assertThat(hub.bean(SenderReplies.class).take(order.id(), reply.receiptId(), part, "jane"))
        .isTrue();
    hub.awaitIdle();
    Document taken = MailHub.documents("in", "order", "Q-1b").get(0);
    assertThat(hub.bean(Mails.class).ofPart(taken.receiptId()).orElseThrow().subject())
        .isEqualTo("Re: Q-1");
    assertThat(hub.bean(Extractions.class).find(order.id()).orElseThrow().state())
        .isEqualTo("rejected");
    assertThat(hub.bean(SenderReplies.class).take(order.id(), reply.receiptId(), part, "joe"))
        .isFalse();
  }

  @Test
  void anAnswerInWordsIsShownBesideTheOrder() {
    Document order = ordered("Q-2", PROOF);
    questions().ask(order.id(), "Which day?", "jane");
    questions().ask(order.id(), "Which day?", "joe");
    hub.awaitIdle();
    String subject = "Re: Q-2 - Questions about your order Q-2";
    Seen question = sent(subject);
    assertThat(MailHub.server().subjects("jane@acme.example", "INBOX"))
        .filteredOn(subject::equals)
        .hasSize(1);
    receive("Re: Q-2", reply("Re: Q-2", question.id(), "The fifth of April.", null));
    Reply reply = hub.bean(SenderReplies.class).of(order.id()).get(0);
    assertThat(reply.text()).isEqualTo("The fifth of April.");
    assertThat(MailHub.documents("in", "order", null))
        .noneMatch(one -> one.id().equals(reply.documentId()));
  }

  @Test
  void anUnprovenSenderIsNeverAsked() {
    receive("Q-3", mail("Q-3", "", ORDER.formatted("Q-3")));
    Problem waits =
        MailHub.problems()
            .filter(one -> one.kind().equals("sender-not-proven"))
            .findFirst()
            .orElseThrow();
    hub.bean(io.quayside.work.Problems.class).retry(waits.id(), "jane");
    hub.awaitIdle();
    Document order = MailHub.documents("in", "order", "Q-3").get(0);
    assertThat(letters().hindrance(order.id()).orElseThrow()).contains("not proven");
    questions().ask(order.id(), "Which day?", "jane");
    hub.awaitIdle();
    assertThat(MailHub.documents("out", "question", "Q-3")).isEmpty();
  }

  @Test
  void whereThePartnerFileSaysSoAProvenSenderIsAskedAtOnceAndAMailingListNever() {
    String proof = PROOF.replace("acme", "borealis");
    receive("Q-4", ofBorealis(mail("Q-4", proof, ORDER.formatted("Q-4"))));
    Seen question = sent("joe@borealis.example", "Re: Q-4 - Questions about your order Q-4");
    assertThat(question.text()).contains("1. The date 05/04/2027", "X-77");
    assertThat(question.inReplyTo()).isEqualTo("<Q-4@borealis.example>");
    assertThat(problem("Q-4").title()).isEqualTo("Order Q-4 waits for the sender");

    String list = ofBorealis(mail("Q-5", proof, ORDER.formatted("Q-5")));
    receive("Q-5", "List-Id: <orders.borealis.example>\n" + list);
    assertThat(problem("Q-5").title()).contains("to be looked at");
    assertThat(MailHub.documents("out", "question", "Q-5")).isEmpty();
  }

  private static String ofBorealis(String mail) {
    return mail.replace("jane@acme.example", "joe@borealis.example")
        .replace("@acme.example", "@borealis.example");
  }

  private static Document ordered(String number, String proof) {
    receive(number, mail(number, proof, ORDER.formatted(number)));
    return MailHub.documents("in", "order", number).get(0);
  }

  private static String mail(String number, String proof, String order) {
    return proof + MailHub.attached(number, "order.txt", order);
  }

  private static String reply(String subject, String answered, String words, String order) {
    String head =
        PROOF
            + "From: Jane Roe <jane@acme.example>\nSubject: %s\nIn-Reply-To: %s\nMessage-ID: <%s@acme.example>\n"
                .formatted(subject, answered, subject.replaceAll("\\W", ""));
    return order == null
        ? head + "\n" + words + "\n"
        : head
            + "Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/plain\n\n"
            + words
            + "\n--b1\nContent-Type: text/plain; name=again.txt\nContent-Disposition: attachment; filename=again.txt\n\n"
            + order
            + "\n--b1--\n";
  }

  private static String text(SenderQuestions.Asked open) {
    List<DocumentQuestions.Point> points =
        open.points().stream()
            .map(one -> new DocumentQuestions.Point(one.word(), one.values()))
            .toList();
    return letters().text("acme", points);
  }

  private static Problem problem(String number) {
    return MailHub.problems()
        .filter(one -> one.kind().equals("order-review") && one.title().contains(number))
        .findFirst()
        .orElseThrow();
  }

  private static Seen sent(String subject) {
    return sent("jane@acme.example", subject);
  }

  private static Seen sent(String to, String subject) {
    await()
        .atMost(20, SECONDS)
        .until(() -> MailHub.server().subjects(to, "INBOX").contains(subject));
    return MailHub.server()
        .look(
            to,
            "INBOX",
            mail ->
                subject.equals(mail.getSubject())
                    ? new Seen(
                        mail.getHeader("Message-ID")[0],
                        mail.getHeader("In-Reply-To")[0],
                        mail.getHeader("References")[0].strip(),
                        mail.getHeader("Auto-Submitted")[0],
                        String.valueOf(((Multipart) mail.getContent()).getBodyPart(0).getContent()))
                    : null)
        .stream()
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static SenderQuestions questions() {
    return hub.bean(SenderQuestions.class);
  }

  private static DocumentQuestions letters() {
    return hub.bean(DocumentQuestions.class);
  }
}
