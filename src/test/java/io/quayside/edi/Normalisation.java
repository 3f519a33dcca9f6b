package io.quayside.edi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** In what an interchange as received may differ from the same one read and written again. */
enum Normalisation {
  /**
   * Segments outside any set are no documents; all but ISB and ISE, which are passed over, are
   * findings.
   */
  OUTSIDE_SETS {
    @Override
    String apply(String text, Interchange interchange, String suffix) {
      StringBuilder inside = new StringBuilder(text);
      String end = interchange.delimiters().segment();
      outside(interchange)
          .map(offset -> offset - interchange.startOffset())
          .sorted(Comparator.reverseOrder())
          .forEach(at -> inside.delete(at, after(inside, end, at)));
      return inside
          .toString()
          .replaceAll(
              "(?<=" + Pattern.quote(end + suffix) + ")IS[BE].*?" + Pattern.quote(end + suffix),
              "");
    }

    private Stream<Integer> outside(Interchange interchange) {
      return Stream.concat(
              interchange.findings().stream(),
              interchange.groups().stream().flatMap(group -> group.findings().stream()))
          .filter(finding -> finding.sentence().contains("stands outside any set"))
          .map(finding -> finding.position().byteOffset());
    }

    private int after(StringBuilder text, String end, int at) {
      int found = text.indexOf(end, at);
      int after = found < 0 ? text.length() : found + end.length();
      while (after < text.length() && "\r\n".indexOf(text.charAt(after)) >= 0) {
        after++;
      }
      return after;
    }
  },

  /** Of half an interchange the segment that was cut is left out, which is a finding. */
  CUT_OFF {
    @Override
    String apply(String text, Interchange interchange, String suffix) {
      int end = text.lastIndexOf(interchange.delimiters().segment());
      return interchange.isComplete() || end < 0
          ? text
          : text.substring(0, end + interchange.delimiters().segment().length());
    }
  },

  /** Line ends and blanks between segments, and empty segments, are no data. */
  BETWEEN_SEGMENTS {
    @Override
    String apply(String text, Interchange interchange, String suffix) {
      return join(segments(text, interchange), interchange, suffix);
    }
  },

  /** Tags are written in capitals. */
  CAPITAL_TAGS {
    @Override
    String apply(String text, Interchange interchange, String suffix) {
      char element = interchange.delimiters().element();
      List<String> segments = segments(text, interchange);
      segments.replaceAll(
          segment -> {
            int end = segment.indexOf(element) < 0 ? segment.length() : segment.indexOf(element);
            return segment.substring(0, end).toUpperCase(Locale.ROOT) + segment.substring(end);
          });
      return join(segments, interchange, suffix);
    }
  },

  /** A release character before what is no delimiter does nothing. */
  NEEDLESS_RELEASE {
    @Override
    String apply(String text, Interchange interchange, String suffix) {
      Delimiters used = interchange.delimiters();
      String signs = WrittenAgain.signs(used);
      int start = text.startsWith("UNA") ? UNA : 0;
      StringBuilder plain = new StringBuilder(text.substring(0, start));
      for (int i = start; i < text.length(); i++) {
        boolean released = used.release() != 0 && text.charAt(i) == used.release();
        if (released && i + 1 < text.length() && signs.indexOf(text.charAt(++i)) >= 0) {
          plain.append(used.release());
        }
        plain.append(text.charAt(i));
      }
      return plain.toString();
    }
  },

  /** A file wrapped at a fixed width is read without its line ends. */
  UNWRAPPED {
    @Override
    String apply(String text, Interchange interchange, String suffix) {
      return BETWEEN_SEGMENTS.apply(text.replaceAll("[\r\n]", ""), interchange, suffix);
    }
  };

  /** UNA and its six signs. */
  private static final int UNA = 9;

  abstract String apply(String text, Interchange interchange, String suffix);

  private static String join(List<String> segments, Interchange interchange, String suffix) {
    String end = interchange.delimiters().segment();
    return segments.isEmpty() ? "" : String.join(end + suffix, segments) + end;
  }

  /** What stands between terminators, without line ends around it. */
  private static List<String> segments(String text, Interchange interchange) {
    String terminator = interchange.delimiters().segment();
    char release = interchange.delimiters().release();
    List<String> segments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (release != 0 && text.charAt(i) == release) {
        i++;
      } else if (text.startsWith(terminator, i)) {
        segments.add(text.substring(start, i));
        start = i + terminator.length();
      }
    }
    segments.add(text.substring(start));
    segments.replaceAll(segment -> segment.replaceAll("^[\\s\0]+|[\r\n]+$", ""));
    segments.removeIf(String::isEmpty);
    return segments;
  }
}
