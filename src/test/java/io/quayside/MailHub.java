package io.quayside;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.quayside.document.Documents;
import io.quayside.document.Documents.Document;
import io.quayside.work.Problems;
import io.quayside.work.Problems.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One hub and one mail server for all tests of mail, and the ways to use them. */
public final class MailHub {

  public static final String US = "orders@ours.example";
  public static final String PROOF =
      "Authentication-Results: mx.ours.example; dmarc=pass header.from=acme.example\n";

  private static final String PARTNER =
      """
      id: acme
      name: Acme Inc
      identifiers:
        - {scheme: x12, qualifier: "ZZ", value: ACMEEDI}
        - {scheme: email, value: "@acme.example"}
      we: {scheme: x12, qualifier: "ZZ", value: QUAYSIDE}
      channels:
        out: {kind: folder}
      locations:
        "0042":
          name: Acme Store 42
          address: {lines: [1 Main St], city: Springfield, region: IL, postalCode: "62701", country: US}
      """;

  /** What is open in its orders is asked without a person. */
  private static final String ASKED =
      """
      id: borealis
      name: Borealis Oy
      identifiers: [{scheme: email, value: "@borealis.example"}]
      channels: {out: folder}
      extraction: {mode: thresholds, ask: true}
      """;

  private static MailServer server;
  private static TestHub hub;
  private static int number = 500;

  private MailHub() {}

  /** Started at the first call; both end with the tests. */
  public static synchronized TestHub hub() {
    if (hub == null) {
      // A refused certificate ends a thread of the mail server: no matter of who waits meanwhile.
      Awaitility.doNotCatchUncaughtExceptionsByDefault();
      server = MailServer.start();
      server.user("jane@acme.example");
      server.user("joe@borealis.example");
      hub =
          TestHub.builder()
              .property("ORDERS_PASSWORD", "secret")
              .property("WRONG_PASSWORD", "hunter2")
              .property("quayside.intake.mail-max-size", "300KB")
              .property("quayside.company.name", "Our Company")
              .property("quayside.mail.host", "127.0.0.1")
              .property("quayside.mail.port", server.smtp())
              .property("quayside.mail.security", "none")
              .property("quayside.mail.from", US)
              .file("routes/partners/acme.partner.yaml", PARTNER)
              .file("routes/partners/borealis.partner.yaml", ASKED)
              .file("routes/channels/orders.channel.yaml", channel("orders", server.imap()))
              .file(
                  "routes/channels/refused.channel.yaml",
                  channel("refused", server.imap()).replace("ORDERS_PASSWORD", "WRONG_PASSWORD"))
              .file(
                  "routes/channels/unsafe.channel.yaml",
                  channel("unsafe", server.imaps())
                      .replace("security: none", "security: tls")
                      .replace("300ms", "1h"))
              .start();
      call(
          "/inventory/items",
          "text/csv",
          "sku,description,unit,onHand,price,currency\nW-001,Widget,EA,1000,12.50,USD\n");
      Runtime.getRuntime().addShutdownHook(new Thread(hub::close));
    }
    return hub;
  }

  public static MailServer server() {
    hub();
    return server;
  }

  private static String channel(String id, int port) {
    return """
    id: %s
    kind: email
    host: 127.0.0.1
    port: %d
    security: none
    user: orders@ours.example
    passwordEnv: ORDERS_PASSWORD
    authserv: mx.ours.example
    poll: 300ms
    """
        .formatted(id, port);
  }

  /** Sends something to the API as the admin. */
  public static void call(String path, String type, String body) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://localhost:" + hub.port() + "/api" + path))
                      .header("Authorization", "Bearer " + TestHub.API_TOKEN)
                      .header("Content-Type", type)
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a mail to us and waits until it is filed and all that follows is done. */
  public static void receive(String subject, String mail) {
    server().send(US, mail);
    await().atMost(20, SECONDS).until(() -> server.subjects(US, "Processed").contains(subject));
    hub.awaitIdle();
  }

  public static String attached(String subject, String name, String content) {
    return """
    From: Jane Roe <jane@acme.example>
    To: orders@ours.example
    Subject: %s
    Message-ID: <%s@acme.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=b1

    --b1
    Content-Type: text/plain

    Our order is attached.
    --b1
    Content-Type: application/octet-stream; name="%s"
    Content-Disposition: attachment; filename="%s"

    %s
    --b1--
    """
        .formatted(subject, subject, name, name, content);
  }

  /** An 850 with the next control number. */
  public static String order(String po) {
    int control = ++number;
    String nine = "%09d".formatted(control);
    return String.join(
        "\n",
        "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*1000*U*00401*"
            + nine
            + "*0*P*>~",
        "GS*PO*ACMEEDI*QUAYSIDE*20261123*1000*" + control + "*X*004010~",
        "ST*850*0001~",
        "BEG*00*SA*" + po + "**20261120~",
        "N1*ST*Acme Store 42*92*0042~",
        "PO1*10*5*EA*12.5**VN*W-001~",
        "CTT*1~",
        "SE*6*0001~",
        "GE*1*" + control + "~",
        "IEA*1*" + nine + "~");
  }

  /** Documents of a direction and type, newest first; reference null: any. */
  public static List<Document> documents(String direction, String type, String reference) {
    return hub()
        .bean(Documents.class)
        .list(
            new Documents.Query(
                direction, type, null, null, null, null, null, null, null, false, 0, 500))
        .items()
        .stream()
        .filter(document -> reference == null || reference.equals(document.reference()))
        .toList();
  }

  /** Open problems, newest first. */
  public static Stream<Problem> problems() {
    return hub()
        .bean(Problems.class)
        .list(new Problems.Query(null, null, null, true, false, 0, 100))
        .items()
        .stream();
  }

  /** Closes all problems but those of channels. */
  public static void tidy() {
    problems()
        .filter(one -> !one.key().startsWith("channel/re") && !one.key().startsWith("channel/un"))
        .forEach(one -> hub().bean(Problems.class).close(one.id(), "test", "done"));
  }
}
