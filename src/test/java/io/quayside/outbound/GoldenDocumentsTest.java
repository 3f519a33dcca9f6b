package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.Finding;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.Outbound;
import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Change;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Head;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.Answers.SupplierOrder;
import io.quayside.partner.TradingPartner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each folder of src/test/resources/outbound: facts and partner file in, golden document out. */
class GoldenDocumentsTest {
  /** Confirmations that are not the first of their order. */
  private static final Map<String, Integer> SEQUENCE = Map.of("cxml-confirmed", 2);

  private final Outbound templates = new Outbound(new ConfigFiles(null));
  private final Messages messages = new Messages(Golden.JSON);

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(Golden.CASES)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches(
                          "out\\.(8\\d\\d|ORDERS|ORDRSP|DESADV|INVOIC)\\.edi|out\\..+\\.(json|xml|csv)"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theDocumentIsTheGoldenOne(Path golden) throws Exception {
    String type = golden.getFileName().toString().split("\\.")[1];
    byte[] bytes = write(golden.getParent(), type);
    if (golden.toString().endsWith(".json")) {
      assertThat(Golden.JSON.readTree(bytes)).isEqualTo(Golden.JSON.readTree(golden.toFile()));
      return;
    }
    if (golden.toString().endsWith(".csv")) {
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(Golden.text(golden).replace("\n", "\r\n"));
      return;
    }
    if (golden.toString().endsWith(".xml")) {
      assertThat(new String(bytes, StandardCharsets.UTF_8).replaceAll(">\\s+<", "><").strip())
          .isEqualTo(Golden.text(golden).replaceAll(">\\s+<", "><").strip());
      if (golden.getParent().getFileName().toString().startsWith("ubl-")) {
        assertThat(PeppolRules.faults(bytes)).isEmpty();
      }
      return;
    }
    assertThat(String.join("~\n", Golden.segments(bytes)))
        .isEqualTo(String.join("~\n", Golden.segments(Files.readAllBytes(golden))));
    assertThat(Independent.faults(bytes)).isEmpty();
    assertThat(findings(bytes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"004030", "005010", "005040", "006010", "006030"})
  void anAnswerToAChangeHasItsElementsInPlaceInEveryRelease(String release) {
    String golden = Golden.text(Golden.CASES.resolve("865-restated-by-850/out.865.edi"));
    byte[] bytes = golden.replace("004010", release).getBytes(StandardCharsets.US_ASCII);
    assertThat(findings(bytes)).isEmpty();
  }

  /** What our own schemas say of it. */
  private static List<String> findings(byte[] bytes) {
    ConfigFiles files = new ConfigFiles(null);
    return new EdiReader(new EdiSchemas(path -> files.open("mappings/" + path).orElse(null)))
        .read(bytes).interchanges().stream()
            .flatMap(interchange -> interchange.groups().stream())
            .flatMap(group -> group.sets().stream())
            .flatMap(set -> set.findings().stream())
            .map(Finding::sentence)
            .toList();
  }

  private byte[] write(Path folder, String type) throws IOException {
    TradingPartner partner = Golden.partner(folder);
    JsonNode facts = Golden.JSON.readTree(folder.resolve("facts.json").toFile());
    boolean shipped = facts.has("shipment") || facts.has("billing");
    Clock clock =
        Clock.fixed(
            Instant.parse(shipped ? "2026-11-24T20:12:00Z" : "2026-11-21T16:00:00Z"),
            ZoneOffset.UTC);
    Envelopes envelopes = new Envelopes(Golden.counters(), clock);
    if (type.equals("850") || type.equals("ORDERS")) {
      SupplierOrder order = read(facts, SupplierOrder.class);
      boolean edifact = type.equals("ORDERS");
      Object content =
          edifact
              ? SupplierOrderMessage.of(order, partner, Golden.company(folder))
              : SupplierOrder850.of(order, partner, Golden.company(folder));
      String template = edifact ? SendPurchaseOrder.EDIFACT_TEMPLATE : SendPurchaseOrder.TEMPLATE;
      return envelopes
          .document(
              partner,
              Golden.COMPANY,
              type,
              false,
              templates.render(template, messages.model(content)))
          .bytes();
    }
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), partner.zone());
    Shipment shipment = read(facts.get("shipment"), Shipment.class);
    Answer answer;
    Head head;
    String number;
    if (facts.has("billing")) {
      Billing billing = read(facts.get("billing"), Billing.class);
      head = billing.head();
      number = billing.invoice().number();
      answer =
          AnswersInKind.invoice(
              billing, Optional.ofNullable(shipment), partner, Golden.company(folder));
    } else if (shipped) {
      head = shipment.head();
      number = shipment.packed().shipmentId();
      Confirmation decided = read(facts.get("confirmation"), Confirmation.class);
      answer =
          AnswersInKind.shipment(shipment, decided, partner, Golden.company(folder), null, now);
    } else if (facts.has("change")) {
      Confirmation decided = read(facts.get("confirmation"), Confirmation.class);
      head = decided.head();
      Change change = read(facts.get("change"), Change.class);
      number = change.documentId();
      answer = AnswersInKind.change(change, decided, partner, Golden.company(folder), now, 1);
    } else {
      Confirmation confirmation = read(facts, Confirmation.class);
      head = confirmation.head();
      int sequence = SEQUENCE.getOrDefault(folder.getFileName().toString(), 1);
      number = head.orderId() + "/" + sequence;
      answer =
          AnswersInKind.confirmation(confirmation, partner, Golden.company(folder), now, sequence);
    }
    assertThat(answer.type()).isEqualTo(type);
    OurAddress ours = mock(OurAddress.class);
    when(ours.known(partner, head.documentId())).thenReturn(partner);
    return new AnswerWriter(templates, envelopes, ours, messages, clock)
        .write(answer, type + "/" + number, head, partner, Golden.company(folder))
        .bytes();
  }

  private static <T> T read(JsonNode facts, Class<T> type) throws IOException {
    return facts == null ? null : Golden.JSON.treeToValue(facts, type);
  }
}
