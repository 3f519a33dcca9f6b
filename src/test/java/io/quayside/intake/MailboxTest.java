package io.quayside.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.MailServer;
import io.quayside.TestHub;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Mails;
import io.quayside.document.Receipts;
import io.quayside.work.Problems;
import io.quayside.work.Problems.Problem;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders by mail, through a whole hub and a mail server that is really spoken to. */
class MailboxTest {

  private static final String US = "orders@ours.example";
  private static final String PROOF =
      "Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example\n";

  private static MailServer server;
  private static TestHub hub;
  private static int number = 500;

  @BeforeAll
  static void start() {
    server = MailServer.start();
    hub =
        TestHub.builder()
            .property("ORDERS_PASSWORD", "secret")
            .property("quayside.intake.mail-max-size", "300KB")
            .file("routes/partners/acme.partner.yaml", PARTNER)
            .file("routes/channels/orders.channel.yaml", channel("orders", server.imap()))
            .file(
                "routes/channels/refused.channel.yaml",
                channel("refused", server.imap()).replace("ORDERS_PASSWORD", "WRONG_PASSWORD"))
            .file(
                "routes/channels/unsafe.channel.yaml",
                channel("unsafe", server.imaps())
                    .replace("security: none", "security: tls")
                    .replace("300ms", "1h"))
            .property("WRONG_PASSWORD", "hunter2")
            .start();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(20, SECONDS)
        .until(() -> state("unsafe").map(one -> one.error() != null).orElse(false));
  }

  private static Optional<ChannelStates.State> state(String channel) {
    return hub.bean(ChannelStates.class).of(channel);
  }

  @Test
  void aMailboxThatRefusesUsIsShownAndStopsNothing() {
    assertThat(state("refused").orElseThrow().error()).contains("Invalid login/password");
    Problem problem = open("channel/refused");
    assertThat(problem.kind()).isEqualTo("channel-down");
    assertThat(problem.text()).doesNotContain("hunter2");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    assertThat(state("unsafe").orElseThrow().error()).contains("certification path");
  }

  private static Problem open(String key) {
    return hub
        .bean(Problems.class)
        .list(new Problems.Query(null, null, null, true, false, 0, 100))
        .items()
        .stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static final String PARTNER =
      """
      id: acme
      name: Acme Inc
      identifiers:
        - {scheme: x12, qualifier: "ZZ", value: ACMEEDI}
        - {scheme: email, value: "@acme.example"}
      we: {scheme: x12, qualifier: "ZZ", value: QUAYSIDE}
      channels:
        out: {kind: folder}
      locations:
        "0042":
          name: Acme Store 42
          address: {lines: [1 Main St], city: Springfield, region: IL, postalCode: "62701", country: US}
      """;

  static String channel(String id, int port) {
    return """
    id: %s
    kind: email
    host: 127.0.0.1
    port: %d
    security: none
    user: orders@ours.example
    passwordEnv: ORDERS_PASSWORD
    authserv: mx.ours.example
    poll: 300ms
    """
        .formatted(id, port);
  }

  @AfterAll
  static void stop() {
    hub.close();
    server.close();
  }

  @AfterEach
  void tidy() {
    problems().forEach(one -> hub.bean(Problems.class).close(one.id(), "test", "done"));
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
    assertThat(problem.text()).contains("text of the mail").contains("plain text");
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

  private static void receive(String subject, String mail) {
    server.send(US, mail);
    await().atMost(20, SECONDS).until(() -> server.subjects(US, "Processed").contains(subject));
    hub.awaitIdle();
  }

  private static String attached(String subject, String name, String content) {
    return """
    From: Jane Roe <jane@acme.example>
    To: orders@ours.example
    Subject: %s
    Message-ID: <%s@acme.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b1

    --b1
    Content-Type: text/plain

    Our order is attached.
    --b1
    Content-Type: application/octet-stream; name="%s"
    Content-Disposition: attachment; filename="%s"

    %s
    --b1--
    """
        .formatted(subject, subject, name, name, content);
  }

  private static String order(String po) {
    int control = ++number;
    String nine = "%09d".formatted(control);
    return String.join(
        "\n",
        "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*1000*U*00401*"
            + nine
            + "*0*P*>~",
        "GS*PO*ACMEEDI*QUAYSIDE*20261123*1000*" + control + "*X*004010~",
        "ST*850*0001~",
        "BEG*00*SA*" + po + "**20261120~",
        "N1*ST*Acme Store 42*92*0042~",
        "PO1*10*5*EA*12.5**VN*W-001~",
        "CTT*1~",
        "SE*6*0001~",
        "GE*1*" + control + "~",
        "IEA*1*" + nine + "~");
  }

  private static Mails mails() {
    return hub.bean(Mails.class);
  }

  private static List<Document> documents(String type, String reference) {
    return hub
        .bean(Documents.class)
        .list(
            new Documents.Query(
                "in", type, null, null, null, null, null, null, null, false, 0, 500))
        .items()
        .stream()
        .filter(document -> reference == null || reference.equals(document.reference()))
        .toList();
  }

  private static List<Problem> problems() {
    return hub
        .bean(Problems.class)
        .list(new Problems.Query(null, null, null, true, false, 0, 100))
        .items()
        .stream()
        .filter(one -> one.receiptId() != null)
        .toList();
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
