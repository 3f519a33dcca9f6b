package io.quayside.edi;

import java.util.Map;

/** Where the number of a business document stands, always in the segment after ST. */
final class DocumentNumber {
  private static final Map<String, String> ELEMENTS =
      Map.ofEntries(
          Map.entry("810", "BIG02"),
          Map.entry("850", "BEG03"),
          Map.entry("855", "BAK03"),
          Map.entry("856", "BSN02"),
          Map.entry("860", "BCH03"),
          Map.entry("865", "BCA03"),
          Map.entry("875", "G5003"),
          Map.entry("880", "G0102"));

  private static final int TAG = 3;

  private DocumentNumber() {}

  /** With its place, for example {@code BEG03:4500000042}; "" when there is none. */
  static String of(TransactionSet set) {
    String element = ELEMENTS.getOrDefault(set.type(), "");
    if (element.isEmpty() || set.segmentCount() < 2) {
      return "";
    }
    Segment beginning = set.segments().get(1);
    String number = beginning.element(Integer.parseInt(element.substring(TAG))).strip();
    boolean there = beginning.tag().equals(element.substring(0, TAG)) && !number.isEmpty();
    return there ? element + ":" + number : "";
  }
}
