package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Reads every file of a folder of real documents: {@code -Dquayside.corpus=FOLDER}. */
@EnabledIfSystemProperty(named = "quayside.corpus", matches = ".+")
class CorpusTest {
  @Test
  void everyFileIsReadAndAnswered() throws Exception {
    EdiReader reader = new EdiReader(TestSchemas.all());
    for (Path file : files()) {
      EdiFile read = reader.read(Files.readAllBytes(file));
      assertThat(read.interchanges().isEmpty() && read.findings().isEmpty())
          .as("%s", file)
          .isFalse();
      for (Interchange interchange : read.interchanges()) {
        Acknowledgments.ta1(interchange);
        for (FunctionalGroup group : interchange.groups()) {
          assertThat(Acknowledgments.functional997(interchange, group)).as("%s", file).isNotEmpty();
          for (TransactionSet set : group.sets()) {
            new SetXml().write(set, new SetXmlTest.Printer());
          }
        }
      }
    }
  }

  /**
   * {@code name.source.txt} and the {@code name.997.expected.txt} that another program answered.
   */
  @Test
  void groupsSetsAndCountsAreNamedAsOtherProgramsDo() throws Exception {
    EdiReader reader = new EdiReader(TestSchemas.all());
    for (Path expected : files()) {
      String name = expected.toString();
      Path source = Path.of(name.replaceFirst("\\.99[79]\\.expected\\.txt$", ".source.txt"));
      if (!source.equals(expected) && Files.exists(source)) {
        List<String> theirs =
            names(
                reader.read(Files.readAllBytes(expected)).interchanges().stream()
                    .flatMap(interchange -> interchange.groups().stream())
                    .flatMap(group -> group.sets().stream())
                    .flatMap(set -> set.segments().stream())
                    .map(Segment::toString));
        List<String> ours =
            names(
                reader.read(Files.readAllBytes(source)).interchanges().stream()
                    .flatMap(
                        interchange ->
                            interchange.groups().stream()
                                .flatMap(
                                    group ->
                                        Acknowledgments.functional997(interchange, group).stream()))
                    .map(OutSegment::toString));
        assertThat(ours).as(name).isNotEmpty().isEqualTo(theirs);
      }
    }
  }

  /** AK1 and AK2 whole, of AK9 the counts declared and received. */
  private static List<String> names(Stream<String> segments) {
    return segments
        .filter(segment -> segment.matches("AK[129]\\*.*"))
        .map(segment -> segment.replaceFirst("AK9\\*.\\*(\\d+\\*\\d+).*", "AK9*$1"))
        .map(segment -> segment.replaceAll("\\*+$", ""))
        .toList();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("quayside.corpus")))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
