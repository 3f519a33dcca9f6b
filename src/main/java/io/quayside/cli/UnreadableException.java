package io.quayside.cli;

/** A file of which nothing can be said but why: reason and remedy in whole sentences. */
final class UnreadableException extends Exception {
  private final String reason;
  private final String remedy;

  UnreadableException(String reason, String remedy) {
    super(reason + " " + remedy);
    this.reason = reason;
    this.remedy = remedy;
  }

  String reason() {
    return reason;
  }

  String remedy() {
    return remedy;
  }
}
