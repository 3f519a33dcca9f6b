package io.quayside.edi;

import io.quayside.edi.SetSchema.Loop;
import io.quayside.edi.SetSchema.Place;
import java.util.Locale;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * A transaction set as SAX events, one element for each segment and loop, the data as attributes.
 *
 * <pre>{@code
 * <x12-850>
 *   <ST ST01="850" ST02="0001" _at="162"/>
 *   <BEG BEG01="00" BEG03="4500000042" _at="175"/>
 *   <PO1-loop><PO1 PO101="10" PO102="100" _at="203"/></PO1-loop>
 * </x12-850>
 * }</pre>
 *
 * <p>Empty elements are left out. A composite appears whole (SLN05) and by component (SLN0501), in
 * EDIFACT every element does (BGM02 and BGM0201), its repetitions as GIR0201_2. EDIFACT has the
 * root {@code edifact-ORDERS}; release characters are taken off but for composites as a whole.
 * {@code _at} is the offset of the segment in the received bytes. A segment that has no place in
 * the schema stands in the loop that was open when it came; a set of unknown type has no loops at
 * all.
 */
public final class SetXml {
  private static final String NO_NAMESPACE = "";
  private static final String CDATA = "CDATA";

  /** Writes startDocument to endDocument; no namespaces. */
  public void write(TransactionSet set, ContentHandler handler) throws SAXException {
    String standard = set.standard().name().toLowerCase(Locale.ROOT);
    String root = standard + "-" + name(set.type(), "unknown");
    String end = Envelope.of(set.standard()).setEnd;
    AttributesImpl none = new AttributesImpl();
    handler.startDocument();
    handler.startElement(NO_NAMESPACE, root, root, none);
    Loop open = set.schema() == null ? null : set.schema().root();
    int index = 0;
    for (Segment segment : set.segments()) {
      Place place = set.place(index);
      boolean trailer = index > 0 && segment.tag().equals(end);
      if (place != null) {
        open = move(open, place, handler, none);
      } else if (trailer && open != null) {
        open = close(open, set.schema().root(), handler);
      }
      write(segment, set.standard(), handler);
      index++;
    }
    if (open != null) {
      close(open, set.schema().root(), handler);
    }
    handler.endElement(NO_NAMESPACE, root, root);
    handler.endDocument();
  }

  /** Closes and opens loops until the place's own is open: a new one where the place begins it. */
  private static Loop move(Loop open, Place place, ContentHandler handler, AttributesImpl none)
      throws SAXException {
    Loop target = place.loop();
    boolean begins = target.parent != null && target.children[0] == place;
    Loop stay = begins ? target.parent : target;
    Loop now = open;
    while (now != stay) {
      now = close(now, now.parent, handler);
    }
    if (begins) {
      String name = target.name() + "-loop";
      handler.startElement(NO_NAMESPACE, name, name, none);
    }
    return target;
  }

  private static Loop close(Loop from, Loop to, ContentHandler handler) throws SAXException {
    for (Loop loop = from; loop != to; loop = loop.parent) {
      String name = loop.name() + "-loop";
      handler.endElement(NO_NAMESPACE, name, name);
    }
    return to;
  }

  private static void write(Segment segment, Standard standard, ContentHandler handler)
      throws SAXException {
    String tag = name(segment.tag(), "_unknown");
    AttributesImpl attributes = new AttributesImpl();
    for (int n = 1; n <= segment.elementCount(); n++) {
      String value = segment.element(n);
      if (!value.isEmpty()) {
        String name = tag + two(n);
        add(attributes, name, value);
        int repetitions = segment.repetitionCount(n);
        for (int r = 1; r <= repetitions; r++) {
          components(segment, n, r, standard, name, attributes);
        }
      }
    }
    add(attributes, "_at", String.valueOf(segment.position().byteOffset()));
    handler.startElement(NO_NAMESPACE, tag, tag, attributes);
    handler.endElement(NO_NAMESPACE, tag, tag);
  }

  /** In EDIFACT a single component too: what was simple may be a composite in another release. */
  private static void components(
      Segment segment,
      int n,
      int repetition,
      Standard standard,
      String name,
      AttributesImpl attributes) {
    int components = segment.componentCount(n, repetition);
    boolean always = standard == Standard.EDIFACT || repetition > 1;
    for (int c = 1; (components > 1 || always) && c <= components; c++) {
      String part = segment.component(n, repetition, c);
      if (!part.isEmpty()) {
        add(attributes, name + two(c) + (repetition == 1 ? "" : "_" + repetition), part);
      }
    }
  }

  private static void add(AttributesImpl attributes, String name, String value) {
    attributes.addAttribute(NO_NAMESPACE, name, name, CDATA, value);
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : String.valueOf(n);
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
