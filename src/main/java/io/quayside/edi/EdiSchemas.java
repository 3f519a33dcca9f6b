package io.quayside.edi;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The schemas of the transaction sets we know, read once from files in staedi's EDISchema format.
 *
 * <p>Asked for {@code x12/850-005010.schema.xml} first, then {@code x12/850.schema.xml}, which
 * describes 004010: an unknown release is read with the nearest one and gets a note, never a
 * refusal. Safe for use by several threads.
 */
public final class EdiSchemas {
  private static final String BASE_RELEASE = "004010";
  private static final int RELEASE_LENGTH = 6;
  private static final List<String> KNOWN_TYPES =
      List.of("850", "855", "856", "810", "860", "997", "999");

  private final Function<String, InputStream> files;
  private final Map<String, Optional<SetSchema>> cache = new ConcurrentHashMap<>();
  private Set<Integer> dictionary;

  /**
   * @param files opens a file by its path below {@code mappings/}, for example {@code
   *     x12/850.schema.xml}; null when there is none
   */
  public EdiSchemas(Function<String, InputStream> files) {
    this.files = files;
  }

  /** Whether sets of this type can be validated, for example {@code X12}, {@code 850}. */
  public boolean knows(Standard standard, String type) {
    return schema(standard, BASE_RELEASE, type).isPresent();
  }

  /**
   * The schema for a set, of its own release (GS08) or the nearest; empty when the type is unknown.
   */
  Optional<SetSchema> schema(Standard standard, String version, String type) {
    if (!isName(type)) {
      return Optional.empty();
    }
    String folder = standard.name().toLowerCase(Locale.ROOT) + "/";
    String release = release(version);
    if (!release.isEmpty() && !release.equals(BASE_RELEASE)) {
      Optional<SetSchema> own = load(folder + type + "-" + release + ".schema.xml", release);
      if (own.isPresent()) {
        return own;
      }
    }
    return load(folder + type + ".schema.xml", BASE_RELEASE);
  }

  /** The six digits that begin GS08; "" when it does not begin so. */
  static String release(String version) {
    if (version.length() < RELEASE_LENGTH) {
      return "";
    }
    String release = version.substring(0, RELEASE_LENGTH);
    return release.chars().allMatch(c -> c >= '0' && c <= '9') ? release : "";
  }

  /**
   * Whether any set that we know has such a segment: tells a stray segment (6) from no segment at
   * all (1).
   */
  synchronized boolean isSegment(int tag) {
    if (dictionary == null) {
      dictionary = new HashSet<>();
      for (String type : KNOWN_TYPES) {
        schema(Standard.X12, BASE_RELEASE, type).ifPresent(set -> dictionary.addAll(set.tags()));
      }
    }
    return dictionary.contains(tag);
  }

  private Optional<SetSchema> load(String path, String release) {
    Optional<SetSchema> known = cache.get(path);
    if (known != null) {
      return known;
    }
    InputStream stream = files.apply(path);
    Optional<SetSchema> schema =
        stream == null ? Optional.empty() : Optional.of(SchemaFile.read(path, release, stream));
    if (stream != null || isRemembered(path)) {
      cache.put(path, schema);
    }
    return schema;
  }

  /**
   * Absent files are remembered too, but only so many: their names come from received documents.
   */
  private boolean isRemembered(String path) {
    return cache.size() < 1000 && !path.isEmpty();
  }

  /** Set types become part of a path: letters and digits only. */
  private static boolean isName(String type) {
    return !type.isEmpty()
        && type.length() <= RELEASE_LENGTH
        && type.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
  }
}
