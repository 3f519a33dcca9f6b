package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.Finding;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.Outbound;
import io.quayside.order.Answers.Billing;
import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.Answers.SupplierOrder;
import io.quayside.partner.TradingPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of src/test/resources/outbound: facts and partner file in, golden document out. */
class GoldenDocumentsTest {
  private final Outbound templates = new Outbound(new ConfigFiles(null));
  private final Messages messages = new Messages(Golden.JSON);

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(Golden.CASES)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("out\\.(8\\d\\d|ORDERS|ORDRSP|DESADV|INVOIC)\\.edi"))
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
    assertThat(String.join("~\n", Golden.segments(bytes)))
        .isEqualTo(String.join("~\n", Golden.segments(Files.readAllBytes(golden))));
    assertThat(Independent.faults(bytes)).isEmpty();
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
    boolean shipped = List.of("856", "810", "DESADV", "INVOIC").contains(type);
    Clock clock =
        Clock.fixed(
            Instant.parse(shipped ? "2026-11-24T20:12:00Z" : "2026-11-21T16:00:00Z"),
            ZoneOffset.UTC);
    Envelopes envelopes = new Envelopes(Golden.counters(), clock);
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), partner.zone());
    boolean test = facts.at("/head/test").asBoolean();
    Object content =
        switch (type) {
          case "855" ->
              Confirmation855.of(read(facts, Confirmation.class), partner, LocalDate.from(now));
          case "856" ->
              ShipNotice856.of(
                  read(facts.get("shipment"), Shipment.class),
                  read(facts.get("confirmation"), Confirmation.class),
                  partner,
                  Golden.COMPANY,
                  now);
          case "810" ->
              Invoice810.of(
                  read(facts.get("billing"), Billing.class),
                  Optional.ofNullable(read(facts.get("shipment"), Shipment.class)),
                  partner,
                  Golden.COMPANY);
          case "ORDRSP" ->
              OrderResponse.of(
                  read(facts, Confirmation.class), partner, Golden.COMPANY, LocalDate.from(now));
          case "DESADV" ->
              DespatchAdvice.of(
                  read(facts.get("shipment"), Shipment.class),
                  read(facts.get("confirmation"), Confirmation.class),
                  partner,
                  Golden.COMPANY,
                  LocalDate.from(now));
          case "INVOIC" ->
              InvoiceMessage.of(
                  read(facts.get("billing"), Billing.class),
                  Optional.ofNullable(read(facts.get("shipment"), Shipment.class)),
                  partner,
                  Golden.COMPANY);
          case "ORDERS" ->
              SupplierOrderMessage.of(read(facts, SupplierOrder.class), partner, Golden.COMPANY);
          default -> SupplierOrder850.of(read(facts, SupplierOrder.class), partner, Golden.COMPANY);
        };
    String template =
        switch (type) {
          case "855" -> ConfirmOrder.TEMPLATE;
          case "856" -> AnnounceShipment.TEMPLATE;
          case "810" -> SendInvoice.TEMPLATE;
          case "ORDRSP" -> ConfirmOrder.EDIFACT_TEMPLATE;
          case "DESADV" -> AnnounceShipment.EDIFACT_TEMPLATE;
          case "INVOIC" -> SendInvoice.EDIFACT_TEMPLATE;
          case "ORDERS" -> SendPurchaseOrder.EDIFACT_TEMPLATE;
          default -> SendPurchaseOrder.TEMPLATE;
        };
    return envelopes
        .document(
            partner,
            Golden.COMPANY,
            type,
            test,
            templates.render(template, messages.model(content)))
        .bytes();
  }

  private static <T> T read(JsonNode facts, Class<T> type) throws IOException {
    return facts == null ? null : Golden.JSON.treeToValue(facts, type);
  }
}
