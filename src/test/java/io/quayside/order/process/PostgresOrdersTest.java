package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quayside.order.Customers;
import io.quayside.order.OrderRefusal;
import io.quayside.order.OrderViews;
import io.quayside.order.Orders;
import io.quayside.order.Orders.Outcome;
import io.quayside.order.Orders.Placed;
import io.quayside.work.Database;
import io.quayside.work.DatabaseUnderTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Every table of the orders on the other database; what the steps mean is tested elsewhere. */
class PostgresOrdersTest {

  @TempDir Path home;
  private OrderDesk desk;
  private Orders orders;

  @BeforeEach
  void open() {
    PGSimpleDataSource fresh = (PGSimpleDataSource) DatabaseUnderTest.freshSchema();
    desk =
        new OrderDesk(
            home,
            "--spring.datasource.url=" + fresh.getURL(),
            "--spring.datasource.username=postgres");
    orders = desk.bean(Orders.class);
    desk.stock.put("W-001", new BigDecimal(60));
    desk.stock.put("W-003", new BigDecimal(100));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Sample widgets(String po, String quantity) {
    return Sample.order(po).line("10", quantity, "EA", "12.50", "A1");
  }

  @Test
  void aConflictThatTwoPersonsAcceptAtOnceBecomesOneOrder() {
    desk.run(widgets("1", "10").build());
    desk.place(widgets("1", "7").build(), "doc-7", false);
    CompletableFuture<Throwable> second = new CompletableFuture<>();
    desk.bean(Database.class)
        .inTransaction(
            () -> {
              orders.settle("doc-7", true, "ann");
              CompletableFuture.runAsync(() -> orders.settle("doc-7", true, "bob"))
                  .whenComplete((done, refusal) -> second.complete(refusal.getCause()));
              await().until(() -> second.isDone() || blocked());
            });
    desk.settle();

    assertThat(second.join())
        .isInstanceOf(OrderRefusal.class)
        .hasMessage("Document doc-7 does not wait for a decision.");
    assertThat(
            desk.bean(OrderViews.class)
                .search(new OrderViews.Query("1", null, null, null, null, null, 0, 9))
                .total())
        .as("the first one, and the accepted one")
        .isEqualTo(2);
  }

  @Test
  void ofTwoWhoReleaseAtOnceOneDoesAndTheOtherIsTold() {
    String held = desk.run(Sample.order("3").line("10", "5", "EA", "12.00", "A1").build());
    CompletableFuture<Throwable> second = new CompletableFuture<>();
    desk.bean(Database.class)
        .inTransaction(
            () -> {
              orders.release(held, "ann");
              CompletableFuture.runAsync(() -> orders.release(held, "bob"))
                  .whenComplete((done, refusal) -> second.complete(refusal.getCause()));
              await().until(() -> second.isDone() || blocked());
            });
    desk.settle();

    assertThat(second.join())
        .isInstanceOf(OrderRefusal.class)
        .hasMessage("Nothing holds PO 3; there is nothing to release.");
    assertThat(desk.ledger(held, "10")).isEqualTo("5 0 0 0 5 5");
    assertThat(desk.all("inventory.ship")).hasSize(1);
  }

  private boolean blocked() {
    return CompletableFuture.supplyAsync(
                () ->
                    desk.bean(Database.class)
                        .read()
                        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single())
            .join()
        > 0;
  }

  @Test
  void ordersGoTheirWayThere() {
    String first = desk.run(widgets("1", "100").build());
    String held = desk.run(Sample.order("2").line("20", "5", "EA", "4.25", "ZZ9").build());
    desk.receive("W-001", "40");
    desk.carrier("S-1", first, "delivered");
    desk.carrier("S-2", first, "returned");
    assertThat(desk.ledger(first, "10")).isEqualTo("100 0 0 0 100 100");
    assertThat(desk.line(first, "10").returned()).isEqualTo("40");
    assertThat(orders.paid("INV-1001", false, "ann")).isTrue();

    assertThat(desk.place(widgets("1", "100").build()).outcome()).isEqualTo(Outcome.DUPLICATE);
    Placed conflict = desk.place(widgets("1", "7").build(), "doc-7", false);
    assertThat(conflict.outcome()).isEqualTo(Outcome.CONFLICT);
    orders.settle("doc-7", false, "ann");

    Placed cancellation =
        desk.place(
            Sample.order("2")
                .line("20", "5", "EA", "4.25", "ZZ9")
                .text("purposeCode", "01")
                .text("purpose", "cancellation")
                .build(),
            "doc-8",
            false);
    assertThat(cancellation.orderId()).isEqualTo(held);
    orders.settle("doc-8", true, "ann");
    desk.settle();
    assertThat(desk.view(held).status()).isEqualTo("cancelled");
    assertThatThrownBy(() -> orders.settle("doc-8", true, "ann")).isInstanceOf(OrderRefusal.class);

    desk.advance(Duration.ofDays(2));
    OrderViews views = desk.bean(OrderViews.class);
    assertThat(views.search(new OrderViews.Query(null, null, null, "STORE 42", null, null, 0, 1)))
        .satisfies(page -> assertThat(page.total()).isEqualTo(2))
        .satisfies(page -> assertThat(page.items()).hasSize(1));
    assertThat(views.counts()).containsEntry("cancelled", 1L);
    assertThat(desk.bean(Customers.class).list("acme", 0, 10)).isNotEmpty();
  }
}
