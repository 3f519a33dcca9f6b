package io.quayside.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Many threads that write at once, on the one connection of SQLite. */
class GroupCommitTest {

  private static final int WRITERS = 20;

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
  private final AtomicInteger commits = new AtomicInteger();
  private DatabaseUnderTest under;
  private Database database;

  @BeforeEach
  void open() {
    under = DatabaseUnderTest.open("sqlite");
    database = under.database();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    under.close();
  }

  @Test
  void whoWaitsForTheWriterSharesItsCommit() throws Exception {
    for (Future<Integer> one : writeTogether(number -> insert("series-" + number))) {
      assertThat(one.get()).isEqualTo(1);
    }
    assertThat(series()).hasSize(WRITERS);
    assertThat(commits).hasValue(1);
  }

  @Test
  void whoFailsIsRolledBackAlone() throws Exception {
    List<Future<Integer>> all =
        writeTogether(
            number -> {
              int written = insert("series-" + number);
              if (number == 7) {
                throw new IllegalStateException("number seven fails");
              }
              return written;
            });
    for (int number = 0; number < WRITERS; number++) {
      Future<Integer> one = all.get(number);
      if (number == 7) {
        assertThatThrownBy(one::get)
            .isInstanceOf(ExecutionException.class)
            .hasRootCauseMessage("number seven fails");
      } else {
        assertThat(one.get()).isEqualTo(1);
      }
    }
    assertThat(series()).hasSize(WRITERS - 1).doesNotContain("series-7");
  }

  @Test
  void aFailureThatIsSwallowedInsideRollsItsTransactionBackAllTheSame() throws Exception {
    List<Future<Integer>> all =
        writeTogether(
            number -> {
              int written = insert("series-" + number);
              if (number == 3) {
                swallowed();
              }
              return written;
            });
    assertThatThrownBy(all.get(3)::get).hasMessageContaining("rolled back");
    assertThat(series()).hasSize(WRITERS - 1).doesNotContain("series-3");
  }

  private void swallowed() {
    try {
      database.inTransaction(
          () -> {
            throw new IllegalArgumentException("inside");
          });
    } catch (IllegalArgumentException expected) {
      assertThat(expected).hasMessage("inside");
    }
  }

  private interface Work {
    int write(int number);
  }

  /** Holds the writer until all have come, so that they form one group. */
  private List<Future<Integer>> writeTogether(Work work) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch comes = new CountDownLatch(1);
    Future<?> first =
        threads.submit(
            () ->
                database.inTransaction(
                    () -> {
                      comes.countDown();
                      await(held);
                    }));
    comes.await();
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int number = i;
      Callable<Integer> one =
          () ->
              database.inTransaction(
                  () -> {
                    countCommit();
                    return work.write(number);
                  });
      all.add(threads.submit(one));
    }
    org.awaitility.Awaitility.await().until(() -> under.waiting() == WRITERS);
    held.countDown();
    first.get();
    return all;
  }

  /** Counts each physical transaction once. */
  private void countCommit() {
    Object counted = "counted";
    if (!TransactionSynchronizationManager.hasResource(counted)) {
      TransactionSynchronizationManager.bindResource(counted, counted);
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              TransactionSynchronizationManager.unbindResource(counted);
              commits.incrementAndGet();
            }
          });
    }
  }

  private int insert(String series) {
    return database
        .write()
        .sql("INSERT INTO counter (series, last_number) VALUES (?, 1)")
        .param(series)
        .update();
  }

  private List<String> series() {
    return database.read().sql("SELECT series FROM counter").query(String.class).list();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
