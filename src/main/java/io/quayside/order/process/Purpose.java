package io.quayside.order.process;

import io.quayside.order.canonical.PurchaseOrder;
import java.util.Locale;
import java.util.Set;

/**
 * What a purchase order document asks for: only an original order of a shipping type is fulfilled.
 */
enum Purpose {
  /** BEG01 00 with a type that ships; also every release of a blanket. */
  ORIGINAL,
  /** BEG01 01 cancellation, 04 change, 05 replace, and all that a person has to read. */
  CHANGE,
  /** BEG01 06 confirmation, 07 duplicate, 22 information copy; blankets, quotes, repairs. */
  COPY;

  private static final Set<String> COPIES = Set.of("06", "07", "22");

  private static final Set<String> COPY_WORDS =
      Set.of("confirmation", "duplicate", "information-copy", "copy");

  /** BEG02 (92): BE BK KB blanket, BD BQ bid or quote, CF IN copies, CP CR changes, RR SW TR. */
  private static final Set<String> NOT_TO_SHIP =
      Set.of("BE", "BK", "KB", "BD", "BQ", "CF", "IN", "CP", "CR", "RR", "SW", "TR");

  private static final Set<String> TYPE_WORDS =
      Set.of("blanket", "bid", "quote", "copy", "confirmation", "change", "repair", "stop");

  static Purpose of(PurchaseOrder order) {
    String code = order.purposeCode();
    String word = order.purpose() == null ? "original" : order.purpose().toLowerCase(Locale.ROOT);
    boolean isX12 = order.source() == null || "x12".equals(order.source().format());
    if (isX12 && code != null && COPIES.contains(code) || COPY_WORDS.contains(word)) {
      return COPY;
    }
    boolean original = isX12 && code != null ? "00".equals(code) : "original".equals(word);
    if (!original) {
      return CHANGE;
    }
    boolean ships =
        !(isX12 && order.typeCode() != null && NOT_TO_SHIP.contains(order.typeCode()))
            && (order.type() == null
                || TYPE_WORDS.stream().noneMatch(order.type().toLowerCase(Locale.ROOT)::equals));
    return ships ? ORIGINAL : COPY;
  }

  /** BEG01 or BCH01 01; BGM 1225 1. */
  static boolean cancels(PurchaseOrder order) {
    return "cancellation".equals(word(order));
  }

  /** For people: a change, a cancellation. */
  static String words(PurchaseOrder order) {
    return switch (word(order)) {
      case "cancellation" -> "a cancellation";
      case "change" -> "a change";
      case "replace" -> "a replacement";
      default ->
          "a document of purpose "
              + (order.purposeCode() == null ? order.purpose() : order.purposeCode());
    };
  }

  /** {@code cancellation}, {@code change}, {@code replace}, or another word; may be empty. */
  static String word(PurchaseOrder order) {
    boolean isX12 = order.source() == null || "x12".equals(order.source().format());
    if (isX12 && order.purposeCode() != null) {
      return switch (order.purposeCode()) {
        case "01" -> "cancellation";
        case "04" -> "change";
        case "05" -> "replace";
        default -> "";
      };
    }
    return order.purpose() == null ? "" : order.purpose().toLowerCase(Locale.ROOT);
  }
}
