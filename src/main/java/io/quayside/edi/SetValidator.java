package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import io.quayside.edi.SetSchema.Child;
import io.quayside.edi.SetSchema.Loop;
import io.quayside.edi.SetSchema.Place;
import java.util.Arrays;

/**
 * Checks the order and number of a set's segments, and gives each its place in the schema, so that
 * nobody has to work out the loops again.
 *
 * <p>A misplaced or unknown segment is reported and kept; it never costs the segments around it.
 */
final class SetValidator {
  /** The place of a segment that has none in the schema. */
  static final int NOWHERE = -1;

  private final EdiSchemas schemas;
  private final Tokens tokens;
  private final SetSchema schema;
  private final FindingLog log;
  private final SegmentChecker checker;

  /** Occurrences of each child in the current instance of its loop. */
  private final int[] counts;

  /** For each loop the child where its current instance stands. */
  private final int[] at;

  private Loop current;
  private int segment;
  private int number;

  SetValidator(
      EdiSchemas schemas, Tokens tokens, SetSchema schema, boolean ownRelease, FindingLog log) {
    this.schemas = schemas;
    this.tokens = tokens;
    this.schema = schema;
    this.log = log;
    this.checker = new SegmentChecker(tokens, ownRelease, log);
    this.counts = new int[schema.slots()];
    this.at = new int[schema.loops()];
    this.current = schema.root();
  }

  /**
   * Checks the segments between ST and SE.
   *
   * @param first index of ST
   * @param count number of segments with ST, and SE when it is there
   * @return for each segment the index of its place, {@link #NOWHERE} for ST, SE, strays and
   *     segments that may stand anywhere
   */
  int[] validate(int first, int count, boolean complete) {
    int[] places = new int[count];
    Arrays.fill(places, NOWHERE);
    int end = complete ? count - 1 : count;
    for (int i = 1; i < end; i++) {
      segment = first + i;
      number = i + 1;
      int tag = tokens.tagCode(segment);
      SegmentType floating = schema.floating(tag);
      Place place = floating == null ? place(tag) : null;
      if (floating != null) {
        checker.check(segment, number, floating, loopName());
      } else if (place != null) {
        places[i] = place.index();
        checker.check(segment, number, place.type(), loopName());
      }
    }
    segment = first + count - 1;
    number = complete ? count : count + 1;
    closeTo(schema.root());
    leave(schema.root(), schema.root().children.length);
    return places;
  }

  private Place place(int tag) {
    for (Loop loop = current; loop != null; loop = loop.parent) {
      int index = find(loop, tag, true);
      if (index >= 0) {
        return enter(loop, index);
      }
    }
    for (Loop loop = current; loop != null; loop = loop.parent) {
      int index = find(loop, tag, false);
      if (index >= 0) {
        tooMany(loop.children[index]);
        return enter(loop, index);
      }
    }
    for (Loop loop = current; loop != null; loop = loop.parent) {
      for (int i = at[loop.index] - 1; i >= 0; i--) {
        if (loop.childTags[i] == tag && !isTrigger(loop, i)) {
          return enterMisplaced(loop, i);
        }
      }
    }
    stray(tag);
    return null;
  }

  /**
   * Next child with the tag from where the loop stands; with room only when one more is allowed.
   */
  private int find(Loop loop, int tag, boolean withRoom) {
    int[] tags = loop.childTags;
    for (int i = at[loop.index]; i < tags.length; i++) {
      if (tags[i] == tag && !isTrigger(loop, i)) {
        if (!withRoom || counts[loop.firstSlot + i] < loop.childMaxes[i]) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first segment of a loop begins the loop; within it, it is taken already. */
  private static boolean isTrigger(Loop loop, int index) {
    return index == 0 && loop.parent != null;
  }

  private Place enter(Loop loop, int index) {
    closeTo(loop);
    leave(loop, index);
    at[loop.index] = index;
    return count(loop, index);
  }

  private Place enterMisplaced(Loop loop, int index) {
    closeTo(loop);
    Child next = loop.children[Math.min(at[loop.index], loop.children.length - 1)];
    report(
        SyntaxError.SEGMENT_TOO_LATE,
        Severity.ERROR,
        tokens.tag(segment),
        "stands too late: it belongs before " + next.name(),
        "Move it before " + next.name());
    return count(loop, index);
  }

  private Place count(Loop loop, int index) {
    counts[loop.firstSlot + index]++;
    if (loop.children[index] instanceof Loop inner) {
      open(inner);
      return (Place) inner.children[0];
    }
    return (Place) loop.children[index];
  }

  private void open(Loop loop) {
    Arrays.fill(counts, loop.firstSlot, loop.firstSlot + loop.children.length, 0);
    counts[loop.firstSlot] = 1;
    at[loop.index] = 0;
    current = loop;
  }

  /** Leaves the loops inside the given one; each must have had what it needs. */
  private void closeTo(Loop loop) {
    while (current != loop) {
      leave(current, current.children.length);
      current = current.parent;
    }
  }

  /** Goes on to a child: the mandatory ones before it must have come. */
  private void leave(Loop loop, int index) {
    for (int i = at[loop.index]; i < index; i++) {
      if (loop.childMins[i] > 0 && counts[loop.firstSlot + i] == 0) {
        counts[loop.firstSlot + i] = 1;
        missing(loop.children[i]);
      }
    }
  }

  private void missing(Child child) {
    report(
        SyntaxError.MANDATORY_SEGMENT_MISSING,
        Severity.FATAL,
        child.name(),
        "the mandatory segment " + child.name() + " is missing before " + tokens.tag(segment),
        "Add it");
  }

  private void tooMany(Child child) {
    boolean loop = child instanceof Loop;
    report(
        loop ? SyntaxError.LOOP_TOO_OFTEN : SyntaxError.SEGMENT_TOO_OFTEN,
        Severity.ERROR,
        child.name(),
        (loop ? "the loop" : "the segment") + " stands more than " + child.max() + " times here",
        "Send at most " + child.max());
  }

  private void stray(int tag) {
    String name = tokens.tag(segment);
    if (schema.contains(tag)) {
      report(
          SyntaxError.SEGMENT_UNEXPECTED,
          Severity.ERROR,
          name,
          "does not belong here in a " + schema.title().toLowerCase(java.util.Locale.ROOT),
          "Move it into its loop, or leave it out");
    } else if (schemas.isSegment(schema.standard(), tag)) {
      report(
          SyntaxError.SEGMENT_NOT_IN_SET,
          Severity.ERROR,
          name,
          "is no segment of this transaction set",
          "Leave it out");
    } else {
      report(
          SyntaxError.SEGMENT_UNKNOWN,
          Severity.ERROR,
          name,
          "is no segment that we know",
          "Check the tag");
    }
  }

  private void report(SyntaxError error, Severity severity, String tag, String why, String mend) {
    Severity lowered = checker.lowered(severity, false);
    Position position = tokens.position(segment, number, 0, 0);
    log.add(Level.SEGMENT, error, lowered, position, tag, loopName(), "", "", why, mend);
  }

  private String loopName() {
    return current.name();
  }
}
