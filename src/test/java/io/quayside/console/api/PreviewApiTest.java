package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.console.ConsoleHub;
import io.quayside.work.Database;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** 10 of an item of which 4 are there, and one that nobody knows. */
  private static final String ORDER =
      """
      ISA*00*          *00*          *ZZ*%s        *ZZ*QUAYSIDE       *261123*1000*U*00401*000000911*0*P*>~
      GS*PO*%<s*QUAYSIDE*20261123*1000*91*X*004010~
      ST*850*0001~
      BEG*00*SA*PREVIEW-1**20261123~
      N1*ST*Acme Store 42*92*0042~
      PO1*10*10*EA*2.50**VN*PREVIEW-1~
      %sCTT*%s~
      SE*%s*0001~
      GE*1*91~
      IEA*1*000000911~
      """;

  @BeforeAll
  static void stock() {
    assertThat(
            api(
                    "POST",
                    "/api/inventory/items",
                    "sku,unit,onHand,price,currency\nPREVIEW-1,EA,4,2.50,USD\n")
                .body())
        .isEqualTo("{\"taken\":1,\"bad\":[]}");
  }

  @Test
  void theOrderItsAnswersAndItsShortageAreShownAndNothingIsKept() throws Exception {
    ConsoleHub.hub().awaitIdle();
    Map<String, Integer> before = rows();
    JsonNode seen = preview(ORDER.formatted("ACMEEDI", "", "1", "6"));
    assertThat(seen.at("/orders/0/poNumber").asText()).isEqualTo("PREVIEW-1");
    assertThat(seen.at("/documents/0/validity").asText()).isEqualTo("accepted");
    assertThat(seen.at("/placed/0/lines/0/accepted").asText()).isEqualTo("4");
    assertThat(seen.at("/placed/0/lines/0/backordered").asText()).isEqualTo("6");
    assertThat(seen.findValuesAsText("type")).contains("850", "997", "855");
    assertThat(text(seen, "997")).contains("AK1*PO*91~", "AK5*A~", "AK9*A*1*1*1~");
    assertThat(text(seen, "855")).contains("ACK*IA*4*EA*", "ACK*IB*6*EA");
    assertThat(rows()).isEqualTo(before);
    assertThat(api("GET", "/api/orders?po=PREVIEW-1", null).body()).contains("\"total\":0");
    assertThat(preview(ORDER.formatted("ACMEEDI", "", "1", "6")).get("answers"))
        .as("the second look sees the same, numbers too: the first has used up none")
        .isEqualTo(seen.get("answers"));
  }

  @Test
  void whatNeedsAPersonIsSaid() throws Exception {
    String unknown = "PO1*20*1*EA*1**VN*NOBODY-HAS-IT~\n";
    JsonNode seen = preview(ORDER.formatted("ACMEEDI", unknown, "2", "7"));
    assertThat(seen.at("/exceptions/0/kind").asText()).isEqualTo("unknown-item");
    assertThat(seen.at("/placed/0/holds/0/reason").asText()).isEqualTo("unknown-item");
    assertThat(seen.get("answers")).hasSize(1);
  }

  @Test
  void aStrangersDocumentIsExplainedOrReadAsAPartners() throws Exception {
    String strange = ORDER.formatted("NOBODYS", "", "1", "6");
    JsonNode unknown = preview(strange);
    assertThat(unknown.at("/exceptions/0/kind").asText()).isEqualTo("unknown-sender");
    assertThat(unknown.get("answers")).isEmpty();
    JsonNode assigned = JSON.readTree(send("/api/preview?partner=acme", strange).body());
    assertThat(assigned.at("/placed/0/partner").asText()).isEqualTo("acme");
  }

  @Test
  void whatIsNotReadIsSaidAndWhatIsTooLargeIsRefused() throws Exception {
    assertThat(preview("hello, this is no order").at("/exceptions/0/kind").asText())
        .isEqualTo("unknown-format");
    assertThat(send("/api/preview?partner=nobody", "x").statusCode()).isEqualTo(400);
    assertThat(send("/api/preview", "").statusCode()).isEqualTo(400);
  }

  private static JsonNode preview(String document) throws Exception {
    HttpResponse<String> answer = send("/api/preview", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(String path, String document) {
    return api("POST", path, TestHub.API_TOKEN, document.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(JsonNode seen, String type) {
    for (JsonNode answer : seen.get("answers")) {
      if (answer.get("type").asText().equals(type)) {
        return answer.get("text").asText();
      }
    }
    throw new AssertionError("no " + type + " in " + seen);
  }

  /** How many rows each table has that a document could leave something in. */
  private static Map<String, Integer> rows() {
    Database database = ConsoleHub.hub().bean(Database.class);
    Map<String, Integer> rows = new TreeMap<>();
    for (String table :
        List.of(
            "receipt",
            "blob_chunk",
            "document",
            "orders",
            "outbox",
            "counter",
            "problem",
            "order_journey",
            "seen",
            "inventory_reservation")) {
      rows.put(
          table,
          database.read().sql("SELECT count(*) FROM " + table).query(Integer.class).single());
    }
    return rows;
  }
}
