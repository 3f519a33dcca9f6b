package io.quayside.intake;

import static io.quayside.MailHub.PROOF;
import static io.quayside.MailHub.US;
import static io.quayside.MailHub.attached;
import static io.quayside.MailHub.order;
import static io.quayside.MailHub.receive;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.MailHub;
import io.quayside.MailServer;
import io.quayside.TestHub;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.work.Problems;
import io.quayside.work.Problems.Problem;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders by mail, through a whole hub and a mail server that is really spoken to. */
class MailboxTest {

  private static final TestHub hub = MailHub.hub();
  private static final MailServer server = MailHub.server();

  @AfterEach
  void tidy() {
    MailHub.tidy();
  }

  private static Optional<ChannelStates.State> state(String channel) {
    return hub.bean(ChannelStates.class).of(channel);
  }

  @Test
  void aMailboxThatRefusesUsIsShownAndStopsNothing() {
    await().atMost(20, SECONDS).until(() -> state("refused").isPresent());
    assertThat(state("refused").orElseThrow().error()).contains("Invalid login/password");
    Problem problem = open("channel/refused");
    assertThat(problem.kind()).isEqualTo("channel-down");
    assertThat(problem.text()).doesNotContain("hunter2");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    await().atMost(20, SECONDS).until(() -> state("unsafe").isPresent());
    assertThat(state("unsafe").orElseThrow().error()).contains("certification path");
  }

