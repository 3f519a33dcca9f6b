package bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One connection, kept as long as the hub keeps it, which calls as a shop does and signs by
 * Standard Webhooks.
 */
final class WebhookCalls implements AutoCloseable {

  private static final byte[] KEY =
      "a secret of the bench, 32 bytes.".getBytes(StandardCharsets.UTF_8);
  static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

  /** What came back. */
  record Answer(int status, String body) {}

  private final int port;
  private final Mac mac;
  private Socket socket;
  private InputStream in;

  WebhookCalls(int port) throws IOException, GeneralSecurityException {
    this.port = port;
    connect();
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
  }

  private void connect() throws IOException {
    socket = new Socket("localhost", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** A signed order; {@code id} is the message's. */
  Answer post(String path, String id, String body) throws IOException {
    String time = String.valueOf(System.currentTimeMillis() / 1000);
    String signed = id + "." + time + "." + body;
    String signature =
        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    return call(
        "POST " + path,
        "Content-Type: application/json\r\nwebhook-id: %s\r\nwebhook-timestamp: %s\r\nwebhook-signature: v1,%s\r\nContent-Length: %d\r\n"
            .formatted(id, time, signature, body.getBytes(StandardCharsets.UTF_8).length),
        body);
  }

  Answer get(String path) throws IOException {
    return call("GET " + path, "", "");
  }

  private Answer call(String what, String headers, String body) throws IOException {
    String request = what + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().substring(9, 12));
    int length = -1;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String name = header.toLowerCase();
      if (name.startsWith("content-length:")) {
        length = Integer.parseInt(name.substring(15).strip());
      }
      chunked |= name.startsWith("transfer-encoding: chunked");
      last |= name.startsWith("connection: close");
    }
    Answer answer = new Answer(status, chunked ? chunks() : text(Math.max(0, length)));
    if (last) {
      socket.close();
      connect();
    }
    return answer;
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the hub closed the connection");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
