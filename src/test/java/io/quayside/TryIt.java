package io.quayside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./mvnw spring-boot:test-run}: the hub with embedded broker and database, an SFTP and a
 * mail server beside it, which sends itself a handful of orders by SFTP, mail, the folder and the
 * API. Endpoints confirm by themselves.
 */
public final class TryIt {

  private static final Path HOME = Path.of("target/try-it").toAbsolutePath();

  private final String token = random();
  private final String password = random();
  private final HttpClient http = HttpClient.newHttpClient();
  private String api;

  private TryIt() {}

  /** Starts everything; further arguments are Spring Boot's. */
  public static void main(String[] arguments) throws Exception {
    new TryIt().run(arguments);
  }

  private void run(String[] arguments) throws Exception {
    FileSystemUtils.deleteRecursively(HOME);
    PartnerSftpServer sftp = PartnerSftpServer.start(HOME.resolve("partner-sftp"));
    MailServer mail = MailServer.start();
    Launcher.harden();
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("logging.config", "classpath:logback-spring.xml"),
            Map.entry("quayside.home", HOME.resolve("hub").toString()),
            Map.entry("quayside.company.name", "Our Company (try it)"),
            Map.entry("quayside.company.address.lines", "1 Quay Road"),
            Map.entry("quayside.company.address.city", "Springfield"),
            Map.entry("quayside.company.address.region", "IL"),
            Map.entry("quayside.company.address.postal-code", "62701"),
            Map.entry("quayside.company.address.country", "US"),
            Map.entry("quayside.endpoints.inventory.confirm", "automatic"),
            Map.entry("quayside.endpoints.supplier.confirm", "automatic"),
            Map.entry("quayside.endpoints.accounting.confirm", "automatic"),
            Map.entry("quayside.endpoints.carrier.confirm", "automatic"),
            Map.entry("quayside.mail.host", "127.0.0.1"),
            Map.entry("quayside.mail.port", String.valueOf(mail.smtp())),
            Map.entry("quayside.mail.security", "none"),
            Map.entry("quayside.mail.from", "orders@ours.example"),
            Map.entry("TRY_IT_MAIL_PASSWORD", "secret"),
            Map.entry("quayside.api.token", token),
            Map.entry("quayside.admin.password", password));
    Stream<String> own =
        settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
    ConfigurableApplicationContext hub =
        SpringApplication.run(
            QuaysideApplication.class,
            Stream.concat(own, Stream.of(arguments)).toArray(String[]::new));
    String site = "http://localhost:" + port(hub.getEnvironment());
    api = site + "/api";
    send(
        "PUT",
        "/partners/initech",
        "application/yaml",
        sftp.fillIn(sample("partners/initech.partner.yaml")));
    send(
        "PUT",
        "/partners/northwind",
        "application/yaml",
        sample("partners/northwind.partner.yaml"));
    send(
        "PUT",
        "/partners/contoso",
        "application/yaml",
        sample("partners/contoso.partner.yaml").replace("port: 0", "port: " + mail.imap()));
    send("POST", "/inventory/items", "text/csv", sample("items.csv"));
    Path inbox = HOME.resolve("hub/inbox");
    drop(inbox, "acme-two-orders.850.edi");
    drop(inbox, "unknown-sender.850.edi");
    drop(sftp.directory("out"), "initech.850.edi");
    mail.send("orders@ours.example", sample("order.eml"));
    send("POST", "/messages", "application/edi-x12", sample("initech-test.850.edi"));
    send("POST", "/orders", "application/json", sample("counter-order.json"));
    announce(site);
  }

  private static String port(Environment environment) {
    return environment.getProperty("local.server.port");
  }

  private void send(String method, String path, String contentType, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          method + " " + path + " answered " + response.statusCode() + ": " + response.body());
    }
  }

  /** Moves a sample into a directory the way a partner should: under another name first. */
  private static void drop(Path directory, String sample) throws IOException {
    Path whole = Files.writeString(HOME.resolve(sample), sample(sample));
    Files.move(
        whole, Files.createDirectories(directory).resolve(sample), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String sample(String name) throws IOException {
    try (var in = TryIt.class.getResourceAsStream("/try-it/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String random() {
    byte[] bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void announce(String site) {
    System.out.printf(
        """

        Quayside is running with example data.

          console    %s   user admin, password %s
          API        %s/api   Authorization: Bearer %s
          inbox      %s
          answers    %s

        Move an 850 into the inbox to see it arrive. Stop with Ctrl-C; the next start begins afresh.

        """,
        site, password, site, token, HOME.resolve("hub/inbox"), HOME.resolve("hub/outbox"));
  }
}
