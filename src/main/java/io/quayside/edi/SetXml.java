package io.quayside.edi;

import io.quayside.edi.SetSchema.Loop;
import io.quayside.edi.SetSchema.Place;
import java.util.Locale;

/**
 * A transaction set as a tree: one element for each segment and loop, the data as attributes
 * ({@link Segment#attribute}).
 *
 * <pre>{@code
 * <x12-850>
 *   <ST ST01="850" ST02="0001"/>
 *   <BEG BEG01="00" BEG03="4500000042"/>
 *   <PO1-loop><PO1 PO101="10" PO102="100"/></PO1-loop>
 * </x12-850>
 * }</pre>
 *
 * <p>A composite appears whole (SLN05) and by component (SLN0501), in EDIFACT every element does
 * (BGM02 and BGM0201), its repetitions as GIR0201_2. EDIFACT has the root {@code edifact-ORDERS}. A
 * segment that has no place in the schema stands in the loop that was open when it came; a set of
 * unknown type has no loops at all.
 */
public final class SetXml {

  /** Takes the tree in reading order; every loop that is begun is ended, the root too. */
  public interface Handler {
    /** The root, for example {@code x12-850}, or a loop, for example {@code PO1-loop}. */
    void startLoop(String name);

    /**
     * @param name the tag, {@code _unknown} when it cannot be a name
     */
    void segment(String name, Segment segment);

    void endLoop();
  }

  /** Walks through the set once. */
  public void write(TransactionSet set, Handler handler) {
    String standard = set.standard().name().toLowerCase(Locale.ROOT);
    String end = Envelope.of(set.standard()).setEnd;
    handler.startLoop(standard + "-" + name(set.type(), "unknown"));
    Loop open = set.schema() == null ? null : set.schema().root();
    int index = 0;
    for (Segment segment : set.segments()) {
      Place place = set.place(index);
      if (place != null) {
        open = move(open, place, handler);
        handler.segment(place.name(), segment);
      } else {
        String tag = segment.tag();
        if (open != null && index > 0 && tag.equals(end)) {
          open = close(open, set.schema().root(), handler);
        }
        handler.segment(name(tag, "_unknown"), segment);
      }
      index++;
    }
    if (open != null) {
      close(open, set.schema().root(), handler);
    }
    handler.endLoop();
  }

  /** Closes and opens loops until the place's own is open: a new one where the place begins it. */
  private static Loop move(Loop open, Place place, Handler handler) {
    Loop target = place.loop();
    boolean begins = target.parent != null && target.children[0] == place;
    close(open, begins ? target.parent : target, handler);
    if (begins) {
      handler.startLoop(target.elementName());
    }
    return target;
  }

  private static Loop close(Loop from, Loop to, Handler handler) {
    for (Loop loop = from; loop != to; loop = loop.parent) {
      handler.endLoop();
    }
    return to;
  }

  /** Received text becomes part of an XML name: letters and digits only. */
  private static String name(String received, String otherwise) {
    boolean clean =
        !received.isEmpty()
            && received
                .chars()
                .allMatch(
                    c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    return clean ? received : otherwise;
  }
}
