package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of src/test/resources/edi: a received file, and the TA1 and 997 worked out by hand.
 */
class AnsweredFilesTest {
  private final EdiReader reader = new EdiReader(TestSchemas.all());

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> paths = Files.list(Path.of("src/test/resources/edi"))) {
      return paths.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theAnswerIsTheOneWorkedOutByHand(Path folder) throws IOException {
    EdiFile file = reader.read(Files.readAllBytes(folder.resolve("01-in.850.edi")));

    List<String> answer = new ArrayList<>();
    for (Interchange interchange : file.interchanges()) {
      Acknowledgments.ta1(interchange).ifPresent(ta1 -> answer.add(line(ta1)));
      for (FunctionalGroup group : interchange.groups()) {
        Acknowledgments.functional997(interchange, group).forEach(each -> answer.add(line(each)));
      }
    }

    assertThat(answer).isEqualTo(Files.readAllLines(folder.resolve("02-out.txt")));
  }

  private static String line(OutSegment segment) {
    return segment.toString().replaceAll("\\*+$", "");
  }
}
