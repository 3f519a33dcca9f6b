package io.quayside.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.MailHub;
import io.quayside.TestHub;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.intake.extract.SampleOrders;
import io.quayside.partner.Partners;
import io.quayside.work.Problems;
import io.quayside.work.Problems.Problem;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a person put right once needs no touch the next time: over real mail, through a whole hub.
 */
class LearnedLayoutsTest {

  private static final TestHub hub = MailHub.hub();
  private static final String PARTNER =
      """
      id: %1$s
      name: Officine %1$s
      identifiers: [{scheme: email, value: "@%1$s.example"}]
      channels: {out: folder}
      extraction: {mode: thresholds, threshold: 0.9}
      agreement: {currency: EUR}
      """;

  @BeforeAll
  static void partners() {
    for (String id : List.of("bianchi", "verdi")) {
      hub.bean(Partners.class).save(id, PARTNER.formatted(id), "test", null);
    }
    MailHub.call(
        "/inventory/items",
        "text/csv",
        "sku,description,unit,onHand\nW-002,Rondella M8,EA,9000\nW-003,Grasso 400 g,CA,900\nW-004,Dado M10,EA,900\n");
  }

  @AfterEach
  void tidy() {
    MailHub.tidy();
  }

  @Test
  void theSecondPdfOfALayoutNeedsNoTouch() throws Exception {
    learns("letter", "application/pdf", "IT-PDF");
  }

  @Test
  void theSecondWorkbookOfALayoutNeedsNoTouch() throws Exception {
    learns("form", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "IT-XLS");
  }

  @Test
  void theSecondTextOfALayoutNeedsNoTouch() throws Exception {
    learns("columns", "text/plain", "IT-TXT");
  }

  private void learns(String layout, String type, String number) throws Exception {
    String first = number + "-1";
    String second = number + "-2";
    receive("bianchi", true, first, type, print(layout, "bianchi-it-1", first));
    Extractions.Stored looked = approve("bianchi-it-1", first);
    assertThat(looked.layout()).isNull();

    receive("verdi", true, "v" + second, type, print(layout, "bianchi-it-2", second));
    Problem other = problem("order-review");
    assertThat(other.partnerId()).isEqualTo("verdi");
    assertThat(stored(other.documentId()).layout()).isNull();
    MailHub.tidy();

    receive("bianchi", true, second, type, print(layout, "bianchi-it-2", second));
    Document document = document("bianchi", second);
    assertThat(document.orderIds()).hasSize(1);
    Extractions.Stored read = stored(document.id());
    assertThat(read.decidedBy()).isNull();
    assertThat(read.state()).isEqualTo("approved");
    assertThat(values(read.order(), second)).isEqualTo(SampleOrders.wanted("bianchi-it-2", second));

    Templates.Stored template =
        hub.bean(Templates.class).find("bianchi", read.layout()).orElseThrow();
    assertThat(List.of(template.used(), template.right(), template.wrong()))
        .containsExactly(1, 1, 0);
    Path file = home().resolve("mappings/partners/bianchi/" + read.layout() + ".template.yaml");
    assertThat(file).hasContent(template.source()).content().contains("quantitativo: quantity");

    hub.bean(Templates.class).turn("bianchi", read.layout(), "off");
    String third = number + "-3";
    receive("bianchi", true, third, type, print(layout, "bianchi-it-2", third));
    assertThat(stored(problem("order-review").documentId()).layout()).isNull();
    hub.bean(Templates.class).delete("bianchi", read.layout());
    assertThat(file).doesNotExist();
  }

  /**
   * A text in which nothing is found is taken for words; so its number has a label that we know.
   */
  private static byte[] print(String layout, String sheet, String number) throws Exception {
    byte[] print = SampleOrders.unknown(layout, sheet, number);
    return layout.equals("columns")
        ? new String(print, UTF_8).replace("Ordine di acquisto n.:", "PO number:").getBytes(UTF_8)
        : print;
  }

