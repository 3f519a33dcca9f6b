package io.quayside.mapping;

import io.quayside.edi.TransactionSet;
import java.util.Map;
import java.util.Optional;

/**
 * Maps a document to the canonical order by a file in {@code mappings/}.
 *
 * <p>Safe for threads. A mapping is read once and kept; a changed file counts from the next start.
 * In a route the same is done in three steps: {@link #source}, the endpoint {@link #endpoint},
 * {@link #complete}.
 */
public final class OrderMapping implements AutoCloseable {
  private static final Map<String, String> BASES =
      Map.of("850", "x12/850-to-order.xml", "ORDERS", "edifact/ORDERS-to-order.xml");

  private final MappingEngine engine;
  private final Shape shape;

  public OrderMapping(ConfigFiles files, OrderSchema schema) {
    this.engine = new MappingEngine(files);
    this.shape = schema.contract().shape();
  }

  /**
   * The mapping that makes a document of this type an order, for example {@code
   * x12/850-to-order.xml}; empty when it is no order or there is no such file.
   */
  public static Optional<String> base(ConfigFiles files, String type) {
    return Optional.ofNullable(BASES.get(type))
        .filter(base -> files.list("mappings/" + base).contains("mappings/" + base));
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
    return complete(engine.run(document, mapping, overlay, false, null));
  }

  /** The same for one EDI set. */
  public MappedOrder map(TransactionSet set, String mapping, String overlay) {
    return map(DocumentSource.of(set), mapping, overlay);
  }

  /** The same with {@link MappedOrder#evidence}. */
  public MappedOrder mapWithEvidence(DocumentSource document, String mapping, String overlay) {
    return complete(engine.run(document, mapping, overlay, true, null));
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

  private MappedOrder complete(MappingEngine.Made made) {
    return new CanonicalOrder(shape, made.reading()).complete(made.content());
  }

  @Override
  public void close() {
    engine.close();
  }
}
