package io.quayside.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail's header ends. Some programs write a blank into the empty line after it, and a
 * strict reader then takes all of the text for a field that goes on.
 */
final class HeaderEnd {

  private static final int LONGEST = 100_000;

  /** A line of blanks, and after it one that neither goes on nor is a field. */
  private static final Pattern BLANKS =
      Pattern.compile("\\n([ \\t]+)\\r?\\n(?=[^\\s])(?![!-9;-~]+[ \\t]*:)");

  private HeaderEnd() {}

  /** The mail with an empty line there; the same bytes when nothing was odd. */
  static byte[] mended(byte[] mail) {
    String head = new String(mail, 0, Math.min(mail.length, LONGEST), ISO_8859_1);
    Matcher end = Pattern.compile("\\n\\r?\\n").matcher(head);
    Matcher blanks = BLANKS.matcher(head);
    if (!blanks.find() || (end.find() && end.start() < blanks.start())) {
      return mail;
    }
    int gone = blanks.end(1) - blanks.start(1);
    byte[] mended = new byte[mail.length - gone];
    System.arraycopy(mail, 0, mended, 0, blanks.start(1));
    System.arraycopy(mail, blanks.end(1), mended, blanks.start(1), mail.length - blanks.end(1));
    return mended;
  }
}
