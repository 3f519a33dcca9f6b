package io.quayside.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred orders while the hub's process is killed again and again: nothing is lost and nothing
 * is doubled. The seed of a failed run is in its output; {@code -Dkill.seed} plays it again.
 */
class KillTest {

  private static final int ORDERS = 100;
  private static final int STOCK = 10_000;
  private static final int KILLS = 4;
  private static final List<String> OPTIONS =
      List.of(
          "--quayside.endpoints.inventory.confirm=automatic",
          "--quayside.endpoints.supplier.confirm=automatic",
          "--quayside.endpoints.accounting.confirm=automatic",
          "--quayside.endpoints.carrier.confirm=automatic",
          "--quayside.delivery.lease=2s");

  /** What is on its way, in any table; empty when the hub is at rest. */
  private static final String MOVING =
      """
      SELECT 'message ' || queue || ' ' || state || ' ' || coalesce(last_error, '') FROM outbox
      WHERE state <> 'done'
      UNION ALL SELECT 'receipt ' || id || ' ' || state FROM receipt WHERE state <> 'done'
      UNION ALL SELECT type || ' ' || delivery FROM document
      WHERE direction = 'out' AND delivery <> 'delivered'
      UNION ALL SELECT 'order ' || po_number || ' ' || status FROM orders WHERE status <> 'delivered'
      UNION ALL SELECT 'pick ' || status FROM inventory_pick WHERE closed_at IS NULL
      UNION ALL SELECT 'consignment ' || status FROM carrier_consignment WHERE status <> 'delivered'
      UNION ALL SELECT 'alarm ' || timer_key FROM timer WHERE timer_key LIKE 'deliver%'
      """;

  @TempDir Path directory;
  private Child hub;

  @Test
  void killedAgainAndAgainTheHubAnswersEveryOrderOnce() throws Exception {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    Random random = new Random(seed);
    System.out.println("kill.seed=" + seed);
    hub = new Child(directory, OPTIONS);
    try {
      Site site = hub.start();
      site.call("POST", "/api/inventory/items", "text/csv", Orders850.items(STOCK));
      for (int i = 1; i <= ORDERS; i++) {
        site.drop("order-%03d.850".formatted(i), Orders850.order(i));
      }
      for (int answers : moments(random)) {
        awaitAnswers(answers);
        hub.run(Duration.ofMillis(random.nextInt(200)));
        hub.kill();
        if (random.nextInt(3) == 0) {
          hub.launch();
          hub.run(Duration.ofMillis(random.nextInt(6_000)));
          hub.kill();
        }
        hub.start();
      }
      await()
          .atMost(Duration.ofSeconds(180))
          .pollInterval(Duration.ofMillis(250))
          .untilAsserted(() -> assertThat(rows(MOVING)).isEmpty());
      assertThat(hub.site().openProblems()).isEmpty();
      everyOrderIsThereOnce();
      everyOrderIsAnsweredOnce();
      theStockIsWhatWasNotShipped();
      assertThat(hub.stop(Duration.ofSeconds(30))).as("stopped in time").isTrue();
      assertThat(rows(MOVING)).isEmpty();
      nothingLiesAbout();
    } finally {
      hub.kill();
    }
  }

  /** At how many delivered answers it is killed. */
  private static List<Integer> moments(Random random) {
    int apart = ORDERS * 4 / KILLS;
    return IntStream.range(0, KILLS)
        .mapToObj(i -> i * apart + 5 + random.nextInt(apart - 20))
        .toList();
  }

