package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents.Document;
import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.Price;
import io.quayside.work.Database;
import io.quayside.work.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command to the file at the partner's, and back to its acknowledgment. */
class DeliveryConversationTest {
  @TempDir static Path home;
  private static Bench bench;

  @TempDir Path far;

  @BeforeAll
  static void start() throws Exception {
    bench = new Bench(home, "--ACME_PASSWORD=secret");
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void placeTheOrder() throws IOException {
    bench.reset();
    JsonNode confirmed = facts("855-worked-example");
    bench.facts().confirmations.put("ORDER1", read(confirmed, Confirmation.class));
  }

  @Test
  void anAcceptedOrderIsWrittenOnceForEachSystemOfOursThatTakesIt() throws IOException {
    bench.acme(Bench.FOLDER);
    bench.system("erp", "{format: idoc-flat}");
    bench.system("other", "{partners: [somebody-else]}");
    bench.send(Commands.EXPORT, new Commands.Export("ORDER1"));
    bench.send(Commands.EXPORT, new Commands.Export("ORDER1"));
    bench.work();

    Document export = bench.only(ExportOrder.TYPE);
    assertThat(export.partnerId()).isEqualTo("erp");
    assertThat(export.delivery()).isEqualTo("delivered");
    assertThat(export.acknowledgment()).isEqualTo("none");
    assertThat(bench.folder("erp")).containsExactly(export.fileName());
    assertThat(bench.folder("other")).isEmpty();
    assertThat(export.fileName()).matches("order-export_SO-[0-9]+_[0-9A-Z]+\\.txt");
  }

  @Test
  void aChangedOrderIsWrittenAgainAsItsNextRevisionAndTheSameIsNot() throws IOException {
    bench.acme(Bench.FOLDER);
    bench.system("erp", "{format: csv}");
    bench.send(Commands.EXPORT, new Commands.Export("ORDER1"));
    bench.work();
    JsonNode changed = facts("855-worked-example");
    ((ObjectNode) changed.at("/lines/0/schedules/0")).put("accepted", "1");
    bench.facts().confirmations.put("ORDER1", read(changed, Confirmation.class));
    bench.send(Commands.EXPORT, new Commands.Export("ORDER1"));
    bench.work();
    bench.send(Commands.EXPORT, new Commands.Export("ORDER1"));
    bench.work();

    List<Document> exports = bench.sent(ExportOrder.TYPE);
    assertThat(exports).extracting(Document::delivery).containsExactly("delivered", "delivered");
    assertThat(exports.get(1).after()).isEqualTo(exports.get(0).id());
    assertThat(bench.folder("erp")).hasSize(2);
  }

  @Test
  void anAnswerIsStoredDeliveredAndAwaitsItsAcknowledgment() throws IOException {
    bench.acme(Bench.FOLDER);
    confirm();

    Document answer = bench.only("855");
    assertThat(answer.delivery()).isEqualTo("delivered");
    assertThat(answer.acknowledgment()).isEqualTo("awaited");
    assertThat(answer.orderIds()).containsExactly("ORDER1");
    assertThat(answer.fileName()).startsWith("855_4500000042_000000001_").endsWith(".edi");
    assertThat(bench.folder()).containsExactly(answer.fileName());
    assertThat(bench.journey()).anyMatch(line -> line.startsWith("ORDER1 855-delivered: "));
  }

  @Test
  void theSameCommandTwiceMakesOneAnswerAndTakesOneNumber() {
    bench.acme(Bench.FOLDER);
    ConfirmOrder route = bench.bean(ConfirmOrder.class);
    route.confirm(new Commands.Confirm("ORDER1"), "delivered-twice");
    route.confirm(new Commands.Confirm("ORDER1"), "delivered-twice");

    assertThat(bench.only("855").controlNumber()).isEqualTo("000000001");
    assertThat(bench.count("SELECT last_number FROM counter WHERE series LIKE 'isa13%'"))
        .isEqualTo(1);
  }

  @Test
  void anAnswerThatSaysTheSameAsTheLastIsNotSentAgain() throws IOException {
    bench.acme(Bench.FOLDER);
    confirm();
    bench.advance(Duration.ofDays(1));
    confirm();
    assertThat(bench.sent("855")).hasSize(1);
    assertThat(bench.journey()).anyMatch(line -> line.startsWith("ORDER1 855-not-sent: "));

    Confirmation said = bench.facts().confirmations.get("ORDER1");
    Confirmation now =
        new Confirmation(said.head(), said.lines().stream().map(line -> dearer(line)).toList());
    bench.facts().confirmations.put("ORDER1", now);
    confirm();
    bench.facts().confirmations.put("ORDER1", said);
    confirm();
    assertThat(bench.sent("855")).as("another answer, and the first one again").hasSize(3);
  }

  private static ConfirmedLine dearer(ConfirmedLine line) {
    Price price = new Price("99.00", "1", line.unit(), null, null);
    return new ConfirmedLine(
        line.lineNumber(), line.sku(), line.unit(), price, true, line.schedules());
  }

  @Test
  void aPartnerThatIsDownIsTriedAgainWithTheSameBytesAndHoldsUpNobody() throws Exception {
    try (SftpServer server = new SftpServer(far)) {
      server.down();
      bench.acme(sftp(server));
      confirm();
      byte[] written = bench.documents().bytes(bench.only("855").id());
      assertThat(bench.only("855").delivery()).isEqualTo("pending");
      assertThat(bench.problems()).isEmpty();
      bench.advance(Duration.ofMinutes(1));
      bench.advance(Duration.ofMinutes(5));
      assertThat(bench.only("855").delivery()).isEqualTo("failed");
      assertThat(bench.problems())
          .extracting(Problems.Problem::kind)
          .containsExactly("delivery-failed");
      assertThat(bench.problems().get(0).text()).contains("refuses the connection");

      server.up();
      bench.advance(Duration.ofMinutes(15));

      Document answer = bench.only("855");
      assertThat(answer.delivery()).isEqualTo("delivered");
      assertThat(answer.attempts()).isEqualTo(4);
      assertThat(bench.problems()).isEmpty();
      assertThat(server.in().resolve(answer.fileName())).hasBinaryContent(written);
    }
  }

  @Test
  void anAttemptThatWasCutOffIsMadeAgainWhenItsLeaseIsOver() throws IOException {
    bench.acme(Bench.FOLDER);
    bench.send(Commands.CONFIRM, new Commands.Confirm("ORDER1"));
    cutOffTheNextDelivery();
    bench.work();
    assertThat(bench.only("855").delivery()).isEqualTo("sending");
    assertThat(bench.failures).hasSize(1);
    bench.failures.clear();
    goOn();

    bench.send(Commands.DELIVER, new Commands.Deliver(bench.only("855").id(), 0, false));
    bench.work();
    assertThat(bench.only("855").attempts()).as("one attempt at a time").isEqualTo(1);
    bench.advance(Duration.ofSeconds(60));

    assertThat(bench.only("855").delivery()).isEqualTo("delivered");
    assertThat(bench.only("855").attempts()).isEqualTo(2);
    assertThat(bench.folder()).containsExactly(bench.only("855").fileName());
  }

  @Test
  void anInvoiceNeverLeavesBeforeItsShipNotice() throws Exception {
    bench.acme(Bench.FOLDER);
    JsonNode billed = facts("810-allowance-and-terms");
    bench.facts().invoices.put("INV-1001", read(billed.get("billing"), Billing.class));
    bench.facts().shipments.put("SHIP-1", read(billed.get("shipment"), Shipment.class));
    bench
        .facts()
        .confirmations
        .put("ORDER1", read(facts("856-soi").get("confirmation"), Confirmation.class));

    bench.send(Commands.INVOICE, new Commands.SendInvoice("INV-1001", "ORDER1", false));
    bench.work();
    assertThat(bench.sent("810")).isEmpty();
    bench.send(Commands.ANNOUNCE, new Commands.Announce("SHIP-1", "ORDER1"));
    bench.work();

    Document notice = bench.only("856");
    Document invoice = bench.only("810");
    assertThat(invoice.after()).isEqualTo(notice.id());
    assertThat(invoice.delivery()).isEqualTo("delivered");
    assertThat(bench.journey().stream().filter(line -> line.contains("-delivered")))
        .satisfiesExactly(
            first -> assertThat(first).contains("856-delivered"),
            second -> assertThat(second).contains("810-delivered"));
  }

  @Test
  void anInvoiceWhoseShipNoticeNeverComesIsToldAPersonOnceAndLeavesWhenOneSaysSo()
      throws Exception {
    bench.acme(Bench.FOLDER);
    JsonNode billed = facts("810-allowance-and-terms");
    bench.facts().invoices.put("INV-1001", read(billed.get("billing"), Billing.class));
    bench.send(Commands.INVOICE, new Commands.SendInvoice("INV-1001", "ORDER1", false));
    bench.work();
    bench.advance(Duration.ofHours(23));
    assertThat(bench.problems()).isEmpty();

    bench.advance(Duration.ofHours(1));
    Problems.Problem problem = bench.problems().get(0);
    assertThat(problem.kind()).isEqualTo("invoice-waits");
    assertThat(problem.text())
        .isEqualTo(
            "Invoice INV-1001 has not been sent: acme gets the 856 first (agreement.invoiceAfterAsn), and none has been written for shipment SHIP-1.");
    assertThat(bench.count("SELECT count(*) FROM timer")).as("no alarm goes on").isZero();
    bench.advance(Duration.ofDays(3));
    assertThat(bench.problems()).containsExactly(problem);
    assertThat(bench.sent("810")).isEmpty();

    bench.bean(Problems.class).retry(problem.id(), "jo");
    bench.work();
    assertThat(bench.only("810").delivery()).isEqualTo("delivered");
    assertThat(bench.problems()).isEmpty();
    assertThat(bench.count("SELECT count(*) FROM outbound_waiting_invoice")).isZero();
  }

  @Test
  void anInvoiceForAPartnerThatTakesNoShipNoticeGoesAtOnce() throws Exception {
    bench.acme(Bench.FOLDER + "replies: [\"997\", \"810\"]\n");
    JsonNode billed = facts("810-allowance-and-terms");
    bench.facts().invoices.put("INV-1001", read(billed.get("billing"), Billing.class));
    bench.send(Commands.INVOICE, new Commands.SendInvoice("INV-1001", "ORDER1", false));
    bench.work();

    assertThat(bench.only("810").delivery()).isEqualTo("delivered");
  }

  @Test
  void inParallelEverythingIsWorkedOutAndNothingLeaves() throws IOException {
    bench.acme(Bench.FOLDER + "mode: parallel\n");
    confirm();

    Document answer = bench.only("855");
    assertThat(answer.delivery()).isEqualTo("pending");
    assertThat(bench.folder()).isEmpty();
    assertThatThrownBy(() -> bench.bean(Deliveries.class).resend(answer.id(), "jo"))
        .isInstanceOf(DeliveryRefusal.class)
        .hasMessageContaining("parallel");
  }

  @Test
  void whatAPersonMustReleaseLeavesWhenTheProblemIsRetried() throws IOException {
    bench.acme(Bench.FOLDER + "approve: [\"855\"]\n");
    confirm();
    assertThat(bench.folder()).isEmpty();
    Problems.Problem problem = bench.problems().get(0);
    assertThat(problem.kind()).isEqualTo("approval-wanted");

    bench.bean(Problems.class).retry(problem.id(), "jo");
    bench.work();

    assertThat(bench.folder()).containsExactly(bench.only("855").fileName());
    assertThat(bench.problems()).isEmpty();
  }

  @Test
  void anAnswerSentAgainHasTheSameBytesAndName() throws IOException {
    bench.acme(Bench.FOLDER);
    confirm();
    Document answer = bench.only("855");
    byte[] first = Files.readAllBytes(home.resolve("outbox/acme").resolve(answer.fileName()));
    Files.delete(home.resolve("outbox/acme").resolve(answer.fileName()));

    bench.bean(Deliveries.class).resend(answer.id(), "jo");
    bench.work();

    assertThat(home.resolve("outbox/acme").resolve(answer.fileName())).hasBinaryContent(first);
    assertThat(bench.only("855").delivery()).isEqualTo("delivered");
  }

  @Test
  void aRejectionIsToldInThePartnersWordsAndALaterAcceptanceSettlesIt() {
    bench.acme(Bench.FOLDER);
    confirm();
    receive997("AK1*PR*1~AK2*855*0001~AK3*PO1*3**8~AK4*2*380*6*10X~AK5*R*5~AK9*R*1*1*0~", 8);
    assertThat(bench.only("855").acknowledgment()).isEqualTo("rejected");
    assertThat(bench.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo("acknowledgment-rejected");
              assertThat(problem.text()).contains("10X");
            });

    receive997("AK1*PR*1~AK2*855*0001~AK5*A~AK9*A*1*1*1~", 6);

    assertThat(bench.only("855").acknowledgment()).isEqualTo("accepted");
    assertThat(bench.problems()).isEmpty();
  }

