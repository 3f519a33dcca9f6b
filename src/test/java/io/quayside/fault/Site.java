package io.quayside.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A hub from the outside: its API, its inbox and its outbox. */
record Site(int port, Path home) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static Site of(TestHub hub) {
    return new Site(hub.port(), hub.home());
  }

  JsonNode get(String path) throws IOException {
    return JSON.readTree(call("GET", path, "application/json", ""));
  }

  String call(String method, String path, String type, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + TestHub.API_TOKEN)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The one order with this purchase order number, whole. */
  JsonNode order(String po) throws IOException {
    JsonNode found = get("/api/orders?po=" + po);
    if (found.get("total").asInt() != 1) {
      throw new AssertionError("orders with PO " + po + ": " + found);
    }
    return get("/api/orders/" + found.get("items").get(0).get("id").asText());
  }

  List<JsonNode> openProblems() throws IOException {
    return JSON.convertValue(
        get("/api/exceptions?open=true&size=200").get("items"),
        JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
  }

  /** Moves a whole file into the inbox. */
  void drop(String name, String content) throws IOException {
    Path written = Files.writeString(home.resolve(name), content, StandardCharsets.ISO_8859_1);
    Path inbox = Files.createDirectories(home.resolve("inbox"));
    Files.move(written, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Everything that was delivered to the partner, by file name; what is still written is hidden.
   */
  List<Edi> answers(String partner) throws IOException {
    Path outbox = home.resolve("outbox").resolve(partner);
    if (!Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .map(Edi::read)
          .toList();
    }
  }
}
