package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.edi.EdiFile;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Smooks is the oracle: for the same file and document the compiled bindings make the same order,
 * with the same findings, evidence and list of unused values.
 */
class CompiledMappingTest {
  private static final String ACME = "partners/acme/850-to-order.xml";
  private static final Shape SHAPE = new OrderSchema(Samples.FILES).contract().shape();
  private static final SmooksMappings SMOOKS = new SmooksMappings(Samples.FILES);
  private static final MappingEngine ENGINE = new MappingEngine(Samples.FILES);

  @AfterAll
  static void close() {
    SMOOKS.close();
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rich", "split", "odd", "orders", "grocery"})
  void anOrderIsTheSameAsWithSmooks(String name) {
    TransactionSet set = sets(Samples.read(name + ".edi")).get(0);

    assertSame(set, null);
    if (set.type().equals("850")) {
      assertSame(set, ACME);
    }
    assertThat(compiled(set, null).evidence()).isNotEmpty();
  }

  @Test
  void damagedOrdersAreTheSameAsWithSmooks() {
    Random random = new Random(850);
    List<String> originals = List.of(Samples.text("rich.edi"), Samples.text("odd.edi"));
    int mapped = 0;
    for (int i = 0; i < 400; i++) {
      String damaged = damage(originals.get(i % 2), random);
      for (TransactionSet set : sets(Samples.readText(damaged))) {
        assertSame(set, i % 7 == 0 ? ACME : null);
        mapped++;
      }
    }
    assertThat(mapped).isGreaterThan(350);
  }

  @Test
  @EnabledIfSystemProperty(named = "quayside.corpus", matches = ".+")
  void everyOrderOfTheCorpusIsTheSameAsWithSmooks() throws IOException {
    int mapped = 0;
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("quayside.corpus")))) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        for (TransactionSet set : sets(Samples.readBytes(Files.readAllBytes(path)))) {
          if (OrderMapping.base(Samples.FILES, set.type()).isPresent()) {
            assertSame(set, null);
            mapped++;
          }
        }
      }
    }
    assertThat(mapped).isGreaterThan(10);
  }

  private static void assertSame(TransactionSet set, String overlay) {
    MappedOrder oracle =
        complete(
            MappingEngine.made(
                SMOOKS.run(
                    new SmooksSource(DocumentSource.of(set), null, new Reading(true)),
                    mapping(set),
                    overlay),
                mapping(set)));
    MappedOrder compiled = compiled(set, overlay);

    assertThat(compiled.order().toString()).isEqualTo(oracle.order().toString());
    assertThat(compiled.findings()).isEqualTo(oracle.findings());
    assertThat(compiled.unused()).isEqualTo(oracle.unused());
    assertThat(compiled.evidence()).isEqualTo(oracle.evidence());
  }

  private static MappedOrder compiled(TransactionSet set, String overlay) {
    Reading reading = new Reading(true);
    Fields order = ENGINE.run(DocumentSource.of(set), mapping(set), overlay, reading, null);
    return complete(new MappingEngine.Made(order, reading));
  }

  private static String mapping(TransactionSet set) {
    return OrderMapping.base(Samples.FILES, set.type()).orElseThrow();
  }

  private static MappedOrder complete(MappingEngine.Made made) {
    return new CanonicalOrder(SHAPE, made.reading()).complete(made.content());
  }

  private static List<TransactionSet> sets(EdiFile file) {
    return file.interchanges().stream()
        .map(Interchange::groups)
        .flatMap(List::stream)
        .map(FunctionalGroup::sets)
        .flatMap(List::stream)
        .toList();
  }

  /** Segments between BEG and SE are moved, doubled and dropped, elements take others' values. */
  private static String damage(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int first = 0;
    while (!lines.get(first).startsWith("BEG")) {
      first++;
    }
    int last = lines.size() - 3;
    for (int change = 0; change < 1 + random.nextInt(12); change++) {
      int at = first + random.nextInt(last - first);
      int other = first + random.nextInt(last - first);
      switch (random.nextInt(4)) {
        case 0 -> lines.add(at, lines.get(other));
        case 1 -> lines.set(at, lines.set(other, lines.get(at)));
        case 2 -> lines.set(at, otherValue(lines.get(at), lines.get(other), random));
        default -> lines.remove(at);
      }
      last = lines.size() - 3;
    }
    return String.join("\n", lines) + "\n";
  }

  private static String otherValue(String segment, String from, Random random) {
    String[] elements = segment.replace("~", "").split("\\*", -1);
    String[] values = from.replace("~", "").split("\\*", -1);
    if (elements.length > 1) {
      elements[1 + random.nextInt(elements.length - 1)] = values[random.nextInt(values.length)];
    }
    return String.join("*", elements) + "~";
  }
}
