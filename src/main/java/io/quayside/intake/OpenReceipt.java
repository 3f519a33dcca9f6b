package io.quayside.intake;

import java.util.List;

/**
 * Queue {@code intake.open}.
 *
 * @param from where the interchange stands that a person decided about; null for the whole receipt
 * @param accept what the person accepts there, for example {@code control-number-conflict}
 */
public record OpenReceipt(String receiptId, Long from, List<String> accept) {
  public OpenReceipt {
    accept = accept == null ? List.of() : List.copyOf(accept);
  }

  boolean accepts(long place, String kind) {
    return accept.contains(kind) && (from == null || from == place);
  }

  /** The same, with one more thing accepted at a place. */
  OpenReceipt accepting(long place, String kind) {
    List<String> all =
        new java.util.ArrayList<>(from != null && from == place ? accept : List.of());
    all.add(kind);
    return new OpenReceipt(receiptId, place, all);
  }
}
