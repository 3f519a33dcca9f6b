package io.quayside.outbound;

import io.quayside.edi.Finding;
import io.quayside.edi.Interchange;
import io.quayside.edi.OutElement;
import io.quayside.edi.OutSegment;
import io.quayside.work.PermanentFailure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What may be lost in a document and what not: of a text that people read a character may be
 * replaced, a number must come back to the character, in the character set of its sender.
 *
 * <pre>BAK*00*AD*BESTELLUNG-Ü42*20261120~</pre>
 */
final class CarriedText {

  /** Elements that people read: names, addresses, descriptions, copies of bad data. */
  private static final Map<String, Set<Integer>> FREE_TEXT =
      Map.ofEntries(
          Map.entry("AK4", Set.of(4)),
          Map.entry("IK4", Set.of(4)),
          Map.entry("ITD", Set.of(12)),
          Map.entry("MSG", Set.of(1)),
          Map.entry("MTX", Set.of(2)),
          Map.entry("N1", Set.of(2)),
          Map.entry("N2", Set.of(1, 2)),
          Map.entry("N3", Set.of(1, 2)),
          Map.entry("N4", Set.of(1)),
          Map.entry("N9", Set.of(3)),
          Map.entry("NTE", Set.of(2)),
          Map.entry("PER", Set.of(2)),
          Map.entry("PID", Set.of(5)),
          Map.entry("REF", Set.of(3)),
          Map.entry("SAC", Set.of(15)),
          Map.entry("TD5", Set.of(5)),
          Map.entry("CTA", Set.of(2)),
          Map.entry("FTX", Set.of(4)),
          Map.entry("IMD", Set.of(3)),
          Map.entry("NAD", Set.of(3, 4, 5, 6)));

  private CarriedText() {}

  /** Whether a character of the element may be replaced. */
  static boolean isFree(String tag, int element) {
    return FREE_TEXT.getOrDefault(tag, Set.of()).contains(element);
  }

  /** ISO-8859-1 for what ASCII can hold; else what the answered interchange was written in. */
  static Charset charset(List<OutSegment> body, Supplier<Optional<Interchange>> answered) {
    boolean ascii =
        body.stream()
            .flatMap(segment -> segment.elements().stream())
            .map(OutElement::values)
            .flatMap(List::stream)
            .allMatch(value -> value.chars().allMatch(c -> c < 0x80));
    return ascii
        ? StandardCharsets.ISO_8859_1
        : answered.get().map(Interchange::charset).orElse(StandardCharsets.ISO_8859_1);
  }

  /** A number that did not fit into the character set, among what the writer replaced. */
  static Optional<Finding> lost(List<Finding> replaced) {
    return replaced.stream()
        .filter(finding -> !isFree(finding.segment(), finding.position().element()))
        .findFirst();
  }

  /**
   * @throws PermanentFailure when a number was changed
   */
  static void check(String type, Charset charset, List<Finding> replaced) {
    lost(replaced)
        .ifPresent(
            finding -> {
              throw new PermanentFailure(
                  "No %s is sent: %s `%s` holds %s, which cannot be written in %s. It must come back to the character. Agree with the partner on another character set and retry, or answer by hand."
                      .formatted(
                          type, finding.name(), finding.value(), signs(finding, charset), charset));
            });
  }

  private static String signs(Finding finding, Charset charset) {
    return finding
        .value()
        .codePoints()
        .filter(
            c ->
                Character.isISOControl(c)
                    || c == '\uFEFF'
                    || !charset.newEncoder().canEncode(Character.toString(c)))
        .mapToObj("U+%04X"::formatted)
        .findFirst()
        .orElse("a character");
  }
}
