package io.quayside.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.work.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/**
 * Each folder with an in.850.edi or in.ORDERS.edi: what came in, and exactly the acknowledgments it
 * gets.
 */
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
          .filter(file -> file.getFileName().toString().matches("in.(850|ORDERS).edi"))
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
    Path in = folder.resolve("in.ORDERS.edi");
    byte[] bytes = Files.readAllBytes(Files.exists(in) ? in : folder.resolve("in.850.edi"));
    acknowledge(bench.receive(bytes), bytes, null);

    assertThat(bench.failures).isEmpty();
    for (String type : List.of("997", "TA1", "CONTRL")) {
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
  void anExactResendGetsItsStoredContrlAgainOrIsToldThatItCameBefore() throws Exception {
    Path folder = Golden.CASES.resolve("contrl-asked-for");
    bench.acme(agreed(folder));
    byte[] bytes = Files.readAllBytes(folder.resolve("in.ORDERS.edi"));
    String first = bench.receive(bytes);
    acknowledge(first, bytes, null);
    acknowledge(bench.receive(bytes), bytes, first);
    assertThat(bench.only("CONTRL").attempts()).isEqualTo(2);

    bench.acme(agreed(folder) + "edifact: {onResend: contrl-duplicate}\n");
    acknowledge(bench.receive(bytes), bytes, first);

    byte[] told = bench.documents().bytes(bench.sent("CONTRL").get(1).id());
    assertThat(Golden.segments(told))
        .contains("UCI+905+5412345000013:14+4012345000009:14+4+26+UNB+6");
  }

  @Test
  void aPartnersContrlIsMatchedByInterchangeAndMessage() {
    bench.acme(Bench.FOLDER + "edifact: {ackRequested: 1}\n");
    String ours = ours("42", "1");
    String other = ours("42", "2");
    String elsewhere = ours("43", "1");

    control("UCI+42+4012345000009:14+5412345000013:14+7'UCM+1+ORDRSP:D:96A:UN+4'UCS+3+15'", 5);

    Document rejected = bench.documents().find(ours).orElseThrow();
    assertThat(rejected.acknowledgment()).isEqualTo("rejected");
    assertThat(bench.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.documentId()).isEqualTo(ours);
              assertThat(problem.text()).contains("Segment 3: it is not supported here.");
            });
    assertThat(bench.documents().find(other).orElseThrow().acknowledgment()).isEqualTo("accepted");
    assertThat(bench.documents().find(elsewhere).orElseThrow().acknowledgment())
        .isEqualTo("awaited");

    control("UCI+43+4012345000009:14+5412345000013:14+8'", 3);
    String unknown = control("UCI+99+4012345000009:14+5412345000013:14+7'", 3);

    assertThat(bench.documents().find(elsewhere).orElseThrow().acknowledgment())
        .isEqualTo("awaited");
    assertThat(bench.documents().find(unknown).orElseThrow().findings())
        .contains("UCI 99 matches no interchange that we sent to acme.");
  }

  private static String ours(String interchange, String message) {
    return bench
        .bean(Database.class)
        .inTransaction(
            () ->
                bench
                    .documents()
                    .add(
                        new Documents.NewDocument(
                            "out",
                            "ORDRSP",
                            "edifact",
                            "acme",
                            "acme/out",
                            null,
                            "ORDRSP/" + interchange + "/" + message,
                            "4500000042",
                            interchange,
                            null,
                            message,
                            null,
                            "D:96A:UN",
                            0,
                            3,
                            "UNB".getBytes(StandardCharsets.US_ASCII),
                            "x.edi",
                            false,
                            "accepted",
                            "delivered",
                            "awaited",
                            null,
                            null,
                            null))
                    .orElseThrow());
  }

  private static String control(String body, int segments) {
    byte[] bytes =
        ("UNB+UNOC:3+5412345000013:14+4012345000009:14+261122:1000+7'UNH+1+CONTRL:D:3:UN'"
                + body
                + "UNT+%d+1'UNZ+1+7'".formatted(segments))
            .getBytes(StandardCharsets.US_ASCII);
    String id = bench.incoming(bench.receive(bytes), "CONTRL", null, 0, bytes.length, false);
    bench.send(Commands.MATCH, new Commands.Match(id, false));
    bench.work();
    assertThat(bench.failures).isEmpty();
    return id;
  }

  @Test
  void theSetsOfAGroupAreMarkedAsAcknowledged() throws Exception {
    Path folder = Golden.CASES.resolve("997-accepted");
    bench.acme(agreed(folder));
    byte[] bytes = Files.readAllBytes(folder.resolve("in.850.edi"));
    String receipt = bench.receive(bytes);
    int set = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ST*");
    String mine = bench.incoming(receipt, "850", "77", set, set + 100, false);
    String other = bench.incoming(receipt, "850", "77", set + 100, set + 200, false);
    acknowledge(receipt, bytes, null);

    assertThat(bench.documents().find(mine).orElseThrow().acknowledgment()).isEqualTo("sent");
    assertThat(bench.documents().find(other).orElseThrow().acknowledgment()).isEqualTo("none");
  }

  @Test
  void twoGroupsOfOneNumberAreAnsweredEach() throws Exception {
    Path folder = Golden.CASES.resolve("997-accepted");
    bench.acme(agreed(folder));
    String one = Files.readString(folder.resolve("in.850.edi"));
    String group = one.substring(one.indexOf("GS*"), one.indexOf("IEA*"));
    byte[] bytes = one.replace(group, group + group).replace("IEA*1*", "IEA*2*").getBytes(US_ASCII);
    acknowledge(bench.receive(bytes), bytes, null);

    assertThat(bench.failures).isEmpty();
    assertThat(bench.sent("997"))
        .extracting(sent -> Golden.segments(bench.documents().bytes(sent.id())))
        .satisfiesExactly(
            first -> assertThat(first).contains("AK1*PO*77", "AK9*A*2*2*2"),
            second -> assertThat(second).contains("AK1*PO*77", "AK9*E*2*2*2*6"));
  }

  private static String agreed(Path folder) {
    return Golden.text(folder.resolve("partner.yaml"))
        .lines()
        .filter(
            line ->
                line.startsWith("channels")
                    || line.startsWith("edifact")
                    || line.startsWith("agreement"))
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static void acknowledge(String receipt, byte[] bytes, String duplicateOf) {
    bench.send(
        Commands.ACKNOWLEDGE,
        new Commands.Acknowledge(receipt, 0, bytes.length, duplicateOf != null, duplicateOf, null));
    bench.work();
  }

  private static String text(Path golden) throws IOException {
    return String.join("~\n", Golden.segments(Files.readAllBytes(golden)));
  }
}
