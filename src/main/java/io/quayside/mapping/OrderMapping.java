package io.quayside.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.edi.TransactionSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Maps a document to the canonical order by a file in {@code mappings/}.
 *
 * <p>Safe for threads. A mapping is read once and kept; a changed file counts from the next start.
 * In a route the same is done in three steps: {@link #source}, the endpoint {@link #endpoint},
 * {@link #complete}.
 */
public final class OrderMapping implements AutoCloseable {
  private static final Pattern TYPE = Pattern.compile("[A-Z0-9]{1,6}");

  private final MappingEngine engine;
  private final Shape shape;

  public OrderMapping(ConfigFiles files, OrderSchema schema) {
    this.engine = new MappingEngine(files);
    this.shape = schema.contract().shape();
  }

  /**
   * The mapping that makes a document of this type an order, for example {@code
   * x12/850-to-order.xml}; empty when it is no order or there is no such file.
   *
   * @param type for example {@code 850} or {@code ORDERS}
   */
  public static Optional<String> base(ConfigFiles files, String type) {
    return Stream.of("x12/", "edifact/")
        .filter(folder -> TYPE.matcher(type).matches())
        .map(folder -> folder + type + "-to-order.xml")
        .filter(base -> files.has("mappings/" + base))
        .findFirst();
  }

  /**
   * Maps one document, without the envelope's data ({@link MappedOrder#withEnvelope}) and without
   * evidence.
   *
   * @param mapping path below {@code mappings/}, for example {@code x12/850-to-order.xml}
   * @param overlay the partner's file that changes it, or null
   * @throws MappingException when a file is missing or wrong; never because of the document's
   *     content
   */
  public MappedOrder map(DocumentSource document, String mapping, String overlay) {
    return map(document, mapping, overlay, new Reading(false));
  }

  /** The same for one EDI set. */
  public MappedOrder map(TransactionSet set, String mapping, String overlay) {
    return map(DocumentSource.of(set), mapping, overlay);
  }

  /** The same with {@link MappedOrder#evidence}. */
  public MappedOrder mapWithEvidence(DocumentSource document, String mapping, String overlay) {
    return map(document, mapping, overlay, new Reading(true));
  }

  /**
   * The same for orders of any size: a line is given as soon as it is whole, and not kept.
   *
   * @param evidence whether {@link MappedOrder#evidence} is wanted
   * @param lines takes the lines in their order
   * @return the order without its lines
   */
  public MappedOrder mapLines(
      DocumentSource document,
      String mapping,
      String overlay,
      boolean evidence,
      Consumer<ObjectNode> lines) {
    Reading reading = new Reading(evidence);
    CanonicalOrder canonical = new CanonicalOrder(shape, reading);
    Fields order =
        engine.run(
            document,
            mapping,
            overlay,
            reading,
            new CompiledMapping.Items(
                "lines[]", (head, line) -> lines.accept(canonical.line(head, line))));
    return canonical.finish(order);
  }

  /** The body for the {@code smooks:} endpoint of the same mapping. */
  public Object source(DocumentSource document, String mapping, String overlay) {
    return engine.source(document, mapping, overlay);
  }

  /** The endpoint that runs a mapping, for example {@code smooks:mapping:x12/850-to-order.xml}. */
  public String endpoint(String mapping, String overlay) {
    return MappingEngine.endpoint(mapping, overlay);
  }

  /** What the endpoint gave as the mapped order. */
  public MappedOrder complete(Map<String, Object> beans) {
    return complete(MappingEngine.made(beans, "the mapping"));
  }

  private MappedOrder map(
      DocumentSource document, String mapping, String overlay, Reading reading) {
    Fields order = engine.run(document, mapping, overlay, reading, null);
    return complete(new MappingEngine.Made(order, reading));
  }

  private MappedOrder complete(MappingEngine.Made made) {
    return new CanonicalOrder(shape, made.reading()).complete(made.content());
  }

  @Override
  public void close() {
    engine.close();
  }
}
