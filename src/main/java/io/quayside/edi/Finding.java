package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that was noticed while reading: what, where, why, and how to mend it.
 *
 * <p>The code is the standard's own, by level: INTERCHANGE TA105, GROUP AK905, SET AK502, SEGMENT
 * AK304, ELEMENT AK403; "" where the standard has none (such findings appear in no acknowledgment).
 *
 * @param position where, in the received bytes
 * @param segment tag of the segment, "" when none is concerned
 * @param loop id of the loop the segment stands in, "" at the top
 * @param dataElement reference number in the data element dictionary (AK402), "" when unknown
 * @param value the bad data as received, "" when something is missing
 * @param why what is wrong, in plain words
 * @param mend what the sender should do
 */
public record Finding(
    Level level,
    String code,
    Severity severity,
    Position position,
    String segment,
    String loop,
    String dataElement,
    String value,
    String why,
    String mend) {

  private static final int SHOWN = 60;

  /** What the finding is about, from the outside in. */
  public enum Level {
    INTERCHANGE,
    GROUP,
    SET,
    SEGMENT,
    ELEMENT
  }

  /** NOTE changes no verdict; ERROR accepts with errors; FATAL rejects. */
  public enum Severity {
    NOTE,
    ERROR,
    FATAL
  }

  /**
   * The finding in one line for a person.
   *
   * <pre>DTM02 `20261340` (segment 7, line 7, byte 412): not a date. Give it as CCYYMMDD.</pre>
   */
  public String sentence() {
    StringBuilder text = new StringBuilder(name());
    if (!value.isEmpty()) {
      text.append(text.length() == 0 ? "`" : " `").append(shown()).append('`');
    }
    List<String> where = new ArrayList<>();
    if (position.segmentNumber() > 0) {
      where.add("segment " + position.segmentNumber());
    }
    where.add("line " + position.line());
    where.add("byte " + position.byteOffset());
    if (!loop.isEmpty()) {
      where.add("loop " + loop);
    }
    text.append(text.length() == 0 ? "" : " ").append('(').append(String.join(", ", where));
    text.append("): ").append(why).append('.');
    if (!mend.isEmpty()) {
      text.append(' ').append(mend).append('.');
    }
    return text.toString();
  }

  /** Segment and element as a guide names them, for example PO107 or SLN05-2. */
  public String name() {
    if (position.element() == 0) {
      return segment;
    }
    String name = "%s%02d".formatted(segment, position.element());
    return position.component() == 0 ? name : name + "-" + position.component();
  }

  private String shown() {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < value.length() && i < SHOWN; i++) {
      char c = value.charAt(i);
      clean.append(Character.isISOControl(c) ? '?' : c);
    }
    return value.length() > SHOWN ? clean + "…" : clean.toString();
  }
}
