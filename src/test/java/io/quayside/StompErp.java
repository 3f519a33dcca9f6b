package io.quayside;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** STOMP 1.2 over a bare socket, as {@code src/docs/queues.md} tells it. */
final class StompErp implements AutoCloseable {

  /** One frame, its header values unescaped. */
  record Frame(String command, Map<String, String> headers, String body) {}

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream in;

  private StompErp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  static StompErp connect(URI broker, String user, String password) throws IOException {
    StompErp erp = new StompErp(new Socket(broker.getHost(), broker.getPort()));
    erp.send(
        "CONNECT",
        Map.of("accept-version", "1.2", "host", "hub", "login", user, "passcode", password),
        "");
    Frame answer = erp.read();
    if (!answer.command().equals("CONNECTED")) {
      erp.close();
      throw new IOException(answer.toString());
    }
    return erp;
  }

  void subscribe(String destination) throws IOException {
    send(
        "SUBSCRIBE", Map.of("id", "1", "destination", destination, "ack", "client-individual"), "");
  }

  void send(String command, Map<String, String> headers, String body) throws IOException {
    StringBuilder frame = new StringBuilder(command).append('\n');
    headers.forEach((name, value) -> frame.append(name).append(':').append(value).append('\n'));
    frame.append('\n').append(body).append('\0');
    socket.getOutputStream().write(frame.toString().getBytes(StandardCharsets.UTF_8));
  }

  Frame read() throws IOException {
    String command = line();
    while (command.isEmpty()) {
      command = line();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.putIfAbsent(header.substring(0, colon), header.substring(colon + 1));
    }
    String length = headers.get("content-length");
    byte[] body = length == null ? until('\0') : in.readNBytes(Integer.parseInt(length));
    if (length != null) {
      in.read();
    }
    return new Frame(command, headers, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    return new String(until('\n'), StandardCharsets.UTF_8).strip();
  }

  private byte[] until(char end) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != end; next = in.read()) {
      if (next < 0) {
        throw new IOException("The broker closed the connection after " + bytes);
      }
      bytes.write(next);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
