package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.document.Documents.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder with an in.850.edi: what came in, and exactly the acknowledgments it gets. */
class AcknowledgmentConversationTest {
  @TempDir static Path home;
  private static Bench bench;

  @BeforeAll
  static void start() throws Exception {
    bench = new Bench(home);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void empty() throws IOException {
    bench.reset();
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(Golden.CASES)) {
      return files
          .filter(file -> file.getFileName().toString().equals("in.850.edi"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAcknowledgmentsAreTheGoldenOnes(Path folder) throws Exception {
    bench.acme(agreed(folder));
    byte[] bytes = Files.readAllBytes(folder.resolve("in.850.edi"));
    acknowledge(bench.receive(bytes), bytes, null);

    assertThat(bench.failures).isEmpty();
    for (String type : List.of("997", "TA1")) {
      Path golden = folder.resolve("out." + type + ".edi");
      List<String> expected = Files.exists(golden) ? List.of(text(golden)) : List.of();
      List<String> actual = new ArrayList<>();
      for (Document document : bench.sent(type)) {
        byte[] written = bench.documents().bytes(document.id());
        actual.add(String.join("~\n", Golden.segments(written)));
        assertThat(Independent.faults(written)).isEmpty();
        assertThat(document.delivery()).isEqualTo("delivered");
        assertThat(document.acknowledgment()).isEqualTo("none");
      }
      assertThat(actual).as(type).isEqualTo(expected);
    }
  }

  @Test
  void anExactResendGetsItsStored997AgainAndNoNewNumber() throws Exception {
    Path folder = Golden.CASES.resolve("997-accepted");
    bench.acme(agreed(folder));
    byte[] bytes = Files.readAllBytes(folder.resolve("in.850.edi"));
    String first = bench.receive(bytes);
    acknowledge(first, bytes, null);
    Document stored = bench.only("997");
    byte[] written = bench.documents().bytes(stored.id());
    for (String name : bench.folder()) {
      Files.delete(home.resolve("outbox/acme").resolve(name));
    }

    acknowledge(bench.receive(bytes), bytes, first);

    assertThat(bench.only("997").attempts()).isEqualTo(2);
    assertThat(bench.folder()).containsExactly(stored.fileName());
    assertThat(home.resolve("outbox/acme").resolve(stored.fileName())).hasBinaryContent(written);
  }

  @Test
  void theSetsOfAGroupAreMarkedAsAcknowledged() throws Exception {
    Path folder = Golden.CASES.resolve("997-accepted");
    bench.acme(agreed(folder));
    byte[] bytes = Files.readAllBytes(folder.resolve("in.850.edi"));
    String receipt = bench.receive(bytes);
    String mine = bench.incoming(receipt, "850", "77", 200, 300, false);
    String other = bench.incoming(receipt, "850", "78", 300, 400, false);
    acknowledge(receipt, bytes, null);

    assertThat(bench.documents().find(mine).orElseThrow().acknowledgment()).isEqualTo("sent");
    assertThat(bench.documents().find(other).orElseThrow().acknowledgment()).isEqualTo("none");
  }

  private static String agreed(Path folder) {
    return Golden.text(folder.resolve("partner.yaml"))
        .lines()
        .filter(line -> line.startsWith("channels") || line.startsWith("agreement"))
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static void acknowledge(String receipt, byte[] bytes, String duplicateOf) {
    bench.send(
        Commands.ACKNOWLEDGE,
        new Commands.Acknowledge(receipt, 0, bytes.length, duplicateOf != null, duplicateOf));
    bench.work();
  }

  private static String text(Path golden) throws IOException {
    return String.join("~\n", Golden.segments(Files.readAllBytes(golden)));
  }
}
