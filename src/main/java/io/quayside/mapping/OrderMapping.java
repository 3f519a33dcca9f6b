package io.quayside.mapping;

import io.quayside.edi.TransactionSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.engine.DefaultApplicationContextBuilder;
import org.smooks.io.sink.JavaSink;
import org.xml.sax.SAXException;

/**
 * Maps a document to the canonical order by a file in {@code mappings/}, run by Smooks.
 *
 * <p>Safe for threads. A mapping is read once and kept; a changed file counts from the next start.
 * In a route the same is done in three steps: {@link #source}, the endpoint {@link #endpoint},
 * {@link #complete}.
 */
public final class OrderMapping implements AutoCloseable {
  private final ConfigFiles files;
  private final CanonicalOrder canonicalOrder;
  private final Map<String, Smooks> loaded = new ConcurrentHashMap<>();

  public OrderMapping(ConfigFiles files, OrderSchema schema) {
    this.files = files;
    this.canonicalOrder = new CanonicalOrder(schema);
  }

  /**
   * Maps one set. The envelope's data is added with {@link MappedOrder#withEnvelope}.
   *
   * @param mapping path below {@code mappings/}, for example {@code x12/850-to-order.xml}
   * @param overlay the partner's file that changes it, or null
   * @throws MappingException when a file is missing or wrong; never because of the document's
   *     content
   */
  public MappedOrder map(TransactionSet set, String mapping, String overlay) {
    JavaSink beans = new JavaSink();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OrderMapping.class.getClassLoader());
    try {
      Smooks smooks = load(mapping, overlay);
      ExecutionContext context = smooks.createExecutionContext();
      smooks.filterSource(context, new SetSource(set), beans);
    } catch (SmooksException e) {
      throw new MappingException("mappings/" + mapping + " failed: " + rootMessage(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
    return complete(beans.getResultMap());
  }

  /** The body for the {@code smooks:} endpoint. */
  public Object source(TransactionSet set) {
    return new SetSource(set);
  }

  /** The endpoint that runs a mapping, for example {@code smooks:mapping:x12/850-to-order.xml}. */
  public String endpoint(String mapping, String overlay) {
    return "smooks:" + MappingResources.SCHEME + ":" + key(mapping, overlay);
  }

  /** What the endpoint gave as the mapped order. */
  public MappedOrder complete(Map<String, Object> beans) {
    Reading reading = (Reading) beans.get(Reading.BEAN);
    Object order = beans.get("order");
    if (reading == null || !(order instanceof Fields fields)) {
      throw new MappingException(
          "the mapping made no bean `order` of class "
              + Fields.class.getName()
              + " with retain=\"true\"");
    }
    return canonicalOrder.complete(fields, reading);
  }

  @Override
  public void close() {
    loaded.values().forEach(Smooks::close);
    loaded.clear();
  }

  static String key(String mapping, String overlay) {
    return overlay == null || overlay.isBlank() ? mapping : mapping + "," + overlay;
  }

  /** Reads a mapping unless it was read before; {@link MappingException} when it cannot be run. */
  Smooks load(String mapping, String overlay) {
    return loaded.computeIfAbsent(key(mapping, overlay), key -> read(mapping, overlay));
  }

  private Smooks read(String mapping, String overlay) {
    Smooks smooks =
        new Smooks(
            new DefaultApplicationContextBuilder()
                .withClassLoader(OrderMapping.class.getClassLoader())
                .build());
    try {
      smooks.addResourceConfigs(
          new ByteArrayInputStream(MappingFile.load(files, mapping, overlay).toBytes()));
      smooks.createExecutionContext();
      return smooks;
    } catch (IOException | SAXException | SmooksException e) {
      smooks.close();
      throw new MappingException(
          files.origin("mappings/" + mapping) + " does not load: " + rootMessage(e), e);
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