  @Test
  void anAcknowledgmentThatMatchesNothingIsKeptAndSaysSo() {
    bench.acme(Bench.FOLDER);
    confirm();
    String received = receive997("AK1*PR*99~AK9*A*1*1*1~", 4);

    assertThat(bench.only("855").acknowledgment()).isEqualTo("awaited");
    assertThat(bench.documents().find(received).orElseThrow().findings())
        .contains("AK1 PR 99 matches no document");
  }

  @Test
  void anAcknowledgmentThatDoesNotComeInTimeIsOverdueAndStillMatchedLater() {
    bench.acme(Bench.FOLDER);
    confirm();
    bench.advance(Duration.ofHours(24));
    assertThat(bench.only("855").acknowledgment()).isEqualTo("overdue");

    receive997("AK1*PR*1~AK9*A*1*1*1~", 4);

    assertThat(bench.only("855").acknowledgment()).isEqualTo("accepted");
  }

  private void confirm() {
    bench.send(Commands.CONFIRM, new Commands.Confirm("ORDER1"));
    bench.work();
    assertThat(bench.failures).isEmpty();
  }

  private String receive997(String body, int segments) {
    byte[] bytes =
        ("ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261122*1000*U*00401*000000950*0*P*>~"
                + "GS*FA*ACMEGS*QUAYSIDE*20261122*1000*90*X*004010~ST*997*0001~"
                + body
                + "SE*"
                + segments
                + "*0001~GE*1*90~IEA*1*000000950~")
            .getBytes(StandardCharsets.ISO_8859_1);
    String id = bench.incoming(bench.receive(bytes), "997", "90", 0, bytes.length, false);
    bench.send(Commands.MATCH, new Commands.Match(id, false));
    bench.work();
    assertThat(bench.failures).isEmpty();
    return id;
  }

  /** As if the process had died after it counted the attempt: the outcome is never committed. */
  private void cutOffTheNextDelivery() {
    bench
        .bean(Database.class)
        .write()
        .sql(
            """
            CREATE TRIGGER cut_off BEFORE UPDATE OF delivery ON document
            WHEN NEW.delivery IN ('delivered', 'failed') OR (OLD.delivery = 'sending' AND NEW.delivery = 'pending')
            BEGIN SELECT RAISE(ABORT, 'the process died'); END""")
        .update();
  }

  private void goOn() {
    bench.bean(Database.class).write().sql("DROP TRIGGER cut_off").update();
  }

  private String sftp(SftpServer server) {
    return """
        channels:
          out: {kind: sftp, host: 127.0.0.1, port: %d, user: quayside, passwordEnv: ACME_PASSWORD, hostKey: "%s", directory: /in}
        """
        .formatted(server.port(), server.fingerprint());
  }

  private static JsonNode facts(String name) throws IOException {
    return Golden.JSON.readTree(Golden.CASES.resolve(name).resolve("facts.json").toFile());
  }

  private static <T> T read(JsonNode facts, Class<T> type) throws IOException {
    return Golden.JSON.treeToValue(facts, type);
  }
}
