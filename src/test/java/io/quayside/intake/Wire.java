package io.quayside.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server that can be listened to and cut, and that can keep a word from the client. */
final class Wire implements AutoCloseable {

  private final ServerSocket near =
      new ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final StringBuffer said = new StringBuffer();
  private final int far;
  private final String kept;

  /**
   * To a server on this machine.
   *
   * @param kept what of the server's words never arrives
   */
  Wire(int far, String kept) throws IOException {
    this.far = far;
    this.kept = kept;
    daemon(this::accept);
  }

  int port() {
    return near.getLocalPort();
  }

  /** Has the client sent this command? */
  boolean heard(String command) {
    return said.toString().matches("(?s).*\\w+ " + command + "\\r\\n.*");
  }

  /** All lines are lost at once. */
  void cut() {
    sockets.forEach(Wire::close);
    sockets.clear();
  }

  private void accept() throws IOException {
    while (!near.isClosed()) {
      Socket client = near.accept();
      Socket server = new Socket("127.0.0.1", far);
      sockets.addAll(List.of(client, server));
      daemon(() -> pass(client, server, true));
      daemon(() -> pass(server, client, false));
    }
  }

  private void pass(Socket from, Socket to, boolean client) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[65_536];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
      if (client) {
        said.append(text);
      } else if (!kept.isEmpty()) {
        text = text.replace(kept, "");
      }
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    close(to);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException cut) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
    cut();
  }
}
