package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of src/test/resources/sets: for each set a smallest and a rich document, which have no
 * findings, and broken ones with the one finding that they must have.
 */
class SetSamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/sets");

  private final EdiReader reader = new EdiReader(TestSchemas.all());

  /**
   * @param finding level, code and place of the finding; "" for none
   */
  record Sample(
      Standard standard, String type, String version, String finding, List<String> lines) {
    @Override
    public String toString() {
      return type + " " + version + (finding.isEmpty() ? "" : ": " + finding) + " " + lines.get(0);
    }

    byte[] bytes() {
      return Documents.bytes(standard == Standard.X12 ? x12() : edifact());
    }

    private String x12() {
      String set = Documents.set(type, "0001", lines);
      return Documents.interchange(set).replace("X*004010", "X*" + version);
    }

    private String edifact() {
      return "UNB+UNOC:%s:1000+4711'UNH+1+%s:%s'%s'UNT+%d+1'UNZ+1+4711'"
          .formatted(
              version.startsWith("4")
                  ? "4+ACME:14+QUAYSIDE:14+20261120"
                  : "3+ACME:14+QUAYSIDE:14+261120",
              type,
              version,
              String.join("'", lines),
              lines.size() + 2);
    }
  }

  static Stream<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Standard standard : Standard.values()) {
      for (Path file : files(FOLDER.resolve(name(standard)))) {
        samples.addAll(samples(standard, file));
      }
    }
    return samples.stream();
  }

  private static List<Sample> samples(Standard standard, Path file) throws IOException {
    String type = file.getFileName().toString().replace(".txt", "").toUpperCase(Locale.ROOT);
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("## ")) {
        String[] head = line.split(" ", 4);
        String version = head[2].replaceFirst(":$", "");
        String finding = head.length > 3 ? head[3] : "";
        samples.add(new Sample(standard, type, version, finding, new ArrayList<>()));
      } else {
        samples.get(samples.size() - 1).lines().add(line);
      }
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleHasTheFindingThatItMustHave(Sample sample) {
    TransactionSet set = Documents.only(reader.read(sample.bytes()));

    List<String> found = set.findings().stream().map(SetSamplesTest::said).toList();
    assertThat(found).isEqualTo(sample.finding().isEmpty() ? List.of() : List.of(sample.finding()));
    assertThat(set.schema().release())
        .isEqualTo(EdiSchemas.release(sample.standard(), sample.version()));
  }

  private static String said(Finding finding) {
    int element = finding.position().element();
    return "%s %s %s%s"
        .formatted(
            finding.level(),
            finding.code(),
            finding.segment(),
            element == 0 ? "" : "%02d".formatted(element));
  }

  @Test
  void everySchemaHasSamplesThatAreRightAndOneThatIsBroken() throws IOException {
    List<Sample> samples = samples().toList();
    for (Standard standard : Standard.values()) {
      for (Path file : files(Path.of("mappings", name(standard)))) {
        String name = file.getFileName().toString();
        if (name.endsWith(".schema.xml") && !name.startsWith("dictionary")) {
          String type = name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT);
          List<Sample> own = samples.stream().filter(each -> each.type().equals(type)).toList();
          assertThat(own).as(type).anyMatch(each -> each.finding().isEmpty());
          assertThat(own).as(type).anyMatch(each -> !each.finding().isEmpty());
        }
      }
    }
  }

  private static String name(Standard standard) {
    return standard.name().toLowerCase(Locale.ROOT);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
