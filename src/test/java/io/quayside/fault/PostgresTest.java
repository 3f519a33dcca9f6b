package io.quayside.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.TestHub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub on PostgreSQL. */
class PostgresTest {

  @TempDir Path home;

  private static EmbeddedPostgres server(String fsync) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", fsync)
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private TestHub hub(EmbeddedPostgres server) {
    return TestHub.builder()
        .home(home)
        .property("spring.datasource.url", server.getJdbcUrl("postgres", "postgres"))
        .start();
  }

  @Test
  void anOrderGoesAllTheWayAndTheNextOneAfterARestart() throws Exception {
    try (EmbeddedPostgres server = server("on")) {
      try (TestHub hub = hub(server)) {
        Site site = Site.of(hub);
        site.call("POST", "/api/inventory/items", "text/csv", Orders850.items(6));
        answered(hub, site, 1);
        JsonNode order = site.order(Orders850.po(1));
        // Line 50 wants 1 + (1 + 5) mod 7 = 7, and 6 are there; it is the only line that is short.
        assertThat(order.get("lines").get(4).get("shipped").asText()).isEqualTo("6");
        assertThat(order.get("lines").get(4).get("backordered").asText()).isEqualTo("1");
        assertThat(site.answers("acme"))
            .extracting(Edi::type)
            .containsExactlyInAnyOrder("997", "855", "856", "810");
      }
      try (TestHub hub = hub(server)) {
        Site site = Site.of(hub);
        site.call("POST", "/api/inventory/items", "text/csv", Orders850.items(50));
        hub.awaitIdle();
        assertThat(site.order(Orders850.po(1)).get("lines").get(4).get("shipped").asText())
            .as("the rest is released after the restart")
            .isEqualTo("7");
        answered(hub, site, 2);
        assertThat(site.order(Orders850.po(2)).get("status").asText()).isEqualTo("delivered");
        // The rest was backordered without a day: the customer is told when it can go, by an 855.
        assertThat(site.answers("acme"))
            .extracting(Edi::type)
            .containsExactlyInAnyOrder(
                "997", "855", "856", "810", "855", "856", "810", "997", "855", "856", "810");
        assertThat(site.answers("acme")).extracting(Edi::controlNumber).doesNotHaveDuplicates();
        lists(site);
      }
    }
  }

  private static void answered(TestHub hub, Site site, int number) throws Exception {
    site.drop(number + ".850", Orders850.order(number));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                site.answers("acme").stream()
                    .anyMatch(
                        one -> one.type().equals("810") && one.po().equals(Orders850.po(number))));
    hub.awaitIdle();
    assertThat(site.openProblems()).isEmpty();
  }

  /** The searches that are made of pieces at run time. */
  private static void lists(Site site) throws IOException {
    for (String query :
        List.of(
            "/api/orders?q=widget&status=delivered&partner=acme&test=false",
            "/api/orders?po=PO-00002&page=0&size=5",
            "/api/documents?type=850&partner=acme&test=false",
            "/api/exceptions?open=true&kind=price-mismatch&partner=acme",
            "/api/exceptions?open=false",
            "/api/shipping",
            "/api/inventory/items/W-001",
            "/api/partners/acme")) {
      assertThat(site.get(query)).as(query).isNotNull();
    }
  }

  @Test
  void aServerThatMayForgetWhatItCommittedIsRefused() throws IOException {
    try (EmbeddedPostgres server = server("off")) {
      assertThatThrownBy(() -> hub(server).close())
          .rootCause()
          .hasMessageContaining("The database setting fsync is off")
          .hasMessageContaining("Set it to on");
    }
  }
}
