package io.quayside.intake.extract;

import io.quayside.mapping.MappedOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What was read out of a paper.
 *
 * @param mapped the order as far as it was found, with evidence and findings; without {@code
 *     poNumber} or {@code lines} where there are none
 * @param confidence by JSON pointer of each value
 * @param layout the name of the sender's template that was used; null when none was
 * @param trouble why nothing could be read, in words; null when it could
 * @param notes what a person may want to know, though nothing is odd about the order
 */
public record Extraction(
    MappedOrder mapped,
    Map<String, Confidence> confidence,
    String layout,
    String trouble,
    List<String> notes) {
  public Extraction {
    confidence = Collections.unmodifiableMap(confidence);
    notes = List.copyOf(notes);
  }

  /** The same, with a note more. */
  Extraction noted(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Extraction(mapped, confidence, layout, trouble, more);
  }

  /** What is odd, and the notes, a sentence each. */
  public List<String> said() {
    List<String> all = new ArrayList<>();
    mapped.findings().forEach(one -> all.add(one.sentence()));
    all.addAll(notes);
    return all;
  }

  /** Is it a picture without words, which a person can read? */
  public static boolean isPicture(Extraction read) {
    return read.mapped().findings().stream().anyMatch(one -> one.where().equals("picture"));
  }

  /** Is there an order in it at all? */
  public boolean found() {
    return mapped.order().hasNonNull("poNumber") || mapped.order().path("lines").size() > 0;
  }

  /** The least sure of the order's number, items and quantities; 0 when one of them is missing. */
  public double leastNeeded() {
    double least = confidence.getOrDefault("/poNumber", Confidence.none()).value();
    int lines = mapped.order().path("lines").size();
    for (int i = 0; i < lines; i++) {
      String line = "/lines/" + i;
      double item =
          confidence.entrySet().stream()
              .filter(one -> one.getKey().matches(line + "/ids/[0-9]+/value"))
              .mapToDouble(one -> one.getValue().value())
              .max()
              .orElse(0);
      double quantity = confidence.getOrDefault(line + "/quantity", Confidence.none()).value();
      least = Math.min(least, Math.min(item, quantity));
    }
    return lines == 0 ? 0 : least;
  }

  /** The least sure value of those that an order stands on; 0 when one of them is missing. */
  public double least() {
    double least = 1;
    if (!mapped.order().hasNonNull("poNumber") || mapped.order().path("lines").isEmpty()) {
      return 0;
    }
    for (Map.Entry<String, Confidence> one : confidence.entrySet()) {
      least = Math.min(least, one.getValue().value());
    }
    return least;
  }
}
