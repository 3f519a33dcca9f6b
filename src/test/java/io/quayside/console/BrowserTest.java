package io.quayside.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.quayside.TestHub;
import io.quayside.intake.extract.SampleOrders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A person at work: signs in, finds an order, confirms what was packed. In a real browser. */
class BrowserTest {

  private static final Optional<Path> CHROMIUM =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  private static final Pattern DATE = Pattern.compile("^\\d\\d/\\d\\d/\\d{4}$");

  @Test
  void aPersonFindsAnOrderAndConfirmsItsShipment() {
    assumeTrue(CHROMIUM.isPresent(), "No Chromium here: install the package chromium to run this");
    ConsoleHub.api(
        "POST",
        "/api/inventory/items",
        "sku,description,unit,onHand,price,currency\nSEEN-1,<b>Lamp</b>,EA,9,5.00,USD\n");
    ConsoleHub.api(
        "POST",
        "/api/orders?partner=acme",
        """
        {"poNumber":"SEEN","currency":"USD",
         "shipTo":{"role":"ship-to","name":"Acme Store 42","ids":[],"address":{"lines":["1 Main St"],"city":"Springfield","region":"IL","postalCode":"62701","country":"US"}},
         "lines":[{"lineNumber":"1","quantity":"3","unit":"EA","price":{"amount":"5.00"},"description":"<script>alert(1)</script>",
           "ids":[{"scheme":"vendor","code":"VN","value":"SEEN-1"}]}]}""");
    ConsoleHub.hub().awaitIdle();
    inABrowser(BrowserTest::findAndConfirm);
  }

  /** The number is read by a label that nobody knows, so a person clicks it into its field. */
  @Test
  void aWordOfAPdfIsClickedIntoAField() throws Exception {
    assumeTrue(CHROMIUM.isPresent(), "No Chromium here: install the package chromium to run this");
    ConsoleHub.api(
        "PUT",
        "/api/partners/clicked",
        TestHub.API_TOKEN,
        """
        id: clicked
        name: Sends papers
        identifiers: [{scheme: webhook, value: clicked}]
        channels: {in: [{kind: webhook, signature: none}], out: folder}
        """
            .getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/yaml");
    byte[] pdf = SampleOrders.unknown("letter", "bianchi-it-1", "CLICK-1");
    ConsoleHub.api("POST", "/webhooks/clicked", null, pdf);
    ConsoleHub.hub().awaitIdle();
    inABrowser(BrowserTest::click);
  }

  private static void click(Page page) {
    page.navigate(ConsoleHub.uri("/documents?partner=clicked").toString());
    signIn(page);
    page.locator("main tbody a").first().click();
    page.click("main >> text=Review");
    page.focus("[name='/poNumber']");
    page.locator(".word", new Page.LocatorOptions().setHasText("CLICK-1")).click();
    assertThat(page.locator("[name='/poNumber']")).hasValue("CLICK-1");
    assertThat(page.locator(".mark")).hasCount(1);
    page.focus("[name='/poDate']");
    page.locator(".word", new Page.LocatorOptions().setHasText(DATE)).first().click();
    assertThat(page.locator("[name='/poDate']")).hasValue(Pattern.compile("2026-\\d\\d-\\d\\d"));
  }

  private static void signIn(Page page) {
    page.fill("[name=username]", "admin");
    page.fill("[name=password]", ConsoleHub.PASSWORD);
    page.click("text=Sign in");
  }

  private static void inABrowser(Consumer<Page> work) {
    List<String> errors = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM.get())
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking")))) {
      Page page = browser.newPage();
      page.onConsoleMessage(
          m ->
              Optional.of(m)
                  .filter(e -> e.type().equals("error"))
                  .ifPresent(e -> errors.add(e.text())));
      page.onPageError(errors::add);
      page.onDialog(dialog -> errors.add("dialog " + dialog.message()));
      work.accept(page);
    }
    assertThat(errors).isEmpty();
  }

  private static void findAndConfirm(Page page) {
    page.navigate(ConsoleHub.uri("/orders?q=SEEN").toString());
    signIn(page);
    page.click("main >> text=SEEN");
    assertThat(page.locator("h1")).hasText("PO SEEN");
    assertThat(page.locator(".head .pill").first()).hasText("Accepted");
    page.click("nav >> text=Shipping");
    page.locator("tr", new Page.LocatorOptions().setHasText("SEEN")).locator("text=Pack").click();
    page.fill("[name=quantity]", "2");
    page.selectOption("[name=shortReason]", "damaged");
    page.fill("[name=tracking]", "1Z-SEEN");
    page.click("text=Confirm what was packed");
    assertThat(page.locator("[role=status]")).containsText("PO SEEN is packed");
    ConsoleHub.hub().awaitIdle();
    page.navigate(ConsoleHub.uri("/orders?q=SEEN").toString());
    page.click("main >> text=SEEN");
    assertThat(page.locator(".ledger-words", new Page.LocatorOptions().setHasText("shipped")))
        .containsText(Pattern.compile("2 shipped"));
    page.click("nav >> text=Preview");
    page.setInputFiles(
        "#document", Path.of("src/test/resources/conversations/acme/850-in-full/01-in.850.edi"));
    page.click("text=Look");
    assertThat(page.locator("pre.raw").first()).containsText("AK9*A*1*1*1~");
    page.navigate(ConsoleHub.uri("/orders/new").toString());
    page.locator("[name=find]").pressSequentially("acme store");
    page.locator("#customers button").first().click();
    page.locator("#sku0").pressSequentially("SEEN-1");
    assertThat(page.locator("#items option")).hasCount(1);
    page.press("#sku0", "Tab");
    assertThat(page.locator("#said0")).containsText("<b>Lamp</b> · ");
    page.fill("#quantity0", "2");
    page.press("#quantity0", "Tab");
    assertThat(page.locator("#total")).hasText("Goods come to 10.00 USD");
    page.selectOption("[name=payment]", "cash");
    page.click("#place");
    assertThat(page.locator("h1")).hasText("Order confirmation");
    assertThat(page.locator("#live")).containsText("2 accepted");
    assertThat(page.locator("#live")).containsText("10.00 USD");
    assertThat(page.locator("#live")).containsText("1 Main St");
  }
}
