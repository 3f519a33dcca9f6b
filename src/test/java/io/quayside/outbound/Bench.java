package io.quayside.outbound;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.MutableClock;
import io.quayside.TestHub;
import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.document.Receipts;
import io.quayside.order.Answers;
import io.quayside.order.Journey;
import io.quayside.partner.Partners;
import io.quayside.work.Columns;
import io.quayside.work.ConsumedQueues;
import io.quayside.work.Database;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * This package on its real database, with durable work, documents and partners, but without broker:
 * the test hands each message from the outbox to its bean. What the order knows is given by the
 * test.
 */
final class Bench implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-21T16:00:00Z");
  private static final String PARTNER =
      """
      id: acme
      name: Acme Inc
      zone: America/Chicago
      identifiers:
        - {scheme: x12, qualifier: "ZZ", value: ACMEEDI, group: ACMEGS}
        - {scheme: edifact, qualifier: "14", value: "5412345000013"}
      """;
  static final String FOLDER = "channels: {out: {kind: folder}}\n";

  /** What the order would answer. */
  static final class Facts implements Answers {
    final Map<String, Confirmation> confirmations = new ConcurrentHashMap<>();
    final Map<String, Change> changes = new ConcurrentHashMap<>();
    final Map<String, Shipment> shipments = new ConcurrentHashMap<>();
    final Map<String, Billing> invoices = new ConcurrentHashMap<>();
    final Map<String, SupplierOrder> supplierOrders = new ConcurrentHashMap<>();

    @Override
    public Optional<Confirmation> confirmation(String orderId) {
      return Optional.ofNullable(confirmations.get(orderId));
    }

    @Override
    public Optional<Change> change(String documentId) {
      return Optional.ofNullable(documentId).map(changes::get);
    }

    @Override
    public Optional<Confirmation> withoutOrder(String changeDocument) {
      return Optional.empty();
    }

    @Override
    public Optional<Shipment> shipment(String shipmentId) {
      return Optional.ofNullable(shipments.get(shipmentId));
    }

    @Override
    public Optional<Billing> invoice(String number, boolean test) {
      return Optional.ofNullable(invoices.get(number));
    }

    @Override
    public Optional<SupplierOrder> supplierOrder(String number, boolean test) {
      return Optional.ofNullable(supplierOrders.get(number));
    }
  }

  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {
        "io.quayside.work",
        "io.quayside.document",
        "io.quayside.partner",
        "io.quayside.mapping",
        "io.quayside.outbound"
      },
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = {"io\\.quayside\\.work\\.Relay", ".*\\.AskSender", ".*Test(\\$.*)?"}))
  static class Parts {
    @Bean
    MutableClock clock() {
      return new MutableClock(NOON, ZoneOffset.UTC);
    }

    @Bean
    ConsumedQueues consumed() {
      return Set::of;
    }

    @Bean
    Facts facts() {
      return new Facts();
    }

    @Bean
    Told told() {
      return new Told();
    }
  }

  /** The journey, as lines. */
  static final class Told implements Journey {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void add(String orderId, String stage, String event, String text) {
      lines.add(orderId + " " + event + ": " + text);
    }
  }

  private final ConfigurableApplicationContext context;
  private final Path home;
  final List<Throwable> failures = new ArrayList<>();

  Bench(Path home, String... properties) throws Exception {
    this.home = home;
    List<String> arguments = new ArrayList<>(List.of(properties));
    arguments.add("--quayside.home=" + home);
    arguments.add("--quayside.company.id=default");
    arguments.add("--quayside.company.name=Quayside Trading");
    arguments.add("--spring.main.register-shutdown-hook=false");
    this.context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .run(arguments.toArray(String[]::new));
    CamelContext camel = context.getBean(CamelContext.class);
    for (String file : List.of("shared/policies", "outbound/sftp-out")) {
      Path path = Path.of("routes", file + ".camel.yaml");
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(ResourceHelper.fromBytes(path.toString(), Files.readAllBytes(path)));
    }
  }

  /** Empties everything but the partners; the clock goes on. */
  void reset() throws IOException {
    Database database = bean(Database.class);
    database.inTransaction(
        () -> {
          database.write().sql("PRAGMA defer_foreign_keys = on").update();
          database
              .write()
              .sql(
                  """
                  SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                  AND name NOT LIKE 'flyway%' AND name NOT LIKE '%partner%'
                  AND name NOT LIKE '%channel%'""")
              .query(String.class)
              .list()
              .forEach(table -> database.write().sql("DELETE FROM " + table).update());
        });
    failures.clear();
    journey().clear();
    if (Files.isDirectory(home.resolve("outbox"))) {
      TestHub.delete(home.resolve("outbox"));
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Facts facts() {
    return bean(Facts.class);
  }

  List<String> journey() {
    return bean(Told.class).lines;
  }

  Documents documents() {
    return bean(Documents.class);
  }

  /** Acme, with its channels and whatever else the test wants to be agreed. */
  void acme(String more) {
    bean(Partners.class).save("acme", PARTNER + more, "test", null);
  }

  /** A system of ours that takes accepted orders into its folder. */
  void system(String id, String export) {
    String file =
        "id: %1$s\nname: %1$s\nidentifiers: [{scheme: idoc, value: %1$s}]\nchannels: {out: folder}\nexport: %2$s\n";
    bean(Partners.class).save(id, file.formatted(id, export), "test", null);
  }

  /** Something that came in; the id of its receipt. */
  String receive(byte[] bytes) {
    String key = "test/" + bean(io.quayside.work.Ids.class).next();
    return bean(Receipts.class)
        .receive(new Receipts.Arrival("folder", "folder", null, key, "x.edi", bytes, false))
        .receipt()
        .id();
  }

  /** Records one incoming document, as intake does. */
  String incoming(String receiptId, String type, String group, long from, long to, boolean test) {
    return bean(Database.class)
        .inTransaction(
            () ->
                documents()
                    .add(
                        new Documents.NewDocument(
                            "in",
                            type,
                            AnswerFormat.word(type),
                            "acme",
                            "folder",
                            receiptId,
                            null,
                            null,
                            "000000905",
                            group,
                            "0001",
                            null,
                            "004010",
                            from,
                            to,
                            null,
                            "x.edi",
                            test,
                            "accepted",
                            "received",
                            "none",
                            null,
                            null,
                            null))
                    .orElseThrow());
  }

  /** Puts a message into the outbox, as those who ask for work do. */
  void send(String queue, Object body) {
    Outbox.Message message = bean(Messages.class).command(queue, null, body);
    bean(Database.class).inTransaction(() -> bean(Outbox.class).send(message));
  }

  /** Moves the clock and does what is due then. */
  void advance(Duration duration) {
    bean(MutableClock.class).advance(duration);
    await().until(() -> count("SELECT count(*) FROM timer WHERE due_at <= :now") == 0);
    work();
  }

  /** Hands out messages until there are none. */
  void work() {
    List<Row> rows = ready();
    while (!rows.isEmpty()) {
      rows.forEach(this::hand);
      rows = ready();
    }
  }

  private record Row(String id, String queue, String body) {}

  private List<Row> ready() {
    return bean(Database.class)
        .read()
        .sql(
            """
            SELECT id, queue, body FROM outbox WHERE state = 'ready' AND next_attempt_at <= :now
            AND queue <> 'intake.open' ORDER BY id""")
        .param("now", now())
        .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private void hand(Row row) {
    try {
      switch (row.queue()) {
        case Commands.ACKNOWLEDGE ->
            bean(AcknowledgeInterchange.class)
                .acknowledge(read(row, Commands.Acknowledge.class), row.id());
        case Commands.CONFIRM ->
            bean(ConfirmOrder.class).confirm(read(row, Commands.Confirm.class), row.id());
        case Commands.EXPORT ->
            bean(ExportOrder.class).export(read(row, Commands.Export.class), row.id());
        case Commands.ANNOUNCE ->
            bean(AnnounceShipment.class).announce(read(row, Commands.Announce.class), row.id());
        case Commands.INVOICE ->
            bean(SendInvoice.class).send(read(row, Commands.SendInvoice.class), row.id());
        case Commands.PURCHASE_ORDER ->
            bean(SendPurchaseOrder.class)
                .send(read(row, Commands.SendPurchaseOrder.class), row.id());
        case Commands.DELIVER ->
            bean(DeliverDocument.class).deliver(read(row, Commands.Deliver.class), row.id());
        case Commands.MATCH ->
            bean(MatchAcknowledgment.class).match(read(row, Commands.Match.class), row.id());
        default -> throw new IllegalStateException("nobody takes " + row.queue());
      }
    } catch (RuntimeException | IOException e) {
      failures.add(e);
      bean(Database.class)
          .write()
          .sql("UPDATE outbox SET state = 'dead' WHERE id = :id")
          .param("id", row.id())
          .update();
    }
  }

  private <T> T read(Row row, Class<T> type) throws IOException {
    return bean(ObjectMapper.class).readValue(row.body(), type);
  }

  long count(String sql) {
    return bean(Database.class).read().sql(sql).param("now", now()).query(Long.class).single();
  }

  private long now() {
    return Columns.micros(bean(MutableClock.class).instant());
  }

  /** What we sent, oldest first; test documents too. */
  List<Document> sent(String type) {
    List<Document> all = new ArrayList<>();
    for (boolean test : List.of(false, true)) {
      all.addAll(
          documents()
              .list(
                  new Documents.Query(
                      "out", type, null, null, null, null, null, null, null, test, 0, 500))
              .items());
    }
    all.sort(Comparator.comparing(Document::id));
    return all;
  }

  Document only(String type) {
    List<Document> all = sent(type);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " of " + type + ": " + failures);
    }
    return all.get(0);
  }

  List<Problems.Problem> problems() {
    return bean(Problems.class)
        .list(new Problems.Query(null, null, null, true, null, 0, 100))
        .items();
  }

  /** Names of the files in Acme's folder. */
  List<String> folder() throws IOException {
    return folder("acme");
  }

  /** The names in a partner's folder. */
  List<String> folder(String partner) throws IOException {
    Path folder = home.resolve("outbox").resolve(partner);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
