package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quayside.outbound.Commands.SendInvoice;
import io.quayside.work.Database;
import io.quayside.work.DatabaseUnderTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An invoice and the notice it waits for never miss each other. */
class WaitingInvoicesTest {

  private static final SendInvoice INVOICE = new SendInvoice("INV-1", "o", false);

  @ParameterizedTest
  @MethodSource("io.quayside.work.DatabaseUnderTest#each")
  void theNoticeTakesWhatWaitsForItOnce(String kind) {
    try (DatabaseUnderTest under = DatabaseUnderTest.open(kind)) {
      WaitingInvoices waiting = new WaitingInvoices(under.database());
      under
          .database()
          .inTransaction(
              () -> {
                waiting.meet("S-1");
                waiting.add("S-1", INVOICE);
              });
      assertThat(take(under.database(), waiting, "S-2")).isEmpty();
      assertThat(take(under.database(), waiting, "S-1")).containsExactly(INVOICE);
      assertThat(take(under.database(), waiting, "S-1")).isEmpty();
      under
          .database()
          .inTransaction(
              () -> {
                waiting.meet("S-1");
                waiting.part("S-1");
              });
      assertThat(rows(under.database())).isZero();
    }
  }

  @Test
  void aNoticeThatIsWrittenMeanwhileSeesTheInvoiceThatBeganToWait() {
    try (DatabaseUnderTest under = DatabaseUnderTest.open("postgres")) {
      Database database = under.database();
      WaitingInvoices waiting = new WaitingInvoices(database);
      CompletableFuture<List<SendInvoice>> notice = new CompletableFuture<>();
      database.inTransaction(
          () -> {
            waiting.meet("S-1");
            CompletableFuture.runAsync(() -> notice.complete(take(database, waiting, "S-1")));
            await().until(() -> notice.isDone() || blocked(database));
            waiting.add("S-1", INVOICE);
          });
      assertThat(notice.join()).containsExactly(INVOICE);
    }
  }

  private static List<SendInvoice> take(Database database, WaitingInvoices waiting, String id) {
    return database.inTransaction(() -> waiting.take(id));
  }

  private static boolean blocked(Database database) {
    return CompletableFuture.supplyAsync(
                () ->
                    database
                        .read()
                        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single())
            .join()
        > 0;
  }

  private static long rows(Database database) {
    return database
        .read()
        .sql("SELECT count(*) FROM outbound_waiting_invoice")
        .query(Long.class)
        .single();
  }
}
