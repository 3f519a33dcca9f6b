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

  private static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("quayside.corpus")))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
