package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every folder below {@code conversations/} through a hub with nothing in it, a fixed clock
 * and fresh control numbers, and compares every answer byte by byte.
 *
 * <p>A conversation is {@code conversations/<partner>/<case>/} with {@code notes.md} (what it
 * shows, how the expected answers were worked out) and its steps in the order of their numbers:
 *
 * <ul>
 *   <li>{@code 01-in.<any>}: moved into the inbox
 *   <li>{@code 02-out.<any>}: an answer expected by then, in any order among its neighbours
 *   <li>{@code 03-do.yaml}: a list of {@code advance: PT1H}, {@code drop: {name, content}} (a file
 *       of the case, by another name) and {@code call: {method, path, type, body, expect}}; {@code
 *       {order:PO}}, {@code {problem:KIND}} and {@code {pick:PO}} in a path stand for ids
 *   <li>{@code 04-check.yaml}: what must hold: {@code orders}, {@code problems}, {@code documents},
 *       {@code shown}
 * </ul>
 *
 * {@code partner.yaml} and {@code items.csv} stand in the case or in the partner's folder, {@code
 * hub.properties} in the case.
 */
class ConversationTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path ALL = Path.of("src/test/resources/conversations");

  @TestFactory
  Stream<DynamicTest> everyConversationIsAnsweredAsWorkedOutByHand() throws IOException {
    Predicate<String> only = Pattern.compile(System.getProperty("conversation", "")).asPredicate();
    try (Stream<Path> notes = Files.find(ALL, 3, (path, info) -> path.endsWith("notes.md"))) {
      return notes
          .map(Path::getParent)
          .filter(folder -> only.test(folder.toString()))
          .sorted()
          .toList()
          .stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(ALL.relativize(folder).toString(), () -> play(folder)));
    }
  }

  @AfterAll
  static void endTheSharedHub() {
    Conversation.closeShared();
  }

  private static void play(Path folder) throws Exception {
    try (Conversation conversation = Conversation.open(folder)) {
      List<Path> steps = steps(folder);
      assertThat(steps).as("steps of " + folder).isNotEmpty();
      for (int i = 0; i < steps.size(); i++) {
        Path step = steps.get(i);
        String name = step.getFileName().toString();
        if (name.contains("-in.")) {
          conversation.receive(name, Files.readAllBytes(step));
        } else if (name.contains("-do.")) {
          for (JsonNode action : YAML.readTree(step.toFile())) {
            conversation.act(action);
          }
        } else if (name.contains("-check.")) {
          conversation.check(name, YAML.readTree(step.toFile()));
        } else if (name.contains("-out.")) {
          conversation.expect(name, Files.readString(step, StandardCharsets.ISO_8859_1));
        } else {
          throw new AssertionError("Not a step: " + step);
        }
        if (i + 1 == steps.size() || !steps.get(i + 1).getFileName().toString().contains("-out.")) {
          conversation.compareAnswers();
        }
      }
    }
  }

  private static List<Path> steps(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d\\d-.*"))
          .sorted()
          .toList();
    }
  }
}
