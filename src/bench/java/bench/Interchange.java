package bench;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One interchange with one set, read by ISA's own separators. A reader apart from the product's: it
 * shares no code with it.
 */
record Interchange(List<List<String>> segments) {

  static Interchange read(String text) {
    if (!text.startsWith("ISA") || text.length() < 106) {
      throw new IllegalArgumentException("no ISA");
    }
    String separator = Pattern.quote(text.substring(3, 4));
    String terminator = Pattern.quote(text.substring(105, 106));
    return new Interchange(
        Arrays.stream(text.split(terminator))
            .map(String::strip)
            .filter(segment -> !segment.isEmpty())
            .map(segment -> List.of(segment.split(separator, -1)))
            .toList());
  }

  /** All segments with a tag. */
  List<List<String>> all(String tag) {
    return segments.stream().filter(segment -> segment.get(0).equals(tag)).toList();
  }

  /** An element of the first segment with a tag; "" when there is none. */
  String value(String tag, int element) {
    return all(tag).stream().findFirst().map(found -> element(found, element)).orElse("");
  }

  static String element(List<String> segment, int number) {
    return number < segment.size() ? segment.get(number) : "";
  }

  /** What is wrong with envelope and counts; "" when nothing is. */
  String envelopeFault() {
    int from = index("ST");
    int to = index("SE");
    if (from < 0 || to < 0 || all("ISA").size() != 1 || all("IEA").size() != 1) {
      return "envelope is not whole";
    }
    if (!value("SE", 1).equals(String.valueOf(to - from + 1))) {
      return "SE01 is " + value("SE", 1) + ", there are " + (to - from + 1);
    }
    boolean numbers =
        value("ISA", 13).equals(value("IEA", 2))
            && value("GS", 6).equals(value("GE", 2))
            && value("ST", 2).equals(value("SE", 2));
    return numbers ? "" : "control numbers of header and trailer differ";
  }

  private int index(String tag) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).get(0).equals(tag)) {
        return i;
      }
    }
    return -1;
  }
}
