package io.quayside.intake.child;

import java.io.IOException;

/** The file was not read; the message is a sentence for people. */
public final class ChildException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean refused;

  ChildException(String sentence, boolean refused) {
    super(sentence);
    this.refused = refused;
  }

  static ChildException refused(String sentence) {
    return new ChildException(sentence, true);
  }

  static ChildException ended(String sentence) {
    return new ChildException(sentence, false);
  }

  /** The reader looked at the file and refused it; else the process was lost over it. */
  public boolean refused() {
    return refused;
  }
}
