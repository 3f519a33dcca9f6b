package io.quayside.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mappings/queues/asyncapi.yaml} names the queues of the routes, the right way round. */
class AsyncApiTest {

  private static final Path FOLDER = Path.of("mappings/queues");
  private static final Set<String> FOR_ANYBODY = Set.of("order.received", "order.events");
  private static final JsonNode DOCUMENT = document();

  private static JsonNode document() {
    try {
      return new YAMLMapper().readTree(FOLDER.resolve("asyncapi.yaml").toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a test twin is consumed of is a command to an endpoint: the hub sends it. */
  @Test
  void theHubSendsWhatHasATestTwinAndReceivesWhatIsAnswered() throws IOException {
    Set<String> consumed = consumed();
    Set<String> sent = new TreeSet<>();
    consumed.stream()
        .filter(queue -> queue.startsWith("test."))
        .forEach(queue -> sent.add(queue.substring("test.".length())));
    Set<String> received = described();
    received.removeAll(sent);
    assertThat(consumed).containsAll(received);
    assertThat(operations("receive")).isEqualTo(received);
    sent.addAll(FOR_ANYBODY);
    assertThat(operations("send")).isEqualTo(sent);
  }

  @Test
  void eachQueueHasItsSchemaAndEachSchemaItsQueue() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Map.Entry<String, JsonNode> message : DOCUMENT.at("/components/messages").properties()) {
      JsonNode schema = message.getValue().at("/payload/schema/$ref");
      if (!schema.isMissingNode()) {
        assertThat(FOLDER.resolve(schema.asText()).normalize()).isRegularFile();
      }
      if (!FOR_ANYBODY.contains(message.getKey())) {
        assertThat(schema.asText()).isEqualTo(message.getKey() + ".schema.json");
        named.add(message.getKey());
      }
    }
    assertThat(named).isEqualTo(described());
  }

  @Test
  void everyReferenceInsideLeadsSomewhereAndEachChannelIsItsAddress() {
    assertThat(DOCUMENT.get("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(DOCUMENT.findValuesAsText("$ref"))
        .filteredOn(ref -> ref.startsWith("#"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    DOCUMENT
        .get("channels")
        .properties()
        .forEach(
            channel ->
                assertThat(channel.getValue().get("address").asText()).isEqualTo(channel.getKey()));
  }

  private static Set<String> operations(String action) {
    Set<String> channels = new TreeSet<>();
    for (JsonNode operation : DOCUMENT.get("operations")) {
      if (operation.get("action").asText().equals(action)) {
        channels.add(operation.at("/channel/$ref").asText().replace("#/channels/", ""));
      }
    }
    return channels;
  }

  private static Set<String> described() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".schema.json"))
          .map(name -> name.replace(".schema.json", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> consumed() throws IOException {
    Set<String> queues = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("routes"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".camel.yaml")).toList()) {
        Matcher from = Pattern.compile("uri: jms:queue:(\\S+)").matcher(Files.readString(file));
        while (from.find()) {
          queues.add(from.group(1));
        }
      }
    }
    return queues;
  }
}
