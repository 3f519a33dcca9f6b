package io.quayside.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.console.ConsoleHub.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {

  @Test
  void aSessionGetsANewIdAtTheSignIn() {
    Visitor visitor = new Visitor();
    visitor.get("/login");
    String before = visitor.session();
    visitor.signIn("admin", ConsoleHub.PASSWORD);
    assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void theFirstPageSaysWhatAnswersLackUntilOurCompanyIsSetUp() {
    assertThat(Visitor.signedIn("admin", ConsoleHub.PASSWORD).get("/").body())
        .contains(
            "Our own company is not set up.",
            "quayside.company.name: answers name the seller",
            "quayside.company.address (lines, city, region, postal-code, country)");
  }

  @Test
  void theSessionCookieIsForThisSiteAndForNoScript() {
    HttpResponse<String> answer = new Visitor().get("/login");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("QUAYSIDE=")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    Visitor admin = Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    HttpResponse<String> answer =
        admin.postWithoutToken(
            "/settings/users",
            Map.of("name", "mallory", "password", ConsoleHub.PASSWORD, "role", "admin"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(admin.get("/settings").body()).doesNotContain("mallory");
  }

  @Test
  void pagesAllowNoForeignAndNoInlineScript() {
    HttpResponse<String> page = Visitor.signedIn("admin", ConsoleHub.PASSWORD).get("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .contains("object-src 'none'")
        .contains("base-uri 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body())
        .doesNotContain("style=")
        .doesNotContain("<script>")
        .doesNotContain("onclick");
  }

  @Test
  void afterFiveWrongPasswordsTheRightOneWaitsAQuarterOfAnHour() {
    Visitor admin = Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    admin.post(
        "/settings/users",
        Map.of("name", "guessed", "password", ConsoleHub.PASSWORD, "role", "viewer"));
    for (int i = 0; i < 5; i++) {
      assertThat(ConsoleHub.location(new Visitor().signIn("guessed", "wrong")))
          .endsWith("/login?wrong");
    }
    assertThat(ConsoleHub.location(new Visitor().signIn("guessed", ConsoleHub.PASSWORD)))
        .endsWith("/login?wait");
    ConsoleHub.hub().advance(Duration.ofMinutes(16));
    Visitor.signedIn("guessed", ConsoleHub.PASSWORD);
  }

  @Test
  void aSessionEndsWhenItsUserLosesTheRight() {
    Visitor admin = Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    admin.post(
        "/settings/users",
        Map.of("name", "leaver", "password", ConsoleHub.PASSWORD, "role", "operator"));
    Visitor leaver = Visitor.signedIn("leaver", ConsoleHub.PASSWORD);
    assertThat(leaver.get("/orders").statusCode()).isEqualTo(200);
    admin.post("/settings/users/leaver", Map.of("role", "operator"));
    assertThat(ConsoleHub.location(leaver.get("/orders"))).endsWith("/login");
    assertThat(ConsoleHub.location(new Visitor().signIn("leaver", ConsoleHub.PASSWORD)))
        .endsWith("/login?wrong");
  }

  @Test
  void theLastAdminStaysOne() {
    Visitor admin = Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    admin.post("/settings/users/admin", Map.of("role", "viewer", "enabled", "true"));
    assertThat(admin.get("/settings").body()).contains("is the last admin");
  }

  @Test
  void whatIsNotThereIsAPageForPeopleAndAProblemForMachines() {
    Visitor admin = Visitor.signedIn("admin", ConsoleHub.PASSWORD);
    HttpResponse<String> page = admin.get("/orders/01KNOBODY");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no order “01KNOBODY”.").contains("<h1");
    HttpResponse<String> problem = ConsoleHub.api("GET", "/api/nothing", (String) null);
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
  }
}
