package io.quayside.console;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.intake.Templates;
import io.quayside.intake.extract.SampleOrders;
import io.quayside.ops.Audit;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders as PDF and text through the running hub: looked at by a person, or on their own. */
class ReviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INPUT =
      Pattern.compile("<input name=\"(/[^\"]+)\" value=\"([^\"]*)\"");
  private static ConsoleHub.Visitor admin;

  @BeforeAll
  static void partners() {
    admin = ConsoleHub.Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    partner("papers", "");
    partner("trusted", "extraction: {mode: thresholds, threshold: 0.88}\n");
  }

  private static void partner(String id, String more) {
    String file =
        """
        id: %s
        name: Sends papers
        identifiers: [{scheme: webhook, value: %s}]
        channels: {in: [{kind: webhook, signature: none}], out: folder}
        %s"""
            .formatted(id, id, more);
    api(
        "PUT",
        "/api/partners/" + id,
        TestHub.API_TOKEN,
        file.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/yaml");
  }

  @Test
  void anOrderAsPdfIsLookedAtMendedAndApproved() throws Exception {
    send("papers", SampleOrders.pdf("acme-us", "PDF-4711"));
    JsonNode problem = problem("PDF-4711");
    assertThat(problem.at("/kind").asText()).isEqualTo("order-review");
    assertThat(total("PDF-4711")).isZero();
    String path = "/documents/" + problem.at("/document").asText() + "/review";
    String page = admin.get(path).body();
    assertThat(page).contains("Acme Store 42", "data-where=\"page 1 (");
    assertThat(admin.get(path + "/pages/1.png").statusCode()).isEqualTo(200);
    assertThat(admin.get(path + "/pages/9.png").statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(admin.get(path + "/pages").body()).at("/pages/0/words"))
        .anySatisfy(word -> assertThat(word.at("/text").asText()).isEqualTo("PDF-4711"));
    assertThat(admin.get(path + "/value?kind=date&text=05.11.2026&dayFirst=true").body())
        .isEqualTo("2026-11-05");
    Map<String, String> form = form(page);
    assertThat(form).containsEntry("/lines/0/quantity", "100");
    form.put("/lines/0/quantity", "90");
    assertThat(admin.post(path, form).statusCode()).isEqualTo(302);
    JsonNode order = order("PDF-4711");
    assertThat(order.at("/lines/0/ordered").asText()).isEqualTo("90");
    assertThat(order.at("/lines/1/ordered").asText()).isEqualTo("5");
    assertThat(order.at("/order/shipTo/address/city").asText()).isEqualTo("Springfield");
    assertThat(order.at("/documents/0/validity").asText()).isEqualTo("accepted");
  }

  @Test
  void aRejectedPaperIsKeptAndMakesNoOrder() throws Exception {
    send("papers", SampleOrders.pdf("falke-de", "PDF-4712"));
    String id = problem("PDF-4712").at("/document").asText();
    String path = "/documents/" + id + "/review";
    admin.post(path + "/reject", Map.of("reason", ""));
    assertThat(admin.get(path).body()).contains("Approve");
    admin.post(path + "/reject", Map.of("reason", "it is a quotation"));
    ConsoleHub.hub().awaitIdle();
    assertThat(total("PDF-4712")).isZero();
    assertThat(admin.get("/documents/" + id).body()).contains("it is a quotation");
  }

  @Test
  void aTextThatIsSureEnoughGoesOnByItselfWhereThePartnerFileSaysSo() throws Exception {
    send("trusted", SampleOrders.text("norte-es", "TXT-4713"));
    JsonNode order = order("TXT-4713");
    assertThat(order.at("/lines/0/ordered").asText()).isEqualTo("2000");
    assertThat(order.at("/order/source/format").asText()).isEqualTo("text");
  }

  @Test
  void whatWasLearnedIsShownSwitchedOffAndDeleted() {
    Templates templates = ConsoleHub.hub().bean(Templates.class);
    templates.save("papers", "pdf-0123abcd", "layout: pdf-0123abcd\nheadings: [<qty>]\n", "jane");
    templates.used("papers", "pdf-0123abcd");
    templates.judged("papers", "pdf-0123abcd", true, false);
    assertThat(admin.get("/partners/papers").body())
        .contains("Learned layouts", "pdf-0123abcd", "used 1, right 0, wrong 1", "WRONG OF LATE");
    String path = "/partners/papers/templates/pdf-0123abcd";
    assertThat(admin.get(path).body())
        .contains("headings: [&lt;qty&gt;]", "Wrong of late.", "by jane", "Switch off");
    assertThat(admin.post(path, Map.of("to", "off")).statusCode()).isEqualTo(302);
    assertThat(admin.get(path).body()).contains("Switch on", "OFF");
    assertThat(admin.post(path, Map.of("to", "delete")).statusCode()).isEqualTo(302);
    assertThat(admin.get(path).statusCode()).isEqualTo(404);
    assertThat(admin.get("/partners/papers").body()).doesNotContain("pdf-0123abcd");
    assertThat(ConsoleHub.hub().bean(Audit.class).latest("partner/papers", 9))
        .extracting(Audit.Entry::action)
        .contains("template-off", "template-delete");
  }

  private static Map<String, String> form(String page) {
    Map<String, String> form = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(page);
    while (input.find()) {
      form.put(input.group(1), input.group(2).replace("&amp;", "&"));
    }
    return form;
  }

  private static void send(String partner, byte[] bytes) {
    HttpResponse<String> answer = api("POST", "/webhooks/" + partner, null, bytes);
    assertThat(answer.statusCode()).isEqualTo(202);
    ConsoleHub.hub().awaitIdle();
  }

  private static int total(String number) throws Exception {
    return get("/api/orders?po=" + number).at("/total").asInt();
  }

  private static JsonNode order(String number) throws Exception {
    ConsoleHub.hub().awaitIdle();
    JsonNode found = get("/api/orders?po=" + number);
    assertThat(found.at("/total").asInt()).as(number).isEqualTo(1);
    return get("/api/orders/" + found.at("/items/0/id").asText());
  }

  private static JsonNode problem(String words) throws Exception {
    JsonNode items = get("/api/exceptions?size=200").get("items");
    for (JsonNode item : items) {
      if (item.at("/title").asText().contains(words)) {
        return item;
      }
    }
    throw new AssertionError("no exception says " + words + " in " + items);
  }

  private static JsonNode get(String path) throws Exception {
    return JSON.readTree(api("GET", path, null).body());
  }
}
