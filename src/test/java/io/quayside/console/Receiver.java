package io.quayside.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner's own address: takes every call and keeps it. */
public final class Receiver {

  /** A call; names of headers in any case. */
  public record Call(String path, Map<String, String> headers, String body) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(exchange.getRequestURI().getPath(), headers, body));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://localhost:" + port() + path;
  }

  /** What came to a path, in the order of its arrival. */
  public List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  void close() {
    server.stop(0);
  }
}
