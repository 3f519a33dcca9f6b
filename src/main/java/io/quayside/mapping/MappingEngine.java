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
   * @param items see {@link CompiledMapping#run}; of a file that Smooks runs they are given at the
   *     end
   */
  Fields run(
      DocumentSource document,
      String mapping,
      String overlay,
      Reading reading,
      CompiledMapping.Items items) {
    Optional<CompiledMapping> program = compiled(mapping, overlay);
    if (program.isPresent()) {
      return made(program.get().run(document, reading, items), mapping);
    }
    Fields content =
        made(smooks.run(new SmooksSource(document, null, reading), mapping, overlay), mapping)
            .content();
    if (items != null) {
      String list = items.property().replace("[]", "");
      content.items(list).forEach(item -> items.taker().accept(content, (Fields) item));
      content.set(list, null);
    }
    return content;
  }

  /** The body for the {@code smooks:} endpoint. */
  SmooksSource source(DocumentSource document, String mapping, String overlay) {
    return new SmooksSource(document, compiled(mapping, overlay).orElse(null), new Reading(false));
  }

  /** What the endpoint gave. */
  static Made made(Map<String, Object> beans, String mapping) {
    Object content =
        beans.values().stream().filter(Fields.class::isInstance).findFirst().orElse(null);
    return new Made(made((Fields) content, mapping), (Reading) beans.get(Reading.BEAN));
  }

  private static Fields made(Fields content, String mapping) {
    if (content == null) {
      throw new MappingException(
          "%s made nothing of the document: its root has another name, or no bean of class %s has retain=\"true\"."
              .formatted(mapping, Fields.class.getName()));
    }
    return content;
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
