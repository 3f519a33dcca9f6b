package io.quayside.partner;

/**
 * One thing that is wrong in a file.
 *
 * @param line from 1; 0 when it concerns the whole file
 * @param path for example {@code channels.in[0].host}; "" for the whole file
 * @param value the wrong value as given, "" when something is missing
 */
public record Fault(int line, String path, String value, String why, String remedy) {

  private static final int SHOWN = 80;

  /** In one line: {@code line 12, channels.in[0].port `70000`: not a port. Give 1 to 65535.} */
  public String sentence() {
    StringBuilder text = new StringBuilder(line > 0 ? "line " + line : "file");
    if (!path.isEmpty()) {
      text.append(", ").append(path);
    }
    if (!value.isEmpty()) {
      String clean = value.replaceAll("\\p{Cntrl}", "?");
      String shown = clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
      text.append(" `").append(shown).append('`');
    }
    text.append(": ").append(why).append(". ").append(remedy);
    return remedy.endsWith("?") ? text.toString() : text.append('.').toString();
  }
}
