package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read and written again is the same to the byte, or what was received differs from it only
 * in a way that has a name: {@link Normalisation}.
 */
class WrittenAgainTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  static Stream<SetSamplesTest.Sample> samples() throws IOException {
    return SetSamplesTest.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsWrittenAgainToTheByte(SetSamplesTest.Sample sample) {
    assertThat(differences(sample.bytes(), sample.toString())).isEmpty();
  }

  @Test
  void theProjectsOwnInterchangesAreWrittenAgainToTheByteUnlessTheyAreCutOff() throws IOException {
    int read = 0;
    for (Path file : files(Path.of("src/test/resources"))) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".edi")) {
        Set<Normalisation> differences = differences(bytes, file.toString());
        differences.remove(Normalisation.CUT_OFF);
        assertThat(differences).as("%s", file).isEmpty();
        read++;
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void repetitionsReleasesAndEmptyEndsAreKept() {
    String message =
        Messages.message("1", "ORDERS:D:96A:UN", List.of("BGM+220+?+1*2+9", "GIR+3+A:B*C::+++"));
    String una = "UNA:+,? ;" + Messages.interchange("UNOC:3", "1", message).replace('\'', ';');
    String x12 =
        Documents.interchange(Documents.set("850", "0001", List.of("CTX*PO>1^LINE*N1***", "Z>9**")))
            .replace("*U*00401*", "*^*00501*");

    for (String text : List.of(Messages.interchange("UNOC:4", "1", message), una, x12)) {
      assertThat(differences(Documents.bytes(text), text)).isEmpty();
    }
  }

  /** {@code -Dquayside.corpus=FOLDER} */
  @Test
  @EnabledIfSystemProperty(named = "quayside.corpus", matches = ".+")
  void everyInterchangeOfAFolderIsWrittenAgain() throws IOException {
    SoftAssertions all = new SoftAssertions();
    int same = 0;
    int normalised = 0;
    for (Path file : files(Path.of(System.getProperty("quayside.corpus")))) {
      byte[] bytes = Files.readAllBytes(file);
      if (EdiReader.looksLikeEdi(bytes)) {
        all.assertThatCode(() -> differences(bytes, file.toString())).doesNotThrowAnyException();
        boolean equal = all.wasSuccess() && differences(bytes, file.toString()).isEmpty();
        same += equal ? 1 : 0;
        normalised += equal ? 0 : 1;
      }
    }
    System.out.printf("written again: %d to the byte, %d normalised%n", same, normalised);
    all.assertAll();
  }

  /** The normalisations that it takes; fails when they do not suffice. */
  private Set<Normalisation> differences(byte[] file, String name) {
    Set<Normalisation> needed = EnumSet.noneOf(Normalisation.class);
    for (Interchange interchange : reader.read(file).interchanges()) {
      String suffix = suffix(file, interchange);
      byte[] written = WrittenAgain.of(file, interchange, suffix);
      int length = written.length - suffix.length();
      String again = new String(written, 0, length, StandardCharsets.ISO_8859_1);
      byte[] received =
          Arrays.copyOfRange(file, interchange.startOffset(), interchange.endOffset());
      String expected = new String(received, StandardCharsets.ISO_8859_1);
      for (Normalisation next : Normalisation.values()) {
        if (expected.equals(again)) {
          break;
        }
        String normal = next.apply(expected, interchange, suffix);
        if (!normal.equals(expected)) {
          needed.add(next);
          expected = normal;
        }
      }
      assertThat(again).as("%s %s", name, needed).isEqualTo(expected);
    }
    return needed;
  }

  /** The line end after the header: a partner's file says whether there shall be one. */
  private static String suffix(byte[] file, Interchange interchange) {
    Segment header = interchange.header();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String terminator = interchange.delimiters().segment();
    int data = header.position().byteOffset() + header.toString().length();
    int at = Math.max(data, text.indexOf(terminator, data)) + terminator.length();
    int end = at;
    while (end < file.length && (file[end] == '\r' || file[end] == '\n')) {
      end++;
    }
    return text.substring(at, end);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
