package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.TestHub;
import io.quayside.console.ConsoleHub.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call what: every mapping there is, with every role, against one table. */
class AccessTest {

  private static final List<String> ROLES = List.of("viewer", "operator", "admin");

  /** The least role for each mapping. {@code open}: for everybody. */
  private static final Map<String, List<String>> TABLE =
      Map.of(
          "open",
          List.of("GET /login", "GET /v3/api-docs"),
          "viewer",
          List.of(
              "GET /",
              "GET /account",
              "POST /account",
              "GET /documents",
              "GET /documents/{id}",
              "GET /documents/{id}/raw",
              "GET /documents/{id}/review",
              "GET /documents/{id}/review/pages",
              "GET /documents/{id}/review/pages/{page}.png",
              "GET /documents/{id}/review/value",
              "GET /exceptions",
              "GET /exceptions/{id}",
              "GET /inventory",
              "GET /inventory/item",
              "GET /orders",
              "GET /orders/{id}",
              "GET /orders/{id}/confirmation",
              "GET /orders/{id}/lines/{line}",
              "GET /partners",
              "GET /partners/new",
              "GET /partners/{id}",
              "GET /partners/{id}/templates/{layout}",
              "GET /receiving",
              "GET /receiving/{number}",
              "GET /shipping",
              "GET /shipping/{id}",
              "GET /api/channels",
              "GET /api/channels/{id}",
              "GET /api/customers",
              "GET /api/customers/{id}",
              "GET /api/documents",
              "GET /api/documents/{id}",
              "GET /api/documents/{id}/raw",
              "GET /api/exceptions",
              "GET /api/exceptions/{id}",
              "GET /api/inventory/items",
              "GET /api/inventory/items/{sku}",
              "GET /api/inventory/supplier-orders",
              "GET /api/inventory/supplier-orders/{number}",
              "GET /api/invoices",
              "GET /api/invoices/{number}",
              "GET /api/orders",
              "GET /api/orders/{id}",
              "GET /api/partners",
              "GET /api/partners/{id}",
              "GET /api/partners/{id}/locations",
              "GET /api/partners/{id}/versions",
              "GET /api/partners/{id}/versions/{version}",
              "GET /api/shipping"),
          "operator",
          List.of(
              "POST /documents/{id}/reprocess",
              "POST /documents/{id}/resend",
              "POST /documents/{id}/review",
              "POST /documents/{id}/review/ask",
              "POST /documents/{id}/review/reject",
              "POST /documents/{id}/review/take",
              "POST /documents/{id}/settle",
              "POST /exceptions/{id}/assign",
              "POST /exceptions/{id}/item",
              "POST /exceptions/{id}/location",
              "POST /exceptions/{id}/resolve",
              "POST /exceptions/{id}/retry",
              "GET /preview",
              "POST /preview",
              "POST /inventory/csv",
              "POST /inventory/item",
              "GET /orders/new",
              "GET /orders/new/customers",
              "GET /orders/new/items",
              "POST /orders",
              "POST /orders/new",
              "POST /orders/{id}/cancel",
              "POST /orders/{id}/lines/{line}",
              "POST /orders/{id}/paid",
              "POST /orders/{id}/release",
              "POST /orders/{id}/shipments/{shipment}/step",
              "POST /receiving",
              "POST /receiving/{number}",
              "POST /receiving/{number}/status",
              "POST /shipping/{id}",
              "PUT /api/customers/{id}",
              "POST /api/documents/{id}/reprocess",
              "POST /api/documents/{id}/correct",
              "POST /api/documents/{id}/resend",
              "POST /api/documents/{id}/settle",
              "POST /api/exceptions/{id}/resolve",
              "POST /api/exceptions/{id}/retry",
              "POST /api/inventory/items",
              "PUT /api/inventory/items/{sku}",
              "POST /api/inventory/receipts",
              "POST /api/invoices/{number}/paid",
              "POST /api/messages",
              "POST /api/orders",
              "POST /api/orders/{id}/cancel",
              "POST /api/orders/{id}/decisions",
              "POST /api/orders/{id}/release",
              "POST /api/orders/{id}/shipments",
              "POST /api/preview",
              "POST /api/shipping/{requestId}"),
          "admin",
          List.of(
              "POST /partners",
              "POST /partners/{id}/templates/{layout}",
              "GET /settings",
              "POST /settings/users",
              "POST /settings/users/{name}",
              "POST /settings/tokens",
              "POST /settings/tokens/{id}/revoke",
              "PUT /api/channels/{id}",
              "POST /api/partners/{id}/locations",
              "PUT /api/partners/{id}",
              "PUT /api/partners/{id}/locations/{code}"));

