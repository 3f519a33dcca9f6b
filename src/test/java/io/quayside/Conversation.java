package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.work.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One conversation with a hub: what goes in, what is done, what comes out. Conversations share one
 * hub, emptied before each; one that needs other settings gets a hub of its own.
 */
final class Conversation implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(order|problem|pick|document):([^}]+)}");

  /**
   * Goods leave when a step says so, which keeps the order of the answers, and so their numbers.
   */
  private static final Map<String, String> HOUSE =
      Map.of(
          "quayside.endpoints.inventory.confirm", "manual",
          "quayside.intake.settle", "300ms",
          "quayside.company.name", "Quayside Trading",
          "quayside.company.address.lines[0]", "5 Harbour Rd",
          "quayside.company.address.city", "Portland",
          "quayside.company.address.region", "OR",
          "quayside.company.address.postal-code", "97201",
          "quayside.company.address.country", "US");

  /** What a hub keeps from one conversation to the next. */
  private static final List<String> KEPT =
      List.of("flyway_schema_history", "console_user", "api_token");

  private static TestHub shared;

  private final TestHub hub;
  private final boolean ownHub;
  private final Path folder;
  private final Path staging;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> expected = new TreeMap<>();

  private Conversation(TestHub hub, boolean ownHub, Path folder, Path staging) {
    this.hub = hub;
    this.ownHub = ownHub;
    this.folder = folder;
    this.staging = staging;
  }

  static Conversation open(Path folder) throws Exception {
    Path properties = folder.resolve("hub.properties");
    boolean own = Files.exists(properties);
    TestHub hub = own ? start(properties) : emptied();
    Conversation conversation =
        new Conversation(hub, own, folder, Files.createTempDirectory("conversation"));
    conversation.save("acme", nearest(folder, "partner.yaml"));
    Path supplier = nearest(folder, "supplier.yaml");
    if (supplier != null) {
      conversation.save("northwind", supplier);
    }
    conversation.call(
        "POST",
        "/api/inventory/items",
        "text/csv",
        Files.readString(nearest(folder, "items.csv")),
        200);
    hub.awaitIdle();
    return conversation;
  }

  private static TestHub start(Path properties) throws IOException {
    TestHub.Builder builder = TestHub.builder();
    HOUSE.forEach(builder::property);
    if (properties != null) {
      Properties values = new Properties();
      values.load(Files.newBufferedReader(properties));
      values.forEach((name, value) -> builder.property(name.toString(), value));
    }
    return emptied(builder.start());
  }

  private static TestHub emptied() throws IOException {
    if (shared == null) {
      shared = start(null);
    }
    return emptied(shared);
  }

  /** As on its first day: no row but its users, no file, the clock where it starts. */
  private static TestHub emptied(TestHub hub) throws IOException {
    clear(hub.home().resolve("inbox"));
    hub.awaitIdle();
    Database database = hub.bean(Database.class);
    database.inTransaction(
        () -> {
          database.write().sql("PRAGMA defer_foreign_keys = ON").update();
          database
              .write()
              .sql("SELECT name FROM sqlite_master WHERE type = 'table'")
              .query(String.class)
              .list()
              .stream()
              .filter(table -> !KEPT.contains(table))
              .forEach(table -> database.write().sql("DELETE FROM " + table).update());
        });
    clear(hub.home().resolve("outbox"));
    hub.clock().set(TestHub.START);
    return hub;
  }

  private static void clear(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
  }

  /** Ends the hub that conversations share. */
  static void closeShared() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  /**
   * A text that the hub has not seen, so that nothing of a conversation before stands in for it.
   */
  private void save(String partner, Path file) throws Exception {
    String text = Files.readString(file) + "\n# as of " + file + ", " + staging.getFileName();
    call("PUT", "/api/partners/" + partner, "application/yaml", text, 201);
  }

  private static Path nearest(Path folder, String name) {
    Path here = folder.resolve(name);
    Path above = folder.resolveSibling(name);
    return Files.exists(here) ? here : Files.exists(above) ? above : null;
  }

  void receive(String name, byte[] bytes) throws IOException {
    Path file = Files.write(staging.resolve("arriving"), bytes);
    Path inbox = Files.createDirectories(hub.home().resolve("inbox"));
    Files.move(file, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    hub.awaitIdle();
  }

  void act(JsonNode action) throws Exception {
    if (action.has("advance")) {
      hub.advance(Duration.parse(action.get("advance").asText()));
    } else if (action.has("drop")) {
      receive(
          action.at("/drop/name").asText(),
          Files.readAllBytes(folder.resolve(action.at("/drop/content").asText())));
      return;
    } else {
      JsonNode call = action.get("call");
      JsonNode body = call.path("body");
      String text =
          body.isMissingNode()
              ? ""
              : body.isTextual() ? body.asText() : JSON.writeValueAsString(body);
      call(
          call.get("method").asText(),
          fillIn(call.get("path").asText()),
          call.path("type").asText("application/json"),
          fillIn(text),
          call.path("expect").asInt(200));
    }
    hub.awaitIdle();
  }

  void expect(String step, String answer) {
    expected.put(step, answer);
  }

  /** The partner fetches what lies in its outbox: exactly what was expected, to the byte. */
  void compareAnswers() throws IOException {
    List<String> fetched = new ArrayList<>();
    for (Path answer : files(hub.home().resolve("outbox"))) {
      fetched.add(Files.readString(answer, StandardCharsets.ISO_8859_1));
      Files.delete(answer);
    }
    List<String> wanted = new ArrayList<>(expected.values());
    fetched.sort(null);
    wanted.sort(null);
    assertThat(String.join("\n", fetched))
        .as("answers to " + expected.keySet())
        .isEqualTo(String.join("\n", wanted));
    expected.clear();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /**
   * {@code orders: {PO: part of GET /api/orders/{id}}}, {@code problems: [{kind, text}]}, {@code
   * documents: [{type, …}]}, {@code shown: [{path, has: part of the answer}]}.
   */
  void check(String step, JsonNode facts) throws Exception {
    for (Map.Entry<String, JsonNode> order : facts.path("orders").properties()) {
      JsonNode items =
          get("/api/orders?test=" + testFlag(facts) + "&po=" + order.getKey()).get("items");
      List<JsonNode> wanted =
          order.getValue().isArray()
              ? List.copyOf(children(order.getValue()))
              : List.of(order.getValue());
      assertThat(items.size())
          .as(step + ": orders with PO " + order.getKey())
          .isEqualTo(wanted.size());
      for (int i = 0; i < wanted.size(); i++) {
        JsonNode whole = get("/api/orders/" + items.get(i).get("id").asText());
        contains(step + ": order " + order.getKey(), whole, wanted.get(i));
      }
    }
    if (facts.has("problems")) {
      JsonNode open =
          get("/api/exceptions?open=true&size=100&test=" + testFlag(facts)).get("items");
      List<String> kinds = new ArrayList<>();
      open.forEach(problem -> kinds.add(problem.get("kind").asText()));
      List<String> wanted = new ArrayList<>();
      facts.get("problems").forEach(problem -> wanted.add(problem.get("kind").asText()));
      assertThat(kinds)
          .as(step + ": open problems " + open)
          .containsExactlyInAnyOrderElementsOf(wanted);
      for (JsonNode problem : facts.get("problems")) {
        for (JsonNode words : problem.path("says")) {
          assertThat(open.toString()).as(step).contains(words.asText());
        }
      }
    }
    for (JsonNode one : facts.path("shown")) {
      String path = fillIn(one.get("path").asText());
      contains(step + ": " + path, get(path), one.get("has"));
    }
    for (JsonNode document : facts.path("documents")) {
      JsonNode found =
          get(
              "/api/documents?size=100&test="
                  + testFlag(facts)
                  + "&type="
                  + document.get("type").asText());
      assertThat(children(found.get("items")))
          .as(step + ": a document like " + document + " among " + found)
          .anySatisfy(candidate -> contains("document", candidate, document));
    }
  }

  private static String testFlag(JsonNode facts) {
    return facts.path("test").asText("false");
  }

  private static List<JsonNode> children(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  /**
   * The actual tree holds everything that the wanted one names; arrays are compared element by
   * element.
   */
  private static void contains(String place, JsonNode actual, JsonNode wanted) {
    if (wanted.isObject()) {
      wanted
          .properties()
          .forEach(
              field ->
                  contains(
                      place + "." + field.getKey(), actual.path(field.getKey()), field.getValue()));
    } else if (wanted.isArray()) {
      assertThat(actual.size()).as(place + " in " + actual).isEqualTo(wanted.size());
      for (int i = 0; i < wanted.size(); i++) {
        contains(place + "[" + i + "]", actual.get(i), wanted.get(i));
      }
    } else {
      assertThat(actual.asText()).as(place).isEqualTo(wanted.asText());
    }
  }

  private String fillIn(String text) throws Exception {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(id(matcher.group(1), matcher.group(2))));
    }
    return matcher.appendTail(filled).toString();
  }

  private String id(String what, String which) throws Exception {
    JsonNode page =
        switch (what) {
          case "order" -> get("/api/orders?po=" + which);
          case "problem" -> get("/api/exceptions?open=true&kind=" + which);
          case "document" -> get("/api/documents?type=" + which);
          default -> get("/api/shipping?size=100");
        };
    JsonNode found =
        children(page.get("items")).stream()
            .filter(item -> !what.equals("pick") || item.get("poNumber").asText().equals(which))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no " + what + " for " + which));
    return found.get(what.equals("pick") ? "requestId" : "id").asText();
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(call("GET", path, "application/json", "", 200));
  }

  private String call(String method, String path, String type, String body, int status)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + hub.port() + path))
            .header("Authorization", "Bearer " + TestHub.API_TOKEN)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode())
        .as(method + " " + path + ": " + response.body())
        .isEqualTo(status);
    return response.body();
  }

  @Override
  public void close() {
    TestHub.delete(staging);
    if (ownHub) {
      hub.close();
    }
  }
}
