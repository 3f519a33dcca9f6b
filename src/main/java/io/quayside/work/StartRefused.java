package io.quayside.work;

/** The hub does not start, for a reason that whoever starts it can mend. */
public final class StartRefused extends IllegalStateException {

  private final String reason;
  private final String remedy;

  /**
   * @param reason what is in the way, a sentence
   * @param remedy what to do about it, a sentence
   */
  public StartRefused(String reason, String remedy, Throwable cause) {
    super(reason + " " + remedy, cause);
    this.reason = reason;
    this.remedy = remedy;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
