package io.quayside.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Maps a document to something else than an order by a file in {@code mappings/}, for example a
 * supplier's answer to its status. The file's name says what it makes: {@code
 * x12/855-to-supplier-status.xml} makes what {@code mappings/supplier-status.schema.json}
 * describes.
 *
 * <p>Safe for threads. Files are read once and kept; a changed file counts from the next start.
 */
public final class DocumentMapping implements AutoCloseable {
  private final ConfigFiles files;
  private final MappingEngine engine;
  private final Map<String, Contract> contracts = new ConcurrentHashMap<>();

  public DocumentMapping(ConfigFiles files) {
    this.files = files;
    this.engine = new MappingEngine(files);
  }

  /**
   * Maps one document.
   *
   * @param mapping path below {@code mappings/}
   * @param overlay the partner's file that changes it, or null
   * @throws MappingException when a file is missing or wrong; never because of the document's
   *     content
   */
  public MappedDocument map(DocumentSource document, String mapping, String overlay) {
    Reading reading = new Reading(true);
    Fields content = engine.run(document, mapping, overlay, reading, null);
    return complete(new MappingEngine.Made(content, reading), mapping);
  }

  /** The body for the {@code smooks:} endpoint of the same mapping. */
  public Object source(DocumentSource document, String mapping, String overlay) {
    return engine.source(document, mapping, overlay);
  }

  /** The endpoint that runs a mapping, see {@link OrderMapping#endpoint}. */
  public String endpoint(String mapping, String overlay) {
    return MappingEngine.endpoint(mapping, overlay);
  }

  /** What the endpoint gave as the mapped document. */
  public MappedDocument complete(Map<String, Object> beans, String mapping) {
    return complete(MappingEngine.made(beans, mapping), mapping);
  }

  private MappedDocument complete(MappingEngine.Made made, String mapping) {
    Contract contract = contract(mapping);
    Reading reading = made.reading();
    ContentTree tree = new ContentTree(reading.isTracing());
    var content = tree.object(made.content(), contract.shape(), "");
    return new MappedDocument(
        content, contract.check(content), reading.unused(), reading.findings(), tree.evidence());
  }

  private Contract contract(String mapping) {
    return contracts.computeIfAbsent(Contract.fileOf(mapping), file -> new Contract(files, file));
  }

  @Override
  public void close() {
    engine.close();
  }
}
