package io.quayside.intake;

import java.util.List;

/**
 * Something in an order for people that only its sender can say.
 *
 * @param word the sentence in {@code mappings/email/words.<language>.properties}, {@code ask.date}
 * @param values what is filled in, {@code 05/04/2026}
 */
public record OpenPoint(String word, List<String> values) {
  public OpenPoint {
    values = List.copyOf(values);
  }

  static OpenPoint of(String word, String... values) {
    return new OpenPoint(word, List.of(values));
  }
}
