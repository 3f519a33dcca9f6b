package io.quayside.console.api;

import static io.quayside.console.ConsoleHub.api;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.console.ConsoleHub;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI file says what the API does: its addresses, its examples, its answers. */
class OpenApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DOCUMENT = ApiSchemas.DOCUMENT;
  private static final Path SAMPLE =
      Path.of("src/test/resources/conversations/acme/850-in-full/01-in.850.edi");
  private static final String UNKNOWN_ITEM =
      ",{\"lineNumber\":\"20\",\"quantity\":\"1\",\"unit\":\"EA\",\"ids\":[{\"scheme\":\"vendor\",\"code\":\"VN\",\"value\":\"NO-SUCH\"}]}";
  private static final String ORDER =
      """
      {"poNumber":"%s","currency":"USD",
       "buyer":{"role":"buyer","name":"Acme Inc","ids":[{"scheme":"buyer-assigned","code":"92","value":"ACME"}]},
       "shipTo":{"role":"ship-to","name":"Acme Store 42","ids":[],"address":{"lines":["1 Main St"],"city":"Springfield","region":"IL","postalCode":"62701","country":"US"}},
       "lines":[{"lineNumber":"10","quantity":"4","unit":"EA","price":{"amount":"12.50"},"ids":[{"scheme":"vendor","code":"VN","value":"DOC-1"}]}%s]}""";
  private static String held;
  private static String shipped;

  @BeforeAll
  static void anOrderIsHere() throws Exception {
    api(
        "POST",
        "/api/inventory/items",
        "sku,unit,onHand,price,currency,packUnit,packQuantity\nDOC-1,EA,1000,12.50,USD,CA,12\n");
    held = place("DESCRIBED-HELD", UNKNOWN_ITEM);
    shipped = place("DESCRIBED-SHIPPED", "");
    place("DESCRIBED-WAITS", "");
    ConsoleHub.hub().awaitIdle();
    String packed =
        "{\"scac\":\"UPSN\",\"tracking\":\"1Z\",\"lines\":[{\"lineNumber\":\"10\",\"scheduleId\":\"1\",\"quantity\":\"4\"}]}";
    assertThat(api("POST", "/api/orders/" + shipped + "/shipments", packed).statusCode())
        .isEqualTo(202);
    ConsoleHub.hub().awaitIdle();
  }

  private static String place(String po, String more) throws Exception {
    String body = ORDER.formatted(po, more);
    return JSON.readTree(api("POST", "/api/orders?partner=acme", body).body()).get("id").asText();
  }

  @Test
  void anybodyMayReadItAndItStandsAsInTheFile() throws Exception {
    HttpResponse<String> answer = api("GET", "/v3/api-docs", null, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    JsonNode served = JSON.readTree(answer.body());
    assertThat(served).isEqualTo(DOCUMENT);
    assertThat(served.get("openapi").asText()).isEqualTo("3.1.0");
    assertThat(served.at("/components/schemas/CanonicalOrder/properties/poNumber").isObject())
        .as("the canonical order's schema is part of it")
        .isTrue();
  }

  @Test
  void itNamesEveryAddressOfTheApiAndNoOther() {
    TreeSet<String> described = new TreeSet<>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> described.add(method.toUpperCase() + " " + path.getKey())));
    described.removeIf(one -> one.startsWith("PARAMETERS ") || one.contains(" /actuator/"));
    assertThat(described).isEqualTo(mappings());
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryOperationHasANameOfItsOwn() {
    assertThat(DOCUMENT.findValuesAsText("$ref"))
        .hasSizeGreaterThan(100)
        .allSatisfy(
            ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
    assertThat(DOCUMENT.findValuesAsText("operationId"))
        .hasSizeGreaterThan(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyExampleIsAsItsSchemaSays() {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> described = DOCUMENT.findParents("example");
    for (JsonNode one : described) {
      for (String fault : ApiSchemas.check(one.get("schema"), one.get("example"))) {
        wrong.add(one.get("example") + ": " + fault);
      }
    }
    assertThat(described).hasSizeGreaterThan(25);
    assertThat(wrong).isEmpty();
  }

  @Test
  void answersOfTheHubAreAsDescribed() throws Exception {
    byte[] sample = Files.readAllBytes(SAMPLE);
    JsonNode pick = JSON.readTree(api("GET", "/api/shipping", (String) null).body()).at("/items/0");
    JsonNode document =
        JSON.readTree(api("GET", "/api/documents?order=" + shipped, (String) null).body());
    List<String> wrong = new ArrayList<>();
    for (String path :
        List.of(
            "/api/orders",
            "/api/orders/{id}",
            "/api/orders/{id}=none",
            "/api/orders?page=-1",
            "/api/orders?size=abc",
            "/api/documents",
            "/api/documents/{id}",
            "/api/exceptions",
            "/api/exceptions?open=false",
            "/api/shipping",
            "/api/inventory/items",
            "/api/inventory/items/{sku}",
            "/api/inventory/supplier-orders",
            "/api/partners",
            "/api/partners/{id}=acme",
            "/api/partners/{id}/versions=acme",
            "/api/partners/{id}/locations=acme",
            "/api/customers",
            "/api/invoices",
            "/v3/api-docs")) {
      String id = path.startsWith("/api/documents") ? document.at("/items/0/id").asText() : shipped;
      hold(wrong, "GET", path, id, null);
    }
    hold(wrong, "GET", "/api/orders/{id}", held, null);
    hold(wrong, "POST", "/api/preview", null, sample);
    hold(wrong, "POST", "/api/messages", null, sample);
    hold(
        wrong, "POST", "/api/orders", null, "{\"poNumber\":\"\"}".getBytes(StandardCharsets.UTF_8));
    hold(
        wrong,
        "PUT",
        "/api/inventory/items/{sku}",
        null,
        "{\"description\":\"Lamp\"}".getBytes(StandardCharsets.UTF_8));
    hold(wrong, "POST", "/api/inventory/receipts", null, "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(pick.isObject()).as("something waits to be packed").isTrue();
    assertThat(wrong).isEmpty();
  }

  /** {@code path} is an address of the document, with a query or with {@code =id}. */
  private static void hold(List<String> wrong, String method, String path, String id, byte[] body)
      throws Exception {
    String template = path.replaceAll("[?=].*", "");
    String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
    String thing = path.contains("=") && query.isEmpty() ? path.replaceAll(".*=", "") : id;
    String address =
        template.replace("{sku}", "DOC-1").replace("{id}", String.valueOf(thing)) + query;
    HttpResponse<String> answer = api(method, address, TestHub.API_TOKEN, body);
    String said = method + " " + address + " " + answer.statusCode();
    JsonNode described =
        ApiSchemas.answer(ApiSchemas.operation(method, template), answer.statusCode());
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode schema = described.path("content").path(type).path("schema");
    if (schema.isMissingNode()) {
      wrong.add(said + " " + type + " is not described: " + answer.body());
      return;
    }
    ApiSchemas.checkClosed(schema, JSON.readTree(answer.body()))
        .forEach(fault -> wrong.add(said + ": " + fault));
  }

  private static TreeSet<String> mappings() {
    TreeSet<String> all = new TreeSet<>();
    Map<?, ?> beans =
        ConsoleHub.hub()
            .bean(DispatcherServlet.class)
            .getWebApplicationContext()
            .getBeansOfType(RequestMappingHandlerMapping.class);
    ((RequestMappingHandlerMapping) beans.get("requestMappingHandlerMapping"))
        .getHandlerMethods()
        .forEach(
            (info, handler) ->
                info.getPatternValues().stream()
                    .filter(path -> path.matches("/(api|webhooks|v3)/.*"))
                    .forEach(
                        path ->
                            info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> all.add(method + " " + path))));
    return all;
  }
}
