package io.quayside.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.TestHub;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.order.OrderViews;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.partner.Partners;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import io.quayside.work.Problems.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in and what becomes of it, through a whole hub. */
class IntakeTest {

  private static TestHub hub;
  private static int number = 100;

  @BeforeAll
  static void start() {
    hub =
        TestHub.builder()
            .property("quayside.intake.settle", "1s")
            .file("routes/partners/broken.partner.yaml", "id: broken\nname: B\nchanels: {}\n")
            .start();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @AfterEach
  void tidy() {
    problems().forEach(problem -> hub.bean(Problems.class).close(problem.id(), "test", "done"));
  }

  @Test
  void aFileInTheInboxBecomesAnOrderAndIsArchived() throws IOException {
    String text = order(next(), "PO-1");
    drop("first.edi", text);

    Document document = only(documents("850", "PO-1"));
    assertThat(document.validity()).isEqualTo("accepted");
    assertThat(document.partnerId()).isEqualTo("acme");
    assertThat(document.channelId()).isEqualTo("folder");
    assertThat(document.orderIds()).hasSize(1);
    assertThat(archived()).contains(document.receiptId() + "_first.edi");
    assertThat(new String(hub.bean(Documents.class).bytes(document.id()), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void aFileInAFolderBelowIsTakenToo() throws IOException {
    Files.createDirectories(hub.home().resolve("inbox/acme/today"));
    drop("acme/today/x.edi", order(next(), "PO-2"));

    assertThat(documents("850", "PO-2")).hasSize(1);
  }

  @Test
  void anExactResendIsOrderedOnce() throws IOException {
    String text = order(next(), "PO-3");
    drop("a.edi", text);
    drop("a.edi", text);

    List<Document> both = documents("850", "PO-3");
    assertThat(both).extracting(Document::validity).containsExactly("duplicate", "accepted");
    assertThat(both.get(0).orderIds()).isEqualTo(both.get(1).orderIds()).hasSize(1);
    assertThat(kinds()).isEmpty();
    OrderView order = hub.bean(OrderViews.class).find(both.get(0).orderIds().get(0)).orElseThrow();
    assertThat(order.journey())
        .filteredOn(entry -> entry.event().equals("duplicate-interchange"))
        .singleElement()
        .extracting(OrderViews.JourneyEntry::text)
        .asString()
        .contains("came again, the same bytes. No second order was made.");
  }

  /** As after three starts that it ended: it was here before, and was begun three times. */
  @Test
  void anOrderThatStopsTheHubThreeTimesIsSetAsideAndCanBeTriedAgain() throws IOException {
    drop("a.edi", order(next(), "PO-31"));
    Document document = only(documents("850", "PO-31"));
    Database database = hub.bean(Database.class);
    database
        .write()
        .sql("UPDATE document SET attempts = 3, recorded_at = 0 WHERE id = ?")
        .param(document.id())
        .update();
    hub.bean(Database.class)
        .inTransaction(
            () -> {
              hub.bean(Outbox.class)
                  .send(
                      new Outbox.Message(
                          "order.normalise",
                          null,
                          "acme",
                          "order.normalise",
                          false,
                          null,
                          "{\"documentId\":\"%s\"}".formatted(document.id())));
            });
    hub.awaitIdle();
    Problem aside = only(failedMessages());
    assertThat(aside.text()).contains("was begun 3 times and never ended", document.id());

    hub.bean(Problems.class).retry(aside.id(), "jane");
    hub.awaitIdle();
    assertThat(failedMessages()).isEmpty();
    assertThat(documents("850", "PO-31")).extracting(Document::attempts).containsExactly(0);
  }

  @Test
  void aControlNumberWithOtherContentWaitsForAPerson() throws IOException {
    int control = next();
    drop("a.edi", order(control, "PO-4"));
    drop("b.edi", order(control, "PO-5"));

    assertThat(only(documents("850", "PO-5")).validity()).isEqualTo("unread");
    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("control-number-conflict");
    assertThat(problem.text()).contains("ZZ/ACMEEDI").contains("b.edi");

    hub.bean(Problems.class).retry(problem.id(), "jane");
    hub.awaitIdle();
    Document accepted = only(documents("850", "PO-5"));
    assertThat(accepted.validity()).isEqualTo("accepted");
    assertThat(accepted.orderIds()).hasSize(1);
  }

  @Test
  void anUnknownSenderIsKeptAndGoesOnWhenAssigned() throws IOException {
    drop("strange.edi", order(next(), "PO-6").replace("*ACMEEDI        *", "*STRANGER       *"));

    Document waiting = only(documents("850", "PO-6"));
    assertThat(waiting.validity()).isEqualTo("unassigned");
    assertThat(waiting.partnerId()).isNull();
    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("unknown-sender");
    assertThat(problem.remedy())
        .contains("add {scheme: x12, qualifier: \"ZZ\", value: \"STRANGER\"}");

    hub.bean(Receipts.class).assign(waiting.receiptId(), "acme", "jane");
    hub.awaitIdle();
    Document assigned = only(documents("850", "PO-6"));
    assertThat(assigned.id()).isEqualTo(waiting.id());
    assertThat(assigned.validity()).isEqualTo("accepted");
    assertThat(assigned.partnerId()).isEqualTo("acme");
    assertThat(assigned.orderIds()).hasSize(1);
    assertThat(kinds()).doesNotContain("unknown-sender");
  }

  @Test
  void anInterchangeForSomebodyElseWaits() throws IOException {
    drop("other.edi", order(next(), "PO-7").replace("*QUAYSIDE       *", "*SOMEBODYELSE   *"));

    assertThat(only(documents("850", "PO-7")).validity()).isEqualTo("unassigned");
    assertThat(only(problems()).text()).contains("ZZ/SOMEBODYELSE (ISA07, ISA08) is not us");
  }

  @Test
  void aFileOfAnotherPartnerInAPartnersChannelWaits() {
    hub.bean(Partners.class)
        .save(
            "initech",
            "id: initech\nname: Initech\nidentifiers: [{scheme: x12, qualifier: ZZ, value: INITECH}]\nchannels: {out: folder}\n",
            "test",
            null);
    hub.bean(Receipts.class)
        .receive(
            new Receipts.Arrival(
                "initech/sftp-1",
                "sftp",
                "initech",
                "k1",
                "a.edi",
                order(next(), "PO-8").getBytes(StandardCharsets.UTF_8),
                false));
    hub.awaitIdle();

    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("sender-mismatch");
    assertThat(problem.text())
        .contains("is partner acme, but it came by channel initech/sftp-1 of partner initech");
    hub.bean(Problems.class).retry(problem.id(), "jane");
    hub.awaitIdle();
    assertThat(only(documents("850", "PO-8")).orderIds()).hasSize(1);
  }

  @Test
  void anEmptyFileIsArchivedAndTold() throws IOException {
    drop("empty.edi", "");

    assertThat(only(problems()).title()).isEqualTo("Empty file");
    assertThat(archived()).anyMatch(name -> name.endsWith("_empty.edi"));
  }

  @Test
  void halfAnInterchangeIsToldAndTheGoodOneBeforeItGoesOn() throws IOException {
    String half = order(next(), "PO-10");
    drop("half.edi", order(next(), "PO-9") + half.substring(0, half.indexOf("SE*")));

    assertThat(only(documents("850", "PO-9")).orderIds()).hasSize(1);
    assertThat(documents("850", "PO-10"))
        .allSatisfy(document -> assertThat(document.orderIds()).isEmpty());
    Problem problem = only(problems());
    assertThat(problem.kind()).isEqualTo("unreadable");
    assertThat(problem.title()).startsWith("Half an interchange");
  }

  @Test
  void wrongCountsAreToldWithWhatWasExpected() throws IOException {
    drop("counts.edi", order(next(), "PO-11").replaceFirst("SE\\*\\d+", "SE*99"));

    Document document = only(documents("850", "PO-11"));
    assertThat(document.validity()).isEqualTo("rejected");
    assertThat(document.orderIds()).isEmpty();
    assertThat(only(problems()).kind()).isEqualTo("document-rejected");
    assertThat(only(problems()).text()).contains("99");
  }

  @Test
  void aTestInterchangeStaysInTheTestArea() throws IOException {
    drop("test.edi", order(next(), "PO-12").replace("*0*P*>", "*0*T*>"));

    assertThat(documents("850", "PO-12", false)).isEmpty();
    assertThat(only(documents("850", "PO-12", true)).orderIds()).hasSize(1);
  }

  @Test
  void filesOfOtherKindsAreKeptAndNamed() throws IOException {
    drop("a.json", "{\"poNumber\":\"1\"}");
    drop("c.pdf", "%PDF-1.7 nothing");

    assertThat(problems())
        .extracting(Problem::title)
        .containsExactlyInAnyOrder("No order found in JSON", "Cannot be read: a PDF");
  }

  @Test
  void edifactFromAnUnknownSenderWaits() throws IOException {
    drop("b.edi", "UNB+UNOA:1+54123:14+US+260101:1000+1'UNH+1+ORDERS:D:96A:UN'UNT+2+1'UNZ+1+1'");

    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.title()).isEqualTo("Unknown sender 14/54123");
              assertThat(problem.remedy())
                  .contains("{scheme: edifact, qualifier: \"14\", value: \"54123\"}");
            });
  }

  @Test
  void whatLiesBehindALinkInTheInboxIsNotTouched(@TempDir Path outside) throws IOException {
    Path file = Files.writeString(outside.resolve("secret.edi"), order(next(), "PO-LINK"));
    Path link = Files.createSymbolicLink(hub.home().resolve("inbox/link"), outside);
    try {
      drop("beside.edi", order(next(), "PO-BESIDE"));
      assertThat(documents("850", "PO-BESIDE")).hasSize(1);
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          hub.bean(Problems.class)
                              .list(new Problems.Query(null, null, null, true, false, 0, 100))
                              .items())
                      .extracting(Problem::title)
                      .contains("A link in the inbox is not followed"));
    } finally {
      Files.delete(link);
    }
    assertThat(file).exists();
    assertThat(documents("850", "PO-LINK")).isEmpty();
  }

  @Test
  void hostileNamesHarmNothing() throws IOException {
    String name = "..\\..\\x\u202E\n;rm -rf.edi";
    drop(name, order(next(), "PO-13"));

    Document document = only(documents("850", "PO-13"));
    assertThat(document.fileName()).isEqualTo("..\\..\\x??;rm -rf.edi");
    assertThat(archived()).contains(document.receiptId() + "_x___rm_-rf.edi");
  }

  @Test
  void aPartnerFileThatIsNotRightIsToldAndStopsNobody() {
    assertThat(hub.bean(Partners.class).find("acme")).isPresent();
    assertThat(hub.bean(Partners.class).find("broken")).isEmpty();
  }

  @Test
  void aCallIsRepeatedWithItsKeyAndRefusedWithOtherContent() {
    MessageIntake intake = hub.bean(MessageIntake.class);
    byte[] text = order(next(), "PO-14").getBytes(StandardCharsets.UTF_8);
    MessageIntake.Taken first = intake.receive(text, null, null, null, "api", "k", false);
    MessageIntake.Taken again = intake.receive(text, null, null, null, "api", "k", false);
    hub.awaitIdle();

    assertThat(again).isEqualTo(new MessageIntake.Taken(first.receiptId(), true));
    assertThat(only(documents("850", "PO-14")).orderIds()).hasSize(1);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> intake.receive(new byte[] {1}, null, null, null, "api", "k", false))
        .isInstanceOf(MessageIntake.ChangedContentException.class);
  }

  private static int next() {
    return ++number;
  }

  private static String order(int control, String po) {
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
        "IEA*1*" + nine + "~",
        "");
  }

  private static void drop(String name, String text) throws IOException {
    Path staged = Files.writeString(Files.createTempFile("drop", ""), text);
    Path inbox = Files.createDirectories(hub.home().resolve("inbox"));
    Path target = inbox.resolve(name);
    Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
    await().atMost(15, SECONDS).until(() -> !Files.exists(target));
    hub.awaitIdle();
  }

  private static List<Document> documents(String type, String reference) {
    return documents(type, reference, false);
  }

  private static List<Document> documents(String type, String reference, boolean test) {
    return hub
        .bean(Documents.class)
        .list(
            new Documents.Query("in", type, null, null, null, null, null, null, null, test, 0, 500))
        .items()
        .stream()
        .filter(document -> reference.equals(document.reference()))
        .toList();
  }

  private static List<Problem> problems() {
    return hub
        .bean(Problems.class)
        .list(new Problems.Query(null, null, null, true, false, 0, 100))
        .items()
        .stream()
        .filter(problem -> problem.receiptId() != null)
        .toList();
  }

  private static List<Problem> failedMessages() {
    return hub.bean(Problems.class)
        .list(new Problems.Query("message-failed", null, null, true, false, 0, 100))
        .items();
  }

  private static List<String> kinds() {
    return problems().stream().map(Problem::kind).toList();
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  private static List<String> archived() throws IOException {
    try (Stream<Path> files = Files.walk(hub.home().resolve("archive"))) {
      return files.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).toList();
    }
  }
}
