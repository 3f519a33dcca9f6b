package io.quayside.mapping;

import io.quayside.edi.Position;
import io.quayside.edi.Segment;
import io.quayside.edi.SetXml;
import io.quayside.edi.TransactionSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A transaction set as the elements that mappings read. */
final class SetDocument implements DocumentSource {
  private static final Set<String> ENVELOPE = Set.of("ST", "SE", "UNH", "UNT");
  private static final int NUMBERS = 100;

  /** By tag: names are made once, for they are compared for every segment. */
  private static final Map<String, AttributeName[]> NAMES = new ConcurrentHashMap<>();

  private static final int KNOWN_TAGS = 2000;

  private final TransactionSet set;

  SetDocument(TransactionSet set) {
    this.set = set;
  }

  @Override
  public void read(Handler handler) {
    SegmentElement element = new SegmentElement();
    new SetXml()
        .write(
            set,
            new SetXml.Handler() {
              @Override
              public void startLoop(String name) {
                handler.start(new LoopElement(name));
              }

              @Override
              public void segment(String name, Segment segment) {
                element.name = name;
                element.segment = segment;
                handler.start(element);
                handler.end();
              }

              @Override
              public void endLoop() {
                handler.end();
              }
            });
  }

  /** A loop, or the root: it holds segments and no data of its own. */
  private record LoopElement(String name) implements DocumentElement {
    @Override
    public String value(AttributeName name) {
      return "";
    }

    @Override
    public void attributes(Taker taker) {
      // A loop has none.
    }

    @Override
    public Place place(AttributeName name) {
      return new Place(this.name, 0, -1);
    }
  }

  /** The segment that is read now. */
  private static final class SegmentElement implements DocumentElement {
    private String name;
    private Segment segment;

    @Override
    public String name() {
      return name;
    }

    @Override
    public String value(AttributeName attribute) {
      return attribute.element() == 0
          ? ""
          : segment.attribute(attribute.element(), attribute.repetition(), attribute.component());
    }

    @Override
    public void attributes(Taker taker) {
      AttributeName[] names = names(name);
      segment.attributes((n, r, c, value) -> taker.take(attribute(names, n, r, c), value));
    }

    @Override
    public Place place(AttributeName attribute) {
      Position at =
          attribute.element() == 0 ? segment.position() : segment.position(attribute.element());
      return new Place(attribute.name(), at.line(), at.byteOffset());
    }

    @Override
    public boolean isEnvelope() {
      return ENVELOPE.contains(name);
    }

    private AttributeName attribute(AttributeName[] names, int n, int r, int c) {
      if (c > 0 || n >= NUMBERS) {
        String component = c == 0 ? "" : two(c) + (r == 1 ? "" : "_" + r);
        return new AttributeName(name + two(n) + component, n, r, c);
      }
      AttributeName known = names[n];
      if (known == null) {
        known = new AttributeName(name + two(n), n, r, 0);
        names[n] = known;
      }
      return known;
    }

    /** Tags come from received documents, so only so many are remembered. */
    private static AttributeName[] names(String tag) {
      AttributeName[] known = NAMES.get(tag);
      if (known == null) {
        known = new AttributeName[NUMBERS];
        if (NAMES.size() < KNOWN_TAGS) {
          NAMES.put(tag, known);
        }
      }
      return known;
    }

    private static String two(int n) {
      return n < 10 ? "0" + n : String.valueOf(n);
    }
  }
}
