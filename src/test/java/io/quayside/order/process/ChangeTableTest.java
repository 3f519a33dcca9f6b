package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.order.OrderViews.Change;
import io.quayside.order.OrderViews.ChangedLine;
import io.quayside.order.OrderViews.ChangedValue;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.process.KeptOrders.Kept;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a change would do, line by line. */
class ChangeTableTest {
  private static final Json JSON = new Json(new ObjectMapper());

  private static final PurchaseOrder IN_FORCE =
      JSON.read(
          """
          {"poNumber":"1","purposeCode":"00","dates":{"requestedDelivery":"2026-12-01"},
           "lines":[{"lineNumber":"010","quantity":"40","unit":"EA","price":{"amount":"12.50","per":"1"},
                     "dates":{"requestedDelivery":"2026-12-01"}},
                    {"lineNumber":"020","quantity":"5","unit":"EA"},{"lineNumber":"030","quantity":"7","unit":"EA"}]}
          """,
          PurchaseOrder.class);

  private static Change table(String purpose, String rest) {
    PurchaseOrder document =
        JSON.read(
            "{\"poNumber\":\"1\",\"purposeCode\":\"%s\",%s}".formatted(purpose, rest),
            PurchaseOrder.class);
    Kept kept =
        new Kept(
            "D-1",
            Outcome.CHANGE,
            "acme",
            "O-1",
            false,
            document,
            "h",
            "in",
            Instant.parse("2026-11-23T10:00:00Z"),
            "open");
    return ChangeTable.of(kept, IN_FORCE, JSON);
  }

  @Test
  void quantityPriceAndDateAreShownOldAndNewAndWhatIsAddedOrDeletedAsAWhole() {
    Change change =
        table(
            "04",
            """
            "dates":{"requestedDelivery":"2026-12-05"},
            "lines":[{"lineNumber":"10","change":"change","changeCode":"PQ","quantity":"30","unit":"EA",
                      "price":{"amount":"12.25"},"dates":{"requestedDelivery":"2026-12-08"}},
                     {"lineNumber":"020","change":"delete","changeCode":"DI"},
                     {"lineNumber":"040","change":"add","changeCode":"AI","quantity":"2","unit":"CA"}]
            """);

    assertThat(change.asks()).isEqualTo("change");
    assertThat(change.values())
        .containsExactly(new ChangedValue("dates.requestedDelivery", "2026-12-01", "2026-12-05"));
    assertThat(change.lines())
        .extracting(line -> line.lineNumber() + " " + line.change())
        .containsExactly("010 changed", "020 deleted", "040 added");
    assertThat(change.lines().get(0).values())
        .containsExactlyInAnyOrder(
            new ChangedValue("quantity", "40", "30"),
            new ChangedValue("price.amount", "12.50", "12.25"),
            new ChangedValue("dates.requestedDelivery", "2026-12-01", "2026-12-08"));
    assertThat(change.lines().get(1).values())
        .containsExactlyInAnyOrder(
            new ChangedValue("quantity", "5", null), new ChangedValue("unit", "EA", null));
    assertThat(change.lines().get(2).values())
        .containsExactlyInAnyOrder(
            new ChangedValue("quantity", null, "2"), new ChangedValue("unit", null, "CA"));
  }

  @Test
  void aCancellationDeletesEveryLine() {
    Change change = table("01", "\"lines\":[]");

    assertThat(change.asks()).isEqualTo("cancellation");
    assertThat(change.values()).isEmpty();
    assertThat(change.lines()).extracting(ChangedLine::change).containsOnly("deleted").hasSize(3);
  }

  @Test
  void aChangeThatSaysNothingNewHasNoRows() {
    Change change =
        table("04", "\"lines\":[{\"lineNumber\":\"10\",\"change\":\"none\",\"quantity\":\"40\"}]");

    assertThat(change.lines()).isEmpty();
    assertThat(change.values()).isEmpty();
  }
}
