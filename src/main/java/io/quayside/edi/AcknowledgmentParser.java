package io.quayside.edi;

import io.quayside.edi.ReceivedAcknowledgment.SetAnswer;
import java.util.ArrayList;
import java.util.List;

/** Reads a partner's 997 (AK segments) or 999 (IK segments) in the order of the set. */
final class AcknowledgmentParser {
  private final List<ReceivedAcknowledgment> found = new ArrayList<>();
  private Segment group;
  private Segment set;
  private List<SetAnswer> sets = new ArrayList<>();
  private List<String> errors = new ArrayList<>();
  private String place = "";

  List<ReceivedAcknowledgment> parse(TransactionSet received) {
    for (Segment segment : received.segments()) {
      switch (segment.tag()) {
        case "AK1" -> {
          finish(null);
          group = segment;
        }
        case "AK2" -> {
          finishSet(null);
          set = segment;
        }
        case "AK3", "IK3" -> segmentNote(segment);
        case "AK4", "IK4" -> elementNote(segment);
        case "AK5", "IK5" -> finishSet(segment);
        case "AK9" -> finish(segment);
        default -> {
          // ST, SE and the context segments of a 999 say nothing about the verdict.
        }
      }
    }
    finish(null);
    return found;
  }

  private void segmentNote(Segment note) {
    String loop = note.element(3).isBlank() ? "" : ", loop " + note.element(3).strip();
    place = "segment %s (%s%s)".formatted(note.element(1).strip(), note.element(2).strip(), loop);
    String code = note.element(4).strip();
    if (!code.equals("8")) {
      errors.add(sentence(place, Words.segmentError(code)));
    }
  }

  private void elementNote(Segment note) {
    String element = note.component(1, 1).strip();
    String component = note.component(1, 2).strip();
    String what = "element " + element + (component.isEmpty() ? "" : "-" + component);
    if (!note.element(2).isBlank()) {
      what += " (data element " + note.element(2).strip() + ")";
    }
    if (!note.element(4).isBlank()) {
      what += " `" + note.element(4) + "`";
    }
    String where = place.isEmpty() ? what : place + ", " + what;
    errors.add(sentence(where, Words.elementError(note.element(3).strip())));
  }

  private void finishSet(Segment trailer) {
    if (set == null) {
      return;
    }
    Verdict verdict = trailer == null ? Verdict.REJECTED : verdict(trailer);
    for (int n = 2; trailer != null && n <= trailer.elementCount(); n++) {
      String code = trailer.element(n).strip();
      if (!code.isEmpty()) {
        errors.add(sentence("the set", Words.setError(code)));
      }
    }
    if (trailer == null) {
      errors.add("The acknowledgment has no verdict on this set (AK5 is missing).");
    }
    sets.add(new SetAnswer(set.element(1).strip(), set.element(2).strip(), verdict, errors));
    set = null;
    errors = new ArrayList<>();
    place = "";
  }

  private void finish(Segment trailer) {
    finishSet(null);
    if (group == null) {
      return;
    }
    List<String> groupErrors = new ArrayList<>();
    for (int n = 5; trailer != null && n <= trailer.elementCount(); n++) {
      String code = trailer.element(n).strip();
      if (!code.isEmpty()) {
        groupErrors.add(sentence("the group", Words.groupError(code)));
      }
    }
    if (trailer == null) {
      groupErrors.add("The acknowledgment has no verdict on the group (AK9 is missing).");
    }
    found.add(
        new ReceivedAcknowledgment(
            group.element(1).strip(),
            group.element(2).strip(),
            trailer == null ? Verdict.REJECTED : verdict(trailer),
            trailer == null ? -1 : Numbers.count(trailer.element(2), -1),
            trailer == null ? -1 : Numbers.count(trailer.element(3), -1),
            trailer == null ? -1 : Numbers.count(trailer.element(4), -1),
            groupErrors,
            sets));
    group = null;
    sets = new ArrayList<>();
  }

  private static Verdict verdict(Segment trailer) {
    return Verdict.of(trailer.element(1).strip());
  }

  private static String sentence(String where, String why) {
    return Character.toUpperCase(where.charAt(0)) + where.substring(1) + ": " + why + ".";
  }
}
