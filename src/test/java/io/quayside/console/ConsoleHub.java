package io.quayside.console;

import io.quayside.TestHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One hub for all tests of the console and the API, and the ways to call it. */
public final class ConsoleHub {

  public static final String PASSWORD = "a-good-password";
  public static final int LIMIT = 200_000;
  public static final String SHOP_SECRET = "whsec_c2hvcCBzZWNyZXQgZm9yIHRlc3Rz";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static TestHub hub;
  private static Receiver receiver;

  private ConsoleHub() {}

  /** The hub, started at the first call; it ends with the tests. Packing waits for a person. */
  public static synchronized TestHub hub() {
    if (hub == null) {
      receiver = new Receiver();
      hub =
          TestHub.builder()
              .property("quayside.admin.password", PASSWORD)
              .property("quayside.intake.max-size", LIMIT + "B")
              .property("quayside.endpoints.inventory.confirm", "manual")
              .property("SHOP_SECRET", SHOP_SECRET)
              .property("quayside.callbacks.allowed-hosts", "localhost")
              .property("quayside.callbacks.ports", String.valueOf(receiver.port()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(ConsoleHub::close));
    }
    return hub;
  }

  private static void close() {
    hub.close();
    receiver.close();
  }

  /** Where the hub may call partners. */
  public static Receiver receiver() {
    hub();
    return receiver;
  }

  public static URI uri(String path) {
    return URI.create("http://localhost:" + hub().port() + path);
  }

  /** A call of the API; {@code token} null: none is sent. Header names and values alternate. */
  public static HttpResponse<String> api(
      String method, String path, String token, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(HttpClient.newHttpClient(), request.build());
  }

  public static HttpResponse<String> api(String method, String path, String body) {
    return api(
        method,
        path,
        TestHub.API_TOKEN,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A browser without scripts: keeps cookies, follows no redirect, sends the CSRF token. */
  public static final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    public static Visitor signedIn(String name, String password) {
      Visitor visitor = new Visitor();
      HttpResponse<String> answer = visitor.signIn(name, password);
      if (answer.statusCode() != 302 || location(answer).contains("/login")) {
        throw new AssertionError("Not signed in: " + answer.statusCode() + " " + location(answer));
      }
      return visitor;
    }

    public HttpResponse<String> signIn(String name, String password) {
      return post("/login", Map.of("username", name, "password", password));
    }

    public HttpResponse<String> get(String path) {
      return send(client, HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
      Map<String, String> all = new LinkedHashMap<>(form);
      all.put("_csrf", csrf());
      return postWithoutToken(path, all);
    }

    HttpResponse<String> postWithoutToken(String path, Map<String, String> form) {
      String body =
          form.entrySet().stream()
              .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return send(
          client,
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "text/html")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build());
    }

    String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("QUAYSIDE"))
          .map(cookie -> cookie.getValue())
          .findFirst()
          .orElse("");
    }

    private String csrf() {
      String page = get("/account").body();
      Matcher found = CSRF.matcher(page.isEmpty() ? get("/login").body() : page);
      return found.find() ? found.group(1) : "";
    }
  }

  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
