package io.quayside.edi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The structure of one transaction set, numbered for fast checking: every loop and every segment's
 * place.
 */
final class SetSchema {
  private final Standard standard;
  private final String release;
  private final String title;
  private final Loop root;
  private final Place[] places;
  private final int loops;
  private final int slots;
  private final Set<Integer> tags = new HashSet<>();
  private final Map<Integer, SegmentType> floating = new HashMap<>();

  /** A child of a loop: a segment's place, or a loop that begins with a certain segment. */
  sealed interface Child permits Place, Loop {
    int tag();

    int min();

    int max();

    String name();
  }

  /**
   * @param index number of the place in the set
   * @param loop the loop it stands in
   */
  record Place(int index, int tag, String name, SegmentType type, int min, int max, Loop loop)
      implements Child {}

  /** A loop; its id is the tag of its first segment, as AK303 has it. */
  static final class Loop implements Child {
    final int index;
    final Loop parent;
    final int depth;
    private final int min;
    private final int max;
    Child[] children;
    int[] childTags;
    int[] childMins;
    int[] childMaxes;
    int firstSlot;
    int indexInParent;
    private String elementName;

    private Loop(int index, Loop parent, int min, int max) {
      this.index = index;
      this.parent = parent;
      this.depth = parent == null ? 0 : parent.depth + 1;
      this.min = min;
      this.max = max;
    }

    @Override
    public int tag() {
      return childTags[0];
    }

    @Override
    public int min() {
      return min;
    }

    @Override
    public int max() {
      return max;
    }

    @Override
    public String name() {
      return parent == null ? "" : children[0].name();
    }

    /** The loop's name in a tree of elements, for example {@code PO1-loop}. */
    String elementName() {
      return elementName;
    }
  }

  /**
   * A loop or segment as its file has it: a loop has children and no type.
   *
   * @param floating may stand anywhere in the set, as NTE did until 003060
   */
  record Draft(SegmentType type, int min, int max, boolean floating, List<Draft> children) {}

  SetSchema(Standard standard, String release, String title, List<Draft> top) {
    this.standard = standard;
    this.release = release;
    this.title = title;
    List<Place> found = new ArrayList<>();
    int[] counters = new int[2];
    this.root = loop(new Draft(null, 1, 1, false, placed(top)), null, found, counters);
    this.places = found.toArray(Place[]::new);
    this.loops = counters[0];
    this.slots = counters[1];
    found.forEach(place -> tags.add(place.tag()));
  }

  private List<Draft> placed(List<Draft> top) {
    for (Draft draft : top) {
      if (draft.floating()) {
        floating.put(Tag.code(draft.type().tag()), draft.type());
      }
    }
    return top.stream().filter(draft -> !draft.floating()).toList();
  }

  private static Loop loop(Draft draft, Loop parent, List<Place> places, int[] counters) {
    Loop loop = new Loop(counters[0]++, parent, draft.min(), draft.max());
    int size = draft.children().size();
    loop.firstSlot = counters[1];
    counters[1] += size;
    loop.children = new Child[size];
    loop.childTags = new int[size];
    loop.childMins = new int[size];
    loop.childMaxes = new int[size];
    for (int i = 0; i < size; i++) {
      Draft child = draft.children().get(i);
      if (child.type() == null) {
        Loop inner = loop(child, loop, places, counters);
        inner.indexInParent = i;
        loop.children[i] = inner;
      } else {
        Place place =
            new Place(
                places.size(),
                Tag.code(child.type().tag()),
                child.type().tag(),
                child.type(),
                child.min(),
                child.max(),
                loop);
        places.add(place);
        loop.children[i] = place;
      }
      loop.childTags[i] = loop.children[i].tag();
      loop.childMins[i] = child.min();
      loop.childMaxes[i] = child.max();
    }
    loop.elementName = loop.name() + "-loop";
    return loop;
  }

  Standard standard() {
    return standard;
  }

  /** The release it describes, for example 004010 or D96A. */
  String release() {
    return release;
  }

  String title() {
    return title;
  }

  Loop root() {
    return root;
  }

  Place place(int index) {
    return places[index];
  }

  int loops() {
    return loops;
  }

  /** Number of children of all loops together. */
  int slots() {
    return slots;
  }

  /** The type of a segment that may stand anywhere; null when there is none with this tag. */
  SegmentType floating(int tag) {
    return floating.get(tag);
  }

  boolean contains(int tag) {
    return tags.contains(tag);
  }
}
