package io.quayside.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs mapping files: compiled where a file has only bindings, else by Smooks. A file is read once
 * and kept; a changed one counts from the next start. Safe for threads.
 */
final class MappingEngine implements AutoCloseable {
  private final ConfigFiles files;
  private final Map<String, Optional<CompiledMapping>> compiled = new ConcurrentHashMap<>();
  private final SmooksMappings smooks;

  MappingEngine(ConfigFiles files) {
    this.files = files;
    this.smooks = new SmooksMappings(files);
  }

  /** What a mapping made, and how the reading went. */
  record Made(Fields content, Reading reading) {}

  /**
   * @param tracing keep where each value stands
   * @param items see {@link CompiledMapping#run}; not for a file that Smooks runs, whose items are
   *     all kept
   */
  Made run(
      DocumentSource document,
      String mapping,
      String overlay,
      boolean tracing,
      CompiledMapping.Items items) {
    Optional<CompiledMapping> program = compiled(mapping, overlay);
    if (program.isEmpty()) {
      return made(smooks.run(new SmooksSource(document, null, tracing), mapping, overlay), mapping);
    }
    Reading reading = new Reading(tracing);
    return made(program.get().run(document, reading, items), reading, mapping);
  }

  /** The body for the {@code smooks:} endpoint. */
  SmooksSource source(DocumentSource document, String mapping, String overlay) {
    return new SmooksSource(document, compiled(mapping, overlay).orElse(null), false);
  }

  /** What the endpoint gave. */
  static Made made(Map<String, Object> beans, String mapping) {
    Reading reading = (Reading) beans.get(Reading.BEAN);
    Fields content =
        beans.values().stream()
            .filter(Fields.class::isInstance)
            .map(Fields.class::cast)
            .findFirst()
            .orElse(null);
    return made(content, reading, mapping);
  }

  private static Made made(Fields content, Reading reading, String mapping) {
    if (reading == null || content == null) {
      throw new MappingException(
          "%s made nothing of the document: its root has another name, or no bean of class %s has retain=\"true\"."
              .formatted(mapping, Fields.class.getName()));
    }
    return new Made(content, reading);
  }

  /** Empty when Smooks runs it. */
  Optional<CompiledMapping> compiled(String mapping, String overlay) {
    return compiled.computeIfAbsent(
        key(mapping, overlay),
        key -> CompiledMapping.of(MappingFile.load(files, mapping, overlay)));
  }

  /** For example {@code smooks:mapping:x12/850-to-order.xml}. */
  static String endpoint(String mapping, String overlay) {
    return "smooks:" + MappingResources.SCHEME + ":" + key(mapping, overlay);
  }

  static String key(String mapping, String overlay) {
    return overlay == null || overlay.isBlank() ? mapping : mapping + "," + overlay;
  }

  @Override
  public void close() {
    smooks.close();
  }
}