  private static final String OPEN = "GET /v3/schemas/";
  private static final String SIGNED = "POST /webhooks/{partner}";

  @Test
  void everyMappingLetsInExactlyTheRolesOfTheTable() {
    Map<String, String> least = new TreeMap<>();
    TABLE.forEach((role, mappings) -> mappings.forEach(mapping -> least.put(mapping, role)));
    TreeSet<String> all = mappings();
    assertThat(all.remove(SIGNED)).as("webhooks prove themselves, whoever calls").isTrue();
    assertThat(all.removeIf(mapping -> mapping.startsWith(OPEN)))
        .as("schemas hold nothing of anybody's")
        .isTrue();
    assertThat(all).isEqualTo(new TreeSet<>(least.keySet()));
    assertThat(
            ConsoleHub.api("POST", "/webhooks/nothing", TestHub.API_TOKEN, new byte[0])
                .statusCode())
        .isEqualTo(401);

    Visitor admin = Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    Map<String, Visitor> visitors = new TreeMap<>();
    Map<String, String> tokens = new TreeMap<>();
    for (String role : List.of("viewer", "operator")) {
      String name = "access-" + role;
      Map<String, String> user =
          Map.of("name", name, "password", ConsoleHub.PASSWORD, "role", role);
      admin.post("/settings/users", user);
      admin.get("/settings");
      visitors.put(role, Visitor.signedIn(name, ConsoleHub.PASSWORD));
      tokens.put(role, token(admin, role));
    }
    visitors.put("admin", admin);
    tokens.put("admin", token(admin, "admin"));
    List<String> wrong = new ArrayList<>();
    least.forEach(
        (mapping, role) -> {
          check(wrong, mapping, role, "none", call(mapping, new Visitor(), null));
          for (String who : ROLES) {
            check(wrong, mapping, role, who, call(mapping, visitors.get(who), tokens.get(who)));
          }
        });
    assertThat(wrong).isEmpty();
  }

  private static void check(
      List<String> wrong, String mapping, String least, String who, HttpResponse<String> answer) {
    boolean in =
        least.equals("open") || !who.equals("none") && ROLES.indexOf(who) >= ROLES.indexOf(least);
    boolean machine = mapping.contains(" /api/");
    int status = answer.statusCode();
    boolean asExpected =
        in
            ? status != 401
                && status != 403
                && status < 500
                && !ConsoleHub.location(answer).endsWith("/login")
            : who.equals("none") && !machine
                ? status == 302 && ConsoleHub.location(answer).endsWith("/login") || status == 403
                : status == (who.equals("none") ? 401 : 403);
    if (!asExpected) {
      wrong.add(mapping + " as " + who + ": " + status + " " + ConsoleHub.location(answer));
    }
  }

  private static HttpResponse<String> call(String mapping, Visitor visitor, String token) {
    String method = mapping.substring(0, mapping.indexOf(' '));
    String path = mapping.substring(mapping.indexOf(' ') + 1).replaceAll("\\{\\w+}", "nothing");
    if (path.startsWith("/api/")) {
      return ConsoleHub.api(method, path, token, null);
    }
    return method.equals("GET") ? visitor.get(path) : visitor.post(path, Map.of());
  }

  private static String token(Visitor admin, String role) {
    admin.post("/settings/tokens", Map.of("name", "access " + role, "role", role, "days", "1"));
    Matcher shown = Pattern.compile("qs_[A-Za-z0-9_-]{43}").matcher(admin.get("/settings").body());
    assertThat(shown.find()).as("the new token is shown once").isTrue();
    return shown.group();
  }

  private static TreeSet<String> mappings() {
    TreeSet<String> all = new TreeSet<>();
    ConsoleHub.hub()
        .bean(DispatcherServlet.class)
        .getWebApplicationContext()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> add(all, info));
    return all;
  }

  private static void add(TreeSet<String> all, RequestMappingInfo info) {
    for (String path : info.getPatternValues()) {
      if (!path.equals("/error")) {
        info.getMethodsCondition().getMethods().forEach(method -> all.add(method + " " + path));
      }
    }
  }
}
