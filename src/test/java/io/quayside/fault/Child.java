package io.quayside.fault;

import static org.awaitility.Awaitility.await;

import io.quayside.TestHub;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real hub in a process of its own, to be killed. What it logs stands in {@code hub.log}. */
final class Child {

  private final Path home;
  private final Path log;
  private final List<String> options;
  private Process process;
  private Site site;

  /** With the home {@code hub/} below the directory. */
  Child(Path directory, List<String> options) {
    this.home = directory.resolve("hub");
    this.log = directory.resolve("hub.log");
    this.options = options;
  }

  Path home() {
    return home;
  }

  Site site() {
    return site;
  }

  /** Starts the hub; gives it back when it answers. */
  Site start() throws IOException {
    launch();
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(this::answers);
    return site;
  }

  /** Starts the hub and does not wait for it. */
  void launch() throws IOException {
    int port = freePort();
    site = new Site(port, home);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.quayside.Launcher");
    command.addAll(List.of("serve", "--server.port=" + port, "--quayside.home=" + home));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QUAYSIDE_API_TOKEN", TestHub.API_TOKEN);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(
          "The hub ended with " + process.exitValue() + ":\n" + Files.readString(log));
    }
    try {
      site.call("GET", "/actuator/health", "application/json", "");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets it run on for so long. */
  void run(Duration time) throws InterruptedException, IOException {
    if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("The hub ended by itself:\n" + Files.readString(log));
    }
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** {@code kill -15}: true when it has ended within the time. */
  boolean stop(Duration within) throws InterruptedException {
    process.destroy();
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }
}
