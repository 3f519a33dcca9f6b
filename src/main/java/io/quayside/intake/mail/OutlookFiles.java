package io.quayside.intake.mail;

import io.quayside.intake.child.ChildException;
import io.quayside.intake.child.Children;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The Outlook files of one mail; when two have cost a process, no more are tried. */
final class OutlookFiles {

  private static final int MOST_LOSSES = 2;

  private final Children children;
  private int losses;

  OutlookFiles(Children children) {
    this.children = children;
  }

  /** The texts and attachments in it; empty when it is none after all. */
  Optional<List<MimeWalk.Inner>> open(byte[] bytes) throws IOException {
    if (losses >= MOST_LOSSES) {
      throw new IOException("Other parts of this mail broke the limits, so it was not tried");
    }
    try {
      return OutlookTask.answer(children.read(OutlookTask.NAME, bytes));
    } catch (ChildException e) {
      losses += e.refused() ? 0 : 1;
      throw e;
    }
  }
}
