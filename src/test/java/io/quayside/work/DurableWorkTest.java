package io.quayside.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counters, outbox, inbox, alarms and the work list, on SQLite and PostgreSQL. */
class DurableWorkTest {

  private static final String BOTH = "io.quayside.work.DatabaseUnderTest#each";

  private DatabaseUnderTest it;

  @AfterEach
  void close() {
    it.close();
  }

  private void open(String kind) {
    it = DatabaseUnderTest.open(kind);
  }

  private long next(String series) {
    return it.database().inTransaction(() -> it.counters().next(series));
  }

  private String send(String queue) {
    return it.database()
        .inTransaction(() -> it.outbox().send(Outbox.Message.command(queue, "O-1", "{}")));
  }

  private boolean accept(String queue, String id) {
    return it.database().inTransaction(() -> it.inbox().accept(queue, id));
  }

  private void state(String id, String state) {
    it.database()
        .write()
        .sql("UPDATE outbox SET state = :state, sent_at = :now WHERE id = :id")
        .param("state", state)
        .param("now", Columns.micros(it.clock().instant()))
        .param("id", id)
        .update();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aRolledBackTransactionGivesItsNumberBack(String kind) {
    open(kind);
    assertThat(next("isa13/acme/out")).isEqualTo(1);
    assertThatThrownBy(
            () ->
                it.database()
                    .inTransaction(
                        () -> {
                          assertThat(it.counters().next("isa13/acme/out")).isEqualTo(2);
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(next("isa13/acme/out")).isEqualTo(2);
    assertThat(next("isa13/initech/out")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aSeriesStartsWhereItIsToldAndNeverGoesBack(String kind) {
    open(kind);
    it.counters().startAt("invoice", 5_000);
    assertThat(next("invoice")).isEqualTo(5_000);
    assertThatThrownBy(() -> it.counters().startAt("invoice", 5_000))
        .hasMessageContaining("has passed 5000");
    it.counters().startAt("invoice", 5_001);
    assertThat(next("invoice")).isEqualTo(5_001);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void manyAtOnceGetGaplessNumbers(String kind) throws Exception {
    open(kind);
    ExecutorService eight = Executors.newFixedThreadPool(8);
    List<Future<Long>> taken = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      taken.add(eight.submit(() -> next("sales-order")));
    }
    List<Long> numbers = new ArrayList<>();
    for (Future<Long> number : taken) {
      numbers.add(number.get());
    }
    eight.shutdown();
    assertThat(numbers.stream().sorted().toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 100).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void numbersAndMessagesAreRefusedOutsideATransaction(String kind) {
    open(kind);
    assertThatThrownBy(() -> it.counters().next("x")).hasMessageContaining("outside a transaction");
    assertThatThrownBy(() -> it.outbox().send(Outbox.Message.command("q", null, "{}")))
        .hasMessageContaining("outside a transaction");
    assertThatThrownBy(() -> it.inbox().accept("q", "1"))
        .hasMessageContaining("outside a transaction");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aMessageIsAcceptedOnceWhetherItsRowIsMarkedSentOrNot(String kind) {
    open(kind);
    String unmarked = send("order.accept");
    String marked = send("order.accept");
    state(marked, "sent");
    assertThat(accept("order.accept", unmarked)).isTrue();
    assertThat(accept("order.accept", unmarked)).isFalse();
    assertThat(accept("order.accept", marked)).isTrue();
    assertThat(accept("order.accept", marked)).isFalse();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aRolledBackAcceptanceLeavesTheMessageForTheNextDelivery(String kind) {
    open(kind);
    String ours = send("order.accept");
    for (String id : List.of(ours, "foreign-1")) {
      assertThatThrownBy(
              () ->
                  it.database()
                      .inTransaction(
                          () -> {
                            assertThat(it.inbox().accept("order.accept", id)).isTrue();
                            throw new IllegalStateException("crash");
                          }))
          .hasMessage("crash");
      assertThat(accept("order.accept", id)).isTrue();
      assertThat(accept("order.accept", id)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aForeignMessageIsAcceptedOncePerQueue(String kind) {
    open(kind);
    assertThat(accept("inventory.shipped", "erp-1")).isTrue();
    assertThat(accept("inventory.shipped", "erp-1")).isFalse();
    assertThat(accept("inventory.received", "erp-1")).isTrue();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aTestCommandToAnEndpointGoesToTheTestQueueOnly(String kind) {
    open(kind);
    it.database()
        .inTransaction(
            () -> {
              for (String queue : List.of("inventory.reserve", "order.accept")) {
                it.outbox().send(new Outbox.Message(queue, "O-1", null, queue, true, null, "{}"));
              }
            });
    assertThat(it.outboxRows())
        .containsExactly("test.inventory.reserve ready", "order.accept ready");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anAnsweredCommandIsSettledAndNeverSentAgain(String kind) {
    open(kind);
    it.database()
        .inTransaction(
            () ->
                it.outbox()
                    .send(
                        new Outbox.Message(
                            "inventory.reserve", "O-1", null, "ReserveStock", false, "R-1", "{}")));
    it.outbox().settle("inventory.reserve", "R-1");
    assertThat(it.outboxRows()).containsExactly("inventory.reserve done");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aForeignMessageThatFailsIsKeptAndItsRetryHasOneEffect(String kind) {
    open(kind);
    Failures.Failed failed =
        new Failures.Failed("inventory.shipped", "erp-7", null, null, null, false, "{\"a\":1}");
    it.failures.record(failed, new IllegalStateException("no such order"));
    assertThat(it.outboxRows()).containsExactly("inventory.shipped ready");
    assertThat(accept("inventory.shipped", "erp-7")).isTrue();
    assertThat(accept("inventory.shipped", "erp-7")).isFalse();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theLastPlannedAttemptEndsInTheWorkListAndTheDeadLetterQueue(String kind) {
    open(kind);
    String id = send("order.accept");
    Failures.Failed failed =
        new Failures.Failed("order.accept", id, "O-1", null, null, false, "{}");
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(it.problems().open()).isZero();
      it.failures.record(failed, new IllegalStateException("broken\nline"));
    }
    assertThat(it.outboxRows()).containsExactly("order.accept dead", "DLQ.order.accept ready");
    Problems.Page page =
        it.problems().list(new Problems.Query("message-failed", "O-1", null, true, false, 0, 10));
    assertThat(page.total()).isEqualTo(1);
    assertThat(page.items().get(0).text()).contains("attempt 3").contains("broken line");
    assertThat(accept("order.accept", id)).isFalse();

    assertThat(it.problems().retry(page.items().get(0).id(), "admin")).isTrue();
    assertThat(it.problems().retry(page.items().get(0).id(), "admin")).isFalse();
    assertThat(it.outboxRows()).last().isEqualTo("order.accept ready");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void anAlarmSendsItsMessageOnceWhenItsTimeHasCome(String kind) {
    open(kind);
    Outbox.Message message = Outbox.Message.command("order.due", "O-1", "{\"what\":\"asn\"}");
    it.timers().set("a", it.clock().instant().plusSeconds(60), message);
    it.timers().set("b", it.clock().instant().plusSeconds(60), message);
    it.timers().set("b", it.clock().instant().plusSeconds(120), message);
    it.timers().set("c", it.clock().instant().plusSeconds(10), message);
    it.timers().cancel("c");
    Sweeper sweeper = it.sweeper(Set.of());
    sweeper.sweep();
    assertThat(it.outboxRows()).isEmpty();
    it.clock().advance(Duration.ofSeconds(60));
    sweeper.sweep();
    sweeper.sweep();
    assertThat(it.outboxRows()).containsExactly("order.due ready");
    it.clock().advance(Duration.ofSeconds(60));
    sweeper.sweep();
    assertThat(it.outboxRows()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void whatGotLostIsSentAgainAfterItsLeaseUnlessItsQueueIsSimplyBehind(String kind) {
    open(kind);
    String lost = send("order.accept");
    String external = send("accounting.post");
    state(lost, "sent");
    state(external, "sent");
    it.clock().advance(Duration.ofMinutes(6));
    String slow = send("order.accept");
    state(slow, "sent");
    it.sweeper(Set.of("order.accept")).sweep();
    assertThat(it.outboxRows())
        .containsExactly("order.accept ready", "accounting.post sent", "order.accept sent");

    // A queue that works on what was sent an hour ago is late, not broken.
    state(lost, "sent");
    it.clock().advance(Duration.ofMinutes(60));
    assertThat(accept("order.accept", lost)).isTrue();
    it.sweeper(Set.of("order.accept")).sweep();
    assertThat(it.outboxRows()).last().isEqualTo("order.accept sent");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void aLostBrokerStoreGetsEverythingAgainThatIsNotDone(String kind) {
    open(kind);
    String done = send("order.accept");
    state(send("order.accept"), "sent");
    state(send("accounting.post"), "sent");
    accept("order.accept", done);
    it.sweeper(Set.of()).sendAllAgain();
    assertThat(it.outboxRows())
        .containsExactly("order.accept done", "order.accept ready", "accounting.post ready");
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void whatIsDoneIsClearedAwayAfterTwoDays(String kind) {
    open(kind);
    accept("order.accept", send("order.accept"));
    send("order.accept");
    accept("inventory.shipped", "erp-1");
    it.clock().advance(Duration.ofDays(3));
    it.sweeper(Set.of()).sweep();
    assertThat(it.outboxRows()).containsExactly("order.accept ready");
    assertThat(accept("inventory.shipped", "erp-1")).isFalse();
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void theSameProblemIsOneEntryUntilItIsResolved(String kind) {
    open(kind);
    String first = raise("order/O-1/unknown-item/010");
    assertThat(raise("order/O-1/unknown-item/010")).isEqualTo(first);
    raise("order/O-1/price-mismatch/020");
    raise("order/O-10/price-mismatch/020");
    it.problems().resolveAll("order/O-1/", "admin", "cancelled");
    assertThat(it.problems().open()).isEqualTo(1);
    assertThat(it.problems().find(first).orElseThrow().resolvedBy()).isEqualTo("admin");
    assertThat(it.problems().close(first, "admin", "again")).isFalse();
    assertThat(raise("order/O-1/unknown-item/010")).isNotEqualTo(first);
  }

  private String raise(String key) {
    return it.database()
        .inTransaction(
            () ->
                it.problems()
                    .raise(
                        new Problems.NewProblem(
                            key,
                            "unknown-item",
                            "O-1",
                            null,
                            null,
                            "acme",
                            false,
                            "t",
                            "text",
                            "remedy",
                            null,
                            null)));
  }
}
