package io.quayside.mapping;

import io.quayside.edi.Position;
import io.quayside.edi.Segment;
import io.quayside.edi.TransactionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * One run of a mapping over one set: which segment is read now, which values were taken, what was
 * odd. Smooks calls the rules of a segment while the reader stands on it, so the run is bound to
 * the thread from the first event to the last.
 */
final class Reading {
  static final String BEAN = "reading";

  private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();
  private static final Set<String> ENVELOPE = Set.of("ST", "SE");
  private static final Pattern NUMBER = Pattern.compile("\\d\\d(\\d\\d)?");

  private final List<Segment> segments;
  private final List<Seen> seen = new ArrayList<>();
  private final List<MappedOrder.Problem> findings = new ArrayList<>();
  private int next;

  private record Seen(Segment segment, Map<String, String> values, Set<String> used) {}

  Reading(TransactionSet set) {
    this.segments = set.segments();
  }

  /** The run of this thread. */
  static Reading current() {
    Reading reading = CURRENT.get();
    if (reading == null) {
      throw new IllegalStateException("no document is being read by this thread");
    }
    return reading;
  }

  void begin() {
    CURRENT.set(this);
  }

  void end() {
    CURRENT.remove();
  }

  /** The reader stands on the segment that starts at this offset. */
  void enter(int byteOffset, Attributes attributes) {
    while (next < segments.size() && segments.get(next).position().byteOffset() < byteOffset) {
      next++;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (!attributes.getQName(i).startsWith("_")) {
        values.put(attributes.getQName(i), attributes.getValue(i));
      }
    }
    seen.add(new Seen(segments.get(Math.min(next, segments.size() - 1)), values, new HashSet<>()));
  }

  /** A rule took this value of the current segment. */
  void used(String element) {
    if (!seen.isEmpty()) {
      here().used().add(element);
    }
  }

  /** A value of the current segment cannot be what it should be. */
  void odd(String element, String value, String why, String remedy) {
    Position at = position(here().segment(), element);
    findings.add(new MappedOrder.Problem(element, at.byteOffset(), at.line(), value, why, remedy));
  }

  /** A rule gave another value to a property that has one. */
  void repeated(String property, Object value) {
    Segment segment = here().segment();
    findings.add(
        new MappedOrder.Problem(
            segment.tag(),
            segment.position().byteOffset(),
            segment.position().line(),
            String.valueOf(value),
            "`" + property + "` was said before with another value, and the first one holds",
            "Ask the sender which one is meant"));
  }

  /** Something that stands in no single place. */
  void disagreement(String where, String value, String why, String remedy) {
    findings.add(new MappedOrder.Problem(where, -1, 0, value, why, remedy));
  }

  List<MappedOrder.Problem> findings() {
    return findings;
  }

  /** Every value that no rule took, envelope aside. */
  List<String> unused() {
    List<String> lines = new ArrayList<>();
    for (Seen each : seen) {
      if (ENVELOPE.contains(each.segment().tag())) {
        continue;
      }
      Set<String> covered = new HashSet<>(each.used());
      each.values().keySet().forEach(name -> whole(each, name).ifPresent(covered::add));
      each.values()
          .forEach(
              (name, value) -> {
                boolean partOfUsed = whole(each, name).filter(each.used()::contains).isPresent();
                if (!covered.contains(name) && !partOfUsed) {
                  Position at = position(each.segment(), name);
                  lines.add(
                      "%s `%s` (line %d, byte %d)"
                          .formatted(name, value, at.line(), at.byteOffset()));
                }
              });
    }
    return lines;
  }

  private Seen here() {
    return seen.get(seen.size() - 1);
  }

  /** SLN05 for its component SLN0501; empty for a simple element. */
  private static Optional<String> whole(Seen seen, String name) {
    int simple = seen.segment().tag().length() + 2;
    return name.length() > simple ? Optional.of(name.substring(0, simple)) : Optional.empty();
  }

  private static Position position(Segment segment, String element) {
    String number = element.substring(Math.min(element.length(), segment.tag().length()));
    return NUMBER.matcher(number).matches()
        ? segment.position(Integer.parseInt(number.substring(0, 2)))
        : segment.position();
  }
}
