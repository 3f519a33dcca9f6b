package io.quayside.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The work list: what needs a person. One open problem a key. */
public interface Problems {

  /**
   * A problem as it is raised.
   *
   * @param key what makes it the same problem, for example {@code order/01K…/price-mismatch/030}
   * @param kind a word of the documented list, for example {@code unknown-item}, {@code
   *     delivery-failed}
   * @param title one line for the list
   * @param text which value, where it stands, why it is wrong
   * @param remedy how to mend it
   * @param retry the queue message that tries again, or null when a retry makes no sense
   */
  record NewProblem(
      String key,
      String kind,
      String orderId,
      String documentId,
      String receiptId,
      String partnerId,
      boolean test,
      String title,
      String text,
      String remedy,
      Outbox.Message retry,
      Instant deadline) {}

  /** A problem as it stands. */
  record Problem(
      String id,
      String key,
      String kind,
      String orderId,
      String documentId,
      String receiptId,
      String partnerId,
      boolean test,
      String title,
      String text,
      String remedy,
      boolean retryable,
      Instant deadline,
      Instant raisedAt,
      Instant resolvedAt,
      String resolvedBy,
      String note) {}

  /** Which problems to list; null means any. */
  record Query(
      String kind,
      String orderId,
      String partnerId,
      Boolean open,
      Boolean test,
      int page,
      int size) {}

  /** A page of problems, newest first. */
  record Page(List<Problem> items, int page, int size, long total) {}

  /**
   * Raises a problem in the current transaction, or refreshes the open one of the same key; gives
   * its id.
   */
  String raise(NewProblem problem);

  /** Closes the open problem of a key, if there is one. */
  void resolve(String key, String by, String note);

  /** Closes all open problems whose key starts with the prefix. */
  void resolveAll(String keyPrefix, String by, String note);

  /** Closes a problem by its id; false when it is unknown or closed already. */
  boolean close(String id, String by, String note);

  /**
   * Sends the problem's retry message again; false when it is unknown, closed or cannot be retried.
   */
  boolean retry(String id, String by);

  Optional<Problem> find(String id);

  Page list(Query query);

  /** How many are open, test area left out. */
  long open();
}
