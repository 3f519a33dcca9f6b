package io.quayside.edi;

/**
 * The service segments of a standard: their tags, and where the numbers and counts stand in them.
 * Trailers are alike everywhere: the count in element 1, the number of the header in element 2.
 *
 * <pre>ISA GS ST … SE GE IEA        UNB UNG UNH … UNT UNE UNZ</pre>
 */
enum Envelope {
  X12("ISA", "GS", "ST", "SE", "GE", "IEA", 13, 6, 2),
  EDIFACT("UNB", "UNG", "UNH", "UNT", "UNE", "UNZ", 5, 5, 1);

  /** What a segment means for the envelope. */
  enum Role {
    GROUP,
    SET,
    SET_END,
    GROUP_END,
    END,
    /** Belongs to no set and is kept: TA1. */
    SERVICE,
    /** Security segments around groups: passed over. */
    IGNORED,
    DATA
  }

  final String header;
  final String group;
  final String set;
  final String setEnd;
  final String groupEnd;
  final String end;
  final int interchangeNumber;
  final int groupNumber;
  final int setNumber;
  private final int[] tags;

  Envelope(
      String header,
      String group,
      String set,
      String setEnd,
      String groupEnd,
      String end,
      int interchangeNumber,
      int groupNumber,
      int setNumber) {
    this.header = header;
    this.group = group;
    this.set = set;
    this.setEnd = setEnd;
    this.groupEnd = groupEnd;
    this.end = end;
    this.interchangeNumber = interchangeNumber;
    this.groupNumber = groupNumber;
    this.setNumber = setNumber;
    this.tags =
        new int[] {
          Tag.code(group), Tag.code(set), Tag.code(setEnd), Tag.code(groupEnd), Tag.code(end)
        };
  }

  static Envelope of(Standard standard) {
    return standard == Standard.X12 ? X12 : EDIFACT;
  }

  Standard standard() {
    return this == X12 ? Standard.X12 : Standard.EDIFACT;
  }

  Role role(int tag) {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] == tag) {
        return Role.values()[i];
      }
    }
    if (this == X12 && tag == Tag.TA1) {
      return Role.SERVICE;
    }
    return this == X12 && (tag == Tag.ISB || tag == Tag.ISE) ? Role.IGNORED : Role.DATA;
  }

  /** ST01 or UNH 0065. */
  String setType(Segment header) {
    return (this == X12 ? header.element(1) : header.component(2, 1)).strip();
  }

  /** The release a set is written in: GS08, or UNH 0052 and 0054 as in D96A. */
  String setVersion(Segment set, Segment group) {
    return this == X12
        ? group.element(8).strip()
        : set.component(2, 2).strip() + set.component(2, 3).strip();
  }

  /** Name of an element as the guides write it, for example GS06. */
  static String name(String tag, int element) {
    return tag + (element < 10 ? "0" : "") + element;
  }
}
