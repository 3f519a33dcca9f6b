package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.TestHub;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Calls made up from the OpenAPI file, right ones and wrong ones, against every operation: whatever
 * comes, the answer is one that is described, never a 500, and tells nothing of the inside.
 */
class GeneratedCallsTest {

  private static final int ROUNDS = Integer.getInteger("quayside.calls", 6);
  private static final long SEED = Long.getLong("quayside.seed", 20261124L);

  /** What is made here, so that other tests of the same hub keep their partner. */
  private static final String OURS = "generated";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat (io|org|java|com)\\.|Exception\\b|SQL|SELECT |io\\.quayside|org\\.spring|jackson|/work/|/tmp/");
  private static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "none",
          "0",
          "-1",
          "99999999999999999999",
          "1e400",
          "NaN",
          "null",
          "true",
          "' OR 1=1 --",
          "%",
          "_",
          "../../etc/passwd",
          "a/b",
          "<script>alert(1)</script>",
          "${7*7}",
          "{{x}}",
          "\u0000",
          "\ud83d\ude80 ümläut",
          "2026-02-30",
          "x".repeat(5000));

  private final Random random = new Random(SEED);

  @Test
  void noCallIsAnsweredByAFaultOfOurs() throws IOException {
    Set<String> wrong = new LinkedHashSet<>();
    int calls = 0;
    for (Map.Entry<String, JsonNode> path : ApiSchemas.DOCUMENT.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        for (int i = 0; i < ROUNDS && !operation.getKey().equals("parameters"); i++) {
          call(path.getKey(), path.getValue(), operation.getKey(), operation.getValue(), wrong);
          calls++;
        }
      }
    }
    assertThat(calls).isGreaterThan(40 * ROUNDS);
    assertThat(wrong).isEmpty();
  }

  private void call(
      String path, JsonNode shared, String method, JsonNode operation, Set<String> wrong)
      throws IOException {
    String address = address(path, parameters(shared, operation));
    byte[] body = operation.has("requestBody") ? body(operation.get("requestBody")) : null;
    HttpResponse<String> answer = api(method.toUpperCase(), address, TestHub.API_TOKEN, body);
    String said =
        method
            + " "
            + address
            + " "
            + text(body)
            + ": "
            + answer.statusCode()
            + " "
            + answer.body();
    int status = answer.statusCode();
    boolean known =
        status >= 400 && status < 500
            || operation.path("responses").has(String.valueOf(status)) && status != 500;
    if (!known || status >= 400 && INSIDE.matcher(answer.body()).find()) {
      wrong.add(said);
    }
    if (status >= 400 && !isRefusedByTheServer(answer) && !isProblem(answer)) {
      wrong.add("no problem detail: " + said);
    }
  }

  /** What is no HTTP, such as %00 in a path, is refused before the hub sees it. */
  private static boolean isRefusedByTheServer(HttpResponse<String> answer) {
    return answer.statusCode() == 400
        && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  private static boolean isProblem(HttpResponse<String> answer) throws IOException {
    return answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json")
        && JSON.readTree(answer.body()).path("status").asInt() == answer.statusCode();
  }

  private static List<JsonNode> parameters(JsonNode shared, JsonNode operation) {
    List<JsonNode> all = new ArrayList<>();
    shared.path("parameters").forEach(one -> all.add(ApiSchemas.followed(one)));
    operation.path("parameters").forEach(one -> all.add(ApiSchemas.followed(one)));
    return all;
  }

  private String address(String path, List<JsonNode> parameters) {
    String address = path;
    List<String> query = new ArrayList<>();
    for (JsonNode one : parameters) {
      String name = one.get("name").asText();
      String value = URLEncoder.encode(word(one.path("schema")), StandardCharsets.UTF_8);
      if (one.get("in").asText().equals("path")) {
        address = address.replace("{" + name + "}", value.isEmpty() ? "none" : value);
      } else if (one.get("in").asText().equals("query") && random.nextBoolean()) {
        query.add(name + "=" + value);
      }
    }
    return query.isEmpty() ? address : address + "?" + String.join("&", query);
  }

  private byte[] body(JsonNode request) throws IOException {
    JsonNode json = request.at("/content/application~1json");
    if (json.isMissingNode() || random.nextInt(6) == 0) {
      return strange().getBytes(StandardCharsets.UTF_8);
    }
    JsonNode value =
        random.nextBoolean() && json.has("example")
            ? spoilt(json.get("example").deepCopy())
            : made(json.get("schema"), 0);
    return JSON.writeValueAsString(value)
        .replaceAll("acme|van-mailbox", OURS)
        .replace("ACMEEDI", "GENERATED")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The example with one value replaced. */
  private JsonNode spoilt(JsonNode value) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      return object.set(name, spoilt(object.get(name)));
    }
    if (value instanceof ArrayNode array && !array.isEmpty()) {
      int i = random.nextInt(array.size());
      array.set(i, spoilt(array.get(i)));
      return array;
    }
    return random.nextInt(3) == 0 ? any() : JsonNodeFactory.instance.textNode(strange());
  }

  /** A value as the schema says, with something strange here and there. */
  private JsonNode made(JsonNode schema, int depth) {
    JsonNode known = ApiSchemas.followed(schema);
    if (depth > 6 || random.nextInt(25) == 0) {
      return any();
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (known.has(choice)) {
        return made(known.get(choice).get(random.nextInt(known.get(choice).size())), depth);
      }
    }
    String type = type(known);
    if (type.equals("object")) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      known
          .path("properties")
          .properties()
          .forEach(
              property -> {
                boolean needed = known.path("required").toString().contains(property.getKey());
                if (needed || random.nextInt(3) == 0) {
                  object.set(property.getKey(), made(property.getValue(), depth + 1));
                }
              });
      return object;
    }
    if (type.equals("array")) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int i = random.nextInt(3); i >= 0; i--) {
        array.add(made(known.path("items"), depth + 1));
      }
      return array;
    }
    return switch (type) {
      case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
      case "integer" -> JsonNodeFactory.instance.numberNode(random.nextInt(100) - 20);
      case "null" -> JsonNodeFactory.instance.nullNode();
      default -> JsonNodeFactory.instance.textNode(word(known));
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    String named = type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText();
    return named.isEmpty() && schema.has("properties") ? "object" : named;
  }

  private String word(JsonNode given) {
    JsonNode schema = ApiSchemas.followed(given);
    if (random.nextInt(4) == 0) {
      return strange();
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asText();
    }
    if (schema.path("pattern").asText().contains("\\d")) {
      return random.nextInt(500) + (random.nextBoolean() ? ".5" : "");
    }
    return switch (schema.path("format").asText() + schema.path("type").asText()) {
      case "datestring" -> "2026-12-0" + (1 + random.nextInt(9));
      case "date-timestring" -> "2026-12-01T10:00:00Z";
      case "integer" -> String.valueOf(random.nextInt(60));
      case "boolean" -> String.valueOf(random.nextBoolean());
      default -> List.of(OURS, "10", "GEN-1", "EA", "USD").get(random.nextInt(5));
    };
  }

  private JsonNode any() {
    return switch (random.nextInt(6)) {
      case 0 -> JsonNodeFactory.instance.nullNode();
      case 1 -> JsonNodeFactory.instance.numberNode(-1.5);
      case 2 -> JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.nullNode());
      case 3 -> JsonNodeFactory.instance.objectNode().put("unknown", "x");
      case 4 -> JsonNodeFactory.instance.booleanNode(true);
      default -> JsonNodeFactory.instance.textNode(strange());
    };
  }

  private String strange() {
    return STRANGE.get(random.nextInt(STRANGE.size()));
  }

  private static String text(byte[] body) {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
