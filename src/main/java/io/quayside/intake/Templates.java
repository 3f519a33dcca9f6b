package io.quayside.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was learned about the layouts of each sender's documents for people. */
public interface Templates {

  /**
   * One layout's.
   *
   * @param state {@code on}, {@code off} or {@code deleted}
   * @param source the file
   * @param used documents that were read by it
   * @param right of those that a person looked at, how many had nothing to mend
   * @param wrong and how many had something to mend
   * @param streak right ones since the last wrong one
   */
  record Stored(
      String partnerId,
      String layout,
      long version,
      String state,
      String source,
      int used,
      int right,
      int wrong,
      int streak) {

    /** Does it read more wrongly than rightly of late? Its values wait for a person then. */
    public boolean doubtful() {
      return wrong > streak;
    }
  }

  /** A partner's, without the deleted ones. */
  List<Stored> of(String partnerId);

  /** One stored version, the whole file. */
  record Version(long version, Instant at, String by, String source) {}

  /** All versions, newest first. */
  List<Version> history(String partnerId, String layout);

  Optional<Stored> find(String partnerId, String layout);

  /** Stores what is learned from now on; a deleted one begins anew. In the current transaction. */
  void save(String partnerId, String layout, String source, String by);

  /** Counts a document that was read by it, in the current transaction. */
  void used(String partnerId, String layout);

  /** Counts what a person found, in the current transaction. */
  void judged(String partnerId, String layout, boolean wrong, boolean mended);

  /** Switches it {@code on} or {@code off}; false when there is none. */
  boolean turn(String partnerId, String layout, String state);

  /** Forgets it; its versions stay for the audit. False when there is none. */
  boolean delete(String partnerId, String layout);
}