  private static Problem open(String key) {
    return MailHub.problems().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void anOrderAttachedToAMailIsOrderedAndTheMailIsFiled() {
    receive("plain", PROOF + attached("plain", "order.edi", order("M-1")));

    Document order = only(documents("850", "M-1"));
    assertThat(order.validity()).isEqualTo("accepted");
    assertThat(order.partnerId()).isEqualTo("acme");
    assertThat(order.channelId()).isEqualTo("orders");
    assertThat(order.fileName()).isEqualTo("order.edi");
    assertThat(order.orderIds()).hasSize(1);
    Mails.Mail mail = mails().ofPart(order.receiptId()).orElseThrow();
    assertThat(mail.from()).isEqualTo("jane@acme.example");
    assertThat(mail.proven()).isTrue();
    assertThat(mails().parts(mail.receiptId()))
        .extracting(Mails.Part::number, Mails.Part::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", "opened"),
            org.assertj.core.groups.Tuple.tuple("1.1", "not-used"),
            org.assertj.core.groups.Tuple.tuple("1.2", "used"));
    assertThat(new String(hub.bean(Receipts.class).bytes(mail.receiptId())))
        .contains("Subject: plain");
    assertThat(problems()).isEmpty();
    assertThat(server.subjects(US, "Processed")).contains("plain");
  }

  @Test
  void anUnprovenSenderWaitsForAPerson() {
    receive("unproven", attached("unproven", "order.edi", order("M-2")));

    assertThat(documents("850", "M-2")).isEmpty();
    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("sender-not-proven");
    assertThat(problem.partnerId()).isEqualTo("acme");

    hub.bean(Problems.class).retry(problem.id(), "jane");
    hub.awaitIdle();
    assertThat(only(documents("850", "M-2")).orderIds()).hasSize(1);
  }

  @Test
  void aHeaderOfAMailSteersNothing() {
    receive(
        "hostile",
        "delete: true\ncopyTo: STOLEN\nmoveTo: STOLEN\nCamelFileName: ../../x\nCAMELJmsDestinationName: x\nmail.smtp.host: evil.example\noperationName: x\n"
            + PROOF
            + attached("hostile", "../../x", order("M-3")));

    assertThat(documents("850", "M-3")).hasSize(1);
    assertThat(server.subjects(US, "STOLEN")).isEmpty();
  }

  @Test
  void twoMailsWithOneMessageIdAreTwoMails() {
    receive("first", PROOF + attached("first", "a.edi", order("M-4")).replace("<first@", "<same@"));
    receive(
        "second", PROOF + attached("second", "a.edi", order("M-5")).replace("<second@", "<same@"));

    assertThat(documents("850", "M-4")).hasSize(1);
    assertThat(documents("850", "M-5")).hasSize(1);
  }

  @Test
  void aMailWithoutAMessageIdAndOneOf900CharactersAreTaken() {
    receive(
        "no id", PROOF + attached("no id", "a.edi", order("M-6")).replaceAll("Message-ID.*\n", ""));
    receive(
        "long id",
        PROOF
            + attached("long id", "a.edi", order("M-7"))
                .replace("<long id@", "<" + "x".repeat(900) + "@"));

    assertThat(documents("850", "M-6")).hasSize(1);
    assertThat(documents("850", "M-7")).hasSize(1);
  }

  @Test
  void aBadMailDoesNotHoldUpItsNeighbours() {
    server.send(US, PROOF + attached("before", "a.edi", order("M-8")));
    server.send(
        US,
        PROOF
            + "From: jane@acme.example\nSubject: bad\nContent-Type: multipart/mixed\nContent-Transfer-Encoding: x-none\n\nno parts\n");
    receive("after", PROOF + attached("after", "a.edi", order("M-9")));

    assertThat(documents("850", "M-8")).hasSize(1);
    assertThat(documents("850", "M-9")).hasSize(1);
    Problem problem = only(problems());
    assertThat(problem.title()).isEqualTo("A mail with nothing in it to read");
    assertThat(problem.text()).contains("`bad`").contains("Part 1:");
  }

  @Test
  void aMailThatIsTooLargeIsShownAndNotDownloaded() {
    server.send(
        US,
        PROOF + attached("huge", "a.edi", "x".repeat(70) + ("\n" + "y".repeat(70)).repeat(6000)));
    await().atMost(20, SECONDS).until(() -> server.subjects(US, "Problem").contains("huge"));
    hub.awaitIdle();

    assertThat(documents("mail", null)).noneMatch(one -> one.fileName().equals("huge"));
    Problem problem =
        hub.bean(Problems.class)
            .list(new Problems.Query("unreadable", null, null, true, false, 0, 100))
            .items()
            .get(0);
    assertThat(problem.title()).isEqualTo("A mail is too large");
    assertThat(problem.text())
        .contains("`huge` in mailbox orders has 432,615 bytes")
        .contains("307,200");
  }

  @Test
  void aMailboxThatIsMadeAnewIsNotOrderedTwice() {
    String mail = PROOF + attached("twice", "a.edi", order("M-10"));
    receive("twice", mail);
    Message stored =
        server
            .look(
                US,
                "Processed",
                one -> "twice".equals(one.getSubject()) ? new MimeMessage((MimeMessage) one) : null)
            .stream()
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElseThrow();
    long before = documents("mail", null).size();

    server.append(US, "INBOX", stored);
    await()
        .atMost(20, SECONDS)
        .until(
            () -> server.subjects(US, "Processed").stream().filter("twice"::equals).count() == 2);
    hub.awaitIdle();

    assertThat(documents("mail", null)).hasSize((int) before);
    assertThat(only(documents("850", "M-10")).orderIds()).hasSize(1);
  }

  @Test
  void anOutOfOfficeIsKeptAndNobodyIsAsked() {
    receive(
        "away",
        "Auto-Submitted: auto-replied\n" + PROOF + attached("away", "a.edi", order("M-11")));

    assertThat(documents("850", "M-11")).isEmpty();
    Document mail =
        documents("mail", null).stream()
            .filter(one -> one.fileName().equals("away"))
            .findFirst()
            .orElseThrow();
    assertThat(mail.validity()).isEqualTo("accepted");
    assertThat(mail.findings()).contains("an automatic reply (RFC 3834)");
    assertThat(problems()).isEmpty();
  }

  @Test
  void anOrderInTheTextOfAMailWaitsInClearWords() {
    receive("words", PROOF + "From: jane@acme.example\nSubject: words\n\nPlease send 5 W-001.\n");

    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("unknown-format");
    assertThat(problem.text())
        .contains("text of the mail")
        .contains("No purchase order was found in it");
    assertThat(problem.partnerId()).isEqualTo("acme");
  }

  @Test
  void aStrangersMailWaitsUntilItIsAssigned() {
    receive(
        "stranger",
        (PROOF + attached("stranger", "a.edi", order("M-12")))
            .replace("acme.example", "nobody.example"));

    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("unknown-sender");
    assertThat(problem.remedy()).contains("{scheme: email, value: jane@nobody.example}");
    hub.bean(Receipts.class).assign(problem.receiptId(), "acme", "jane");
    hub.awaitIdle();
    assertThat(only(documents("850", "M-12")).orderIds()).hasSize(1);
    assertThat(problems()).isEmpty();
  }

  @Test
  void anotherPartnersInterchangeInAMailWaits() {
    receive(
        "foreign",
        PROOF
            + attached(
                "foreign",
                "a.edi",
                order("M-13").replace("*ACMEEDI        *", "*STRANGER       *")));

    assertThat(only(documents("850", "M-13")).validity()).isEqualTo("unassigned");
    assertThat(only(problems()).kind()).isEqualTo("unknown-sender");
  }

  private static Mails mails() {
    return hub.bean(Mails.class);
  }

  private static List<Document> documents(String type, String reference) {
    return MailHub.documents("in", type, reference);
  }

  private static List<Problem> problems() {
    return MailHub.problems().filter(one -> one.receiptId() != null).toList();
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
