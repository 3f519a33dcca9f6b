package io.quayside.intake;

import java.text.Normalizer;
import java.util.Locale;

/** Names that others chose: safe to show, and safe as a part of a file name of ours. */
final class ArrivalNames {

  private static final int LONGEST = 100;

  private ArrivalNames() {}

  /** A name that programs give to files they are still writing. */
  static boolean unfinished(String name) {
    return (name.startsWith(".") && !name.startsWith(".."))
        || name.toLowerCase(Locale.ROOT).matches("(?s).*[.](tmp|part|partial|filepart|crdownload)");
  }

  /** A name that a server may give: no path in it, nothing that SFTP or we would read otherwise. */
  static boolean allowed(String name) {
    return name.matches("[A-Za-z0-9_][A-Za-z0-9 ._@+=,()-]{0,119}") && !name.contains("..");
  }

  /** The name as text: control and invisible characters become {@code ?}. */
  static String shown(String name) {
    String text = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC);
    String clean =
        text.replaceAll(
            "[\\p{Cntrl}\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uFFFD]", "?");
    return clean.length() > 255 ? clean.substring(0, 255) : clean;
  }

  /** The last part of the name with letters, digits and {@code . _ -} only. */
  static String sanitised(String name) {
    String last = name == null ? "" : name.replaceFirst("(?s)^.*[/\\\\]", "");
    String clean = last.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("\\.{2,}", "_");
    String bare = clean.replaceFirst("^[.]+", "_");
    if (bare.isEmpty()) {
      return "unnamed";
    }
    return bare.length() > LONGEST ? bare.substring(bare.length() - LONGEST) : bare;
  }
}
