package io.quayside.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a file by its first bytes; names and content types are never trusted. Plain Java, for
 * the command line too.
 */
public final class Recognition {

  private static final int LOOKED_AT = 4096;
  private static final Pattern ROOT =
      Pattern.compile("<([A-Za-z_][A-Za-z0-9_.-]*:)?([A-Za-z_][A-Za-z0-9_.-]*)");
  private static final Pattern EDIFACT_MESSAGE = Pattern.compile("UNH.[^'+]*.([A-Z]{6})");
  private static final Pattern EDIFACT_SENDER =
      Pattern.compile("UNB\\W[^+']*\\+([^:+']{1,35})(?::([^:+']{1,4}))?");
  private static final Pattern MAIL =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9-]*: [^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\n)*){2,}");

  /**
   * A tag and what its first element must be: a name may begin with ST, a table with GS.
   *
   * <pre>
   * ISA*00*   GS*PO*   ST*850*   TA1*000000905*
   * </pre>
   */
  private static final Pattern X12 =
      Pattern.compile(
          "(?i)(?:ISA([^A-Za-z0-9 ])(?:.{0,2}\\1|.{0,2}$)|GS([^A-Za-z0-9 ])[A-Z]{2}\\2"
              + "|ST([^A-Za-z0-9 ])\\d{3}\\3|TA1([^A-Za-z0-9 ])\\d{1,9}\\4)");

  private static final Pattern EDIFACT =
      Pattern.compile(
          "(?i)(?:UNA[^A-Za-z0-9\\s]{2}|UN[BHG]\\+|UNOA[^A-Za-z0-9\\s]"
              + "|UNB[^A-Za-z0-9\\s][A-Z0-9]{4}[^A-Za-z0-9\\s][1-9])");

  /** A network put a line of its own before the interchange: {@code $$ADD ID=…, //STX12//}. */
  private static final Pattern LATER_ISA =
      Pattern.compile(
          "(?://|\\$\\$|[#*])[^\\n]{0,200}?(?<![A-Za-z0-9])"
              + "\\n?ISA([^A-Za-z0-9\\s])\\d\\d\\1.{10}\\1\\d\\d\\1.{10}\\1..\\1");

  private Recognition() {}

  /**
   * What was recognised.
   *
   * @param document what the document calls itself ({@code ORDERS}, an XML root), "" when unknown
   * @param sender who it says it is from (qualifier/id), "" when it does not say
   */
  public record Recognised(Format format, String document, String sender) {}

  /** Looks at a file's content. */
  public static Recognised of(byte[] bytes) {
    byte[] head = head(bytes);
    if (head.length == 0) {
      return new Recognised(Format.EMPTY, "", "");
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (startsLikeX12(text)) {
      return new Recognised(Format.X12, "", x12Sender(text));
    }
    if (EDIFACT.matcher(text).lookingAt()) {
      return new Recognised(
          Format.EDIFACT, find(EDIFACT_MESSAGE, text).orElse(""), edifactSender(text));
    }
    if (text.startsWith("EDI_DC40")) {
      return new Recognised(Format.IDOC, "", "");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return new Recognised(Format.JSON, "", "");
    }
    if (text.startsWith("<")) {
      return new Recognised(Format.XML, root(text), "");
    }
    return new Recognised(other(head, text), "", "");
  }

  /** What was cut off after its tag is X12 too, so that its fault is said. */
  private static boolean startsLikeX12(String text) {
    return X12.matcher(text).lookingAt();
  }

  private static Format other(byte[] head, String text) {
    if (text.startsWith("%PDF")) {
      return Format.PDF;
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return Format.OFFICE;
    }
    if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return Format.OLD_OFFICE;
    }
    if (text.matches("(?s)(\u0089PNG\r\n|\u00FF\u00D8\u00FF|II\\*\u0000|MM\u0000\\*).*")) {
      return Format.PICTURE;
    }
    for (byte b : head) {
      if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return Format.UNKNOWN;
      }
    }
    if (MAIL.matcher(text).lookingAt()) {
      return Format.EMAIL;
    }
    if (LATER_ISA.matcher(text).lookingAt()) {
      return Format.X12;
    }
    String[] lines = text.split("\\R", 3);
    boolean table = lines.length > 1 && lines[0].matches("(?s).*[,;\\t|].*");
    return table ? Format.CSV : Format.TEXT;
  }

  /** The first bytes after a byte order mark and blanks. */
  private static byte[] head(byte[] bytes) {
    int from = 0;
    if (bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF) {
      from = 3;
    }
    while (from < bytes.length && (bytes[from] == ' ' || (bytes[from] >= 9 && bytes[from] <= 13))) {
      from++;
    }
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LOOKED_AT));
  }

  /** {@code ISA*00*…*00*…*ZZ*ACMEEDI …}: elements 5 and 6. */
  private static String x12Sender(String text) {
    if (!text.regionMatches(true, 0, "ISA", 0, 3)) {
      return "";
    }
    String[] elements = text.split(Pattern.quote(text.substring(3, 4)), 9);
    return elements.length < 8 ? "" : elements[5].strip() + "/" + elements[6].strip();
  }

  private static String edifactSender(String text) {
    Matcher matcher = EDIFACT_SENDER.matcher(text);
    if (!matcher.find()) {
      return "";
    }
    String qualifier = matcher.group(2) == null ? "" : matcher.group(2);
    return qualifier + "/" + matcher.group(1).strip();
  }

  private static String root(String text) {
    String body = text.replaceFirst("(?s)^(<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\\s)+", "");
    Matcher matcher = ROOT.matcher(body);
    return matcher.lookingAt() ? matcher.group(2) : "";
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }
}
