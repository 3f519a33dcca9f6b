package io.quayside.edi;

import io.quayside.edi.Finding.Severity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How heavy each kind of error weighs: what an agreement says of it, else what is usual.
 *
 * <pre>Severities.of(false, Map.of("invalid-date", "reject", "segment-unknown", "accept"))</pre>
 *
 * <p>What is only a note stays one: it may be right in a release that is not known here.
 */
public final class Severities {
  private static final Severities USUAL = new Severities(false, Map.of());
  private static final Severities STRICT = new Severities(true, Map.of());

  private final boolean strict;
  private final Map<SyntaxError, Severity> agreed;

  private Severities(boolean strict, Map<SyntaxError, Severity> agreed) {
    this.strict = strict;
    this.agreed = agreed;
  }

  /** What rejects is what makes a document unusable; the rest is accepted with errors. */
  public static Severities usual() {
    return USUAL;
  }

  /**
   * @param strict any error rejects, unless agreed otherwise
   * @param agreed {@code accept}, {@code accept-with-errors} or {@code reject} by the name of an
   *     error, see {@link #names()}; an accepted error stands in no acknowledgment
   * @throws IllegalArgumentException when a name or a word is none
   */
  public static Severities of(boolean strict, Map<String, String> agreed) {
    if (agreed.isEmpty()) {
      return strict ? STRICT : USUAL;
    }
    Map<SyntaxError, Severity> severities = new EnumMap<>(SyntaxError.class);
    agreed.forEach((name, word) -> severities.put(error(name), severity(name, word)));
    return new Severities(strict, severities);
  }

  /** The errors of which something can be agreed, for example {@code mandatory-segment-missing}. */
  public static List<String> names() {
    return Arrays.stream(SyntaxError.values())
        .filter(error -> error != SyntaxError.UNNAMED)
        .map(Severities::name)
        .toList();
  }

  private static SyntaxError error(String name) {
    return Arrays.stream(SyntaxError.values())
        .filter(error -> error != SyntaxError.UNNAMED && name(error).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("`" + name + "` is no error of EDI"));
  }

  private static String name(SyntaxError error) {
    return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Severity severity(String name, String word) {
    return switch (word) {
      case "accept" -> Severity.NOTE;
      case "accept-with-errors" -> Severity.ERROR;
      case "reject" -> Severity.FATAL;
      default ->
          throw new IllegalArgumentException(
              name + ": `" + word + "` is none of accept, accept-with-errors, reject");
    };
  }

  /** What an error weighs that usually weighs so much. */
  Severity of(SyntaxError error, Severity usual) {
    if (usual == Severity.NOTE || agreed.isEmpty() && !strict) {
      return usual;
    }
    return agreed.getOrDefault(error, strict ? Severity.FATAL : usual);
  }

  /** What an error weighs that is a note unless it is agreed upon, whether strict or not. */
  Severity ofNote(SyntaxError error) {
    return agreed.getOrDefault(error, Severity.NOTE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Severities that && strict == that.strict && agreed.equals(that.agreed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(strict, agreed);
  }
}