  @Test
  void aSenderThatIsNotProvenTeachesNothing() throws Exception {
    byte[] order = SampleOrders.unknown("grid", "bianchi-it-1", "IT-FALSE");
    receive("bianchi", false, "IT-FALSE", "application/pdf", order);
    hub.bean(Problems.class).retry(problem("sender-not-proven").id(), "jane");
    hub.awaitIdle();
    int before = hub.bean(Templates.class).of("bianchi").size();
    approve("bianchi-it-1", "IT-FALSE");
    assertThat(hub.bean(Templates.class).of("bianchi")).hasSize(before);
  }

  @Test
  void aTemplateThatWasWrongIsShownAndMendsItself() throws Exception {
    String layout = "dense";
    String type = "application/pdf";
    receive("verdi", true, "V-1", type, SampleOrders.unknown(layout, "bianchi-it-1", "V-1"));
    approve("bianchi-it-1", "V-1");
    Templates.Stored learned = hub.bean(Templates.class).of("verdi").get(0);
    hub.bean(Templates.class)
        .save(
            "verdi",
            learned.layout(),
            learned.source().replace("data ordine: po-date", "data ordine: cancel-after"),
            "a person's mistake");
    hub.bean(Partners.class)
        .save("verdi", PARTNER.formatted("verdi").replace("thresholds", "review"), "test", null);
    receive("verdi", true, "V-2", type, SampleOrders.unknown(layout, "bianchi-it-2", "V-2"));
    Extractions.Stored read = stored(problem("order-review").documentId());
    assertThat(read.layout()).isEqualTo(learned.layout());
    ObjectNode mended = SampleOrders.mended(read.order(), "bianchi-it-2", "V-2");
    ((ObjectNode) mended.get("dates")).remove("cancelAfter");
    assertThat(hub.bean(Reviews.class).approve(read.documentId(), mended, "jane")).isEmpty();
    Templates.Stored after =
        hub.bean(Templates.class).find("verdi", learned.layout()).orElseThrow();
    assertThat(after.wrong()).isEqualTo(1);
    assertThat(after.source()).contains("data ordine: po-date");
    assertThat(hub.bean(Templates.class).history("verdi", learned.layout())).hasSize(3);
  }

  private static Extractions.Stored approve(String sheet, String number) throws Exception {
    Extractions.Stored read = stored(problem("order-review").documentId());
    ObjectNode order = SampleOrders.mended(read.order(), sheet, number);
    assertThat(hub.bean(Reviews.class).approve(read.documentId(), order, "jane")).isEmpty();
    hub.awaitIdle();
    return read;
  }

  private static Map<String, String> values(ObjectNode order, String number) throws Exception {
    Map<String, String> values = new TreeMap<>();
    for (String pointer : SampleOrders.wanted("bianchi-it-2", number).keySet()) {
      values.put(
          pointer,
          pointer.equals("lines")
              ? String.valueOf(order.path("lines").size())
              : order.at(pointer).asText(""));
    }
    return values;
  }

  private static Extractions.Stored stored(String documentId) {
    return hub.bean(Extractions.class).find(documentId).orElseThrow();
  }

  private static Problem problem(String kind) {
    return MailHub.problems().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static Document document(String partner, String number) {
    return hub
        .bean(Documents.class)
        .list(
            new Documents.Query(
                "in", null, partner, null, null, null, null, null, null, false, 0, 500))
        .items()
        .stream()
        .filter(one -> number.equals(one.reference()))
        .findFirst()
        .orElseThrow();
  }

  private static void receive(
      String sender, boolean proven, String subject, String type, byte[] order) {
    String proof =
        "Authentication-Results: mx.ours.example; dmarc=pass header.from=%s.example\n"
            .formatted(sender);
    MailHub.receive(
        subject,
        (proven ? proof : "")
            + """
            From: Giulia <giulia@%1$s.example>
            To: orders@ours.example
            Subject: %2$s
            Message-ID: <%2$s@%1$s.example>
            MIME-Version: 1.0
            Content-Type: %3$s; name="ordine"
            Content-Disposition: attachment; filename="ordine"
            Content-Transfer-Encoding: base64

            %4$s
            """
                .formatted(sender, subject, type, Base64.getMimeEncoder().encodeToString(order)));
  }

  private static Path home() {
    return hub.home();
  }
}
