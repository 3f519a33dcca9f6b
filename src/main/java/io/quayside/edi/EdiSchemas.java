package io.quayside.edi;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The schemas of the transaction sets and messages we know, read when first needed from files in
 * staedi's EDISchema format.
 *
 * <p>{@code x12/850.schema.xml} describes all releases of the 850, {@code
 * edifact/orders.schema.xml} all directories of ORDERS: what holds only for some says so. A set of
 * a release before or after them is read with the nearest and gets a note, never a refusal. Safe
 * for use by several threads.
 */
public final class EdiSchemas {
  private static final int NAME_LENGTH = 6;
  private static final int REMEMBERED = 1000;

  private final Function<String, InputStream> files;
  private final Map<String, Optional<SetSchema>> cache = new ConcurrentHashMap<>();
  private final Map<Standard, Set<Integer>> segments = new ConcurrentHashMap<>();

  /**
   * @param files opens a file by its path below {@code mappings/}, for example {@code
   *     x12/850.schema.xml}; null when there is none
   */
  public EdiSchemas(Function<String, InputStream> files) {
    this.files = files;
  }

  /** Whether sets of this type can be validated, for example {@code X12}, {@code 850}. */
  public boolean knows(Standard standard, String type) {
    return schema(standard, "", type).isPresent();
  }

  /**
   * The schema for a set, of its own release or the nearest; empty when the type is unknown.
   *
   * @param version GS08 ({@code 004010VICS}), or what follows the type in UNH ({@code
   *     D:96A:UN:EAN008}); the release most used when it is neither
   * @param type for example {@code 850} or {@code ORDERS}
   */
  Optional<SetSchema> schema(Standard standard, String version, String type) {
    if (!isName(type)) {
      return Optional.empty();
    }
    String name = release(standard, version);
    Release release = name.isEmpty() ? Release.usual(standard) : Release.of(name);
    String path = folder(standard) + type.toLowerCase(Locale.ROOT) + ".schema.xml";
    String key = path + "@" + release.name();
    Optional<SetSchema> known = cache.get(key);
    if (known == null) {
      known = SchemaFile.read(path, standard, release, files);
      // Releases and types come from received documents: only so many are remembered.
      if (cache.size() < REMEMBERED) {
        cache.put(key, known);
      }
    }
    return known;
  }

  /** The six digits that begin GS08; "" when it does not begin so. */
  static String release(String version) {
    return release(Standard.X12, version);
  }

  /**
   * The release as {@link SetSchema#release()} has it, for example 004010 or D96A; "" for nothing.
   */
  static String release(Standard standard, String version) {
    return Release.name(standard, version);
  }

  /**
   * Whether any set that we know has such a segment: tells a stray segment (6) from no segment at
   * all (1).
   */
  boolean isSegment(Standard standard, int tag) {
    return segments
        .computeIfAbsent(
            standard, each -> SchemaFile.segments(folder(each) + "dictionary.schema.xml", files))
        .contains(tag);
  }

  private static String folder(Standard standard) {
    return standard.name().toLowerCase(Locale.ROOT) + "/";
  }

  /** Set types become part of a path: letters and digits only. */
  private static boolean isName(String type) {
    return !type.isEmpty()
        && type.length() <= NAME_LENGTH
        && type.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
  }
}