  private void awaitAnswers(int count) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> delivered() >= count);
  }

  private long delivered() {
    String[] names = hub.home().resolve("outbox/acme").toFile().list();
    return names == null ? 0 : Stream.of(names).filter(name -> !name.startsWith(".")).count();
  }

  private List<Path> files(String folder) throws Exception {
    Path all = hub.home().resolve(folder);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(all)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private List<String> rows(String query) throws Exception {
    try (Connection database =
            DriverManager.getConnection(
                "jdbc:sqlite:" + hub.home().resolve("quayside.db") + "?open_mode=1");
        Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  private void everyOrderIsThereOnce() throws Exception {
    assertThat(hub.site().get("/api/orders?size=1").get("total").asInt()).isEqualTo(ORDERS);
    for (int number = 1; number <= ORDERS; number++) {
      JsonNode order = hub.site().order(Orders850.po(number));
      assertThat(order.get("status").asText() + " " + order.get("invoiceStatus").asText())
          .isEqualTo("delivered invoiced");
      assertThat(order.get("lines")).hasSize(Orders850.LINES);
      for (int line = 1; line <= Orders850.LINES; line++) {
        JsonNode ledger = order.get("lines").get(line - 1);
        String wanted = String.valueOf(Orders850.quantity(number, line));
        for (String sum : List.of("ordered", "accepted", "shipped", "invoiced")) {
          assertThat(ledger.get(sum).asText()).as(sum).isEqualTo(wanted);
        }
        for (String none :
            List.of("open", "backordered", "rejected", "cancelled", "returned", "credited")) {
          assertThat(ledger.get(none).asText()).as(none).isEqualTo("0");
        }
      }
    }
  }

  private void everyOrderIsAnsweredOnce() throws Exception {
    List<Edi> answers = hub.site().answers("acme");
    Map<String, List<Edi>> byType =
        answers.stream()
            .collect(Collectors.groupingBy(Edi::type, TreeMap::new, Collectors.toList()));
    List<String> pos = IntStream.rangeClosed(1, ORDERS).mapToObj(Orders850::po).toList();
    assertThat(byType).containsOnlyKeys("810", "855", "856", "997");
    for (String type : List.of("855", "856", "810")) {
      assertThat(byType.get(type))
          .as(type)
          .extracting(Edi::po)
          .containsExactlyInAnyOrderElementsOf(pos);
    }
    assertThat(byType.get("997"))
        .extracting(edi -> Integer.valueOf(edi.first("AK1").get(2)))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ORDERS).boxed().toList());
    assertThat(answers).extracting(Edi::controlNumber).doesNotHaveDuplicates();
    assertThat(byType.get("856"))
        .extracting(edi -> edi.first("BSN").get(2))
        .doesNotHaveDuplicates();
    assertThat(byType.get("810"))
        .extracting(edi -> edi.first("BIG").get(2))
        .doesNotHaveDuplicates();
    for (Edi invoice : byType.get("810")) {
      int number = Integer.parseInt(invoice.po().substring(3));
      assertThat(invoice.first("TDS").get(1)).as(invoice.po()).isEqualTo(cents(number));
    }
  }

  private static String cents(int number) {
    return String.valueOf(
        IntStream.rangeClosed(1, Orders850.LINES)
            .map(line -> Orders850.quantity(number, line) * (line * 100 + 50))
            .sum());
  }

  private void theStockIsWhatWasNotShipped() throws Exception {
    Function<Integer, Integer> shipped =
        line -> IntStream.rangeClosed(1, ORDERS).map(n -> Orders850.quantity(n, line)).sum();
    List<String> wanted =
        IntStream.rangeClosed(1, Orders850.LINES)
            .mapToObj(line -> "W-%03d %d 0".formatted(line, STOCK - shipped.apply(line)))
            .toList();
    assertThat(
            rows(
                "SELECT sku || ' ' || on_hand || ' ' || reserved FROM inventory_stock"
                    + " WHERE test = 0 ORDER BY sku"))
        .isEqualTo(wanted);
  }

  private void nothingLiesAbout() throws Exception {
    assertThat(files("inbox")).isEmpty();
    assertThat(files("archive")).hasSize(ORDERS);
    assertThat(files("outbox")).hasSize(ORDERS * 4);
  }
}
