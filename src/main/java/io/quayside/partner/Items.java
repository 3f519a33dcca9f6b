package io.quayside.partner;

import java.util.List;
import java.util.Map;

/**
 * How the partner names our items.
 *
 * @param match id schemes in the order in which they are tried, default vendor, buyer, gtin
 * @param crossReference the partner's number -> our SKU
 */
public record Items(List<String> match, Map<String, String> crossReference) {
  public Items {
    match = List.copyOf(match);
    crossReference = Map.copyOf(crossReference);
  }
}
