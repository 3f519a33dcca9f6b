package bench;

import java.io.IOException;
import java.net.ServerSocket;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jar in a process of its own, on a free port and with a home of its own. */
final class Hub implements AutoCloseable {

  /** Names the secret that a partner of the bench signs with. */
  static final String WEBHOOK_SECRET = "BENCH_WEBHOOK_SECRET";

  private static final long READY_SECONDS = 120;

  private final Path home;
  private final int port;
  private final String token = UUID.randomUUID().toString();
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private Hub(Path jar, Path home, Path recording) throws IOException {
    this.home = home;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (recording != null) {
      command.add(
          "-XX:StartFlightRecording=settings=profile,filename=" + recording.toAbsolutePath());
    }
    command.addAll(List.of("-Xmx1g", "-jar", jar.toAbsolutePath().toString(), "serve"));
    command.addAll(List.of("--server.port=" + port, "--quayside.home=" + home));
    for (String endpoint : List.of("inventory", "supplier", "accounting", "carrier")) {
      command.add("--quayside.endpoints." + endpoint + ".confirm=automatic");
    }
    command.add("--" + WEBHOOK_SECRET + "=" + WebhookCalls.SECRET);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QUAYSIDE_API_TOKEN", token);
    builder.directory(home.toFile());
    builder.redirectOutput(home.resolve("hub.log").toFile());
    this.process = builder.start();
  }

  /** Starts the jar and waits until it says that it is ready. */
  static Hub start(Path jar, Path home, Path recording) throws IOException, InterruptedException {
    Hub hub = new Hub(jar, home, recording);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!hub.ready()) {
      if (!hub.process.isAlive() || System.nanoTime() > end) {
        hub.close();
        throw new IOException("The hub did not start: look at " + home.resolve("hub.log"));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return hub;
  }

  private boolean ready() throws InterruptedException {
    try {
      return call("GET", "/actuator/health", "application/json", "").contains("UP");
    } catch (IOException e) {
      return false;
    }
  }

  String call(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + response.statusCode() + response.body());
    }
    return response.body();
  }

  /** Writes a file beside the inbox, to be moved into it. */
  Path prepare(int number) throws IOException {
    Path ready = Files.createDirectories(home.resolve("ready"));
    return Files.writeString(
        ready.resolve("po-%06d.850".formatted(number)),
        PurchaseOrders.x12(number),
        StandardCharsets.ISO_8859_1);
  }

  void drop(Path prepared) throws IOException {
    Path inbox = home.resolve("inbox").resolve(prepared.getFileName().toString());
    Files.move(prepared, inbox, StandardCopyOption.ATOMIC_MOVE);
  }

  Path answers() throws IOException {
    return Files.createDirectories(home.resolve("outbox/acme"));
  }

  long answerCount() throws IOException {
    String[] names = answers().toFile().list();
    return Stream.of(names).filter(name -> !name.startsWith(".")).count();
  }

  int port() {
    return port;
  }

  /** Processor time of the hub since its start, which other work on the machine hardly changes. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends the process. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
