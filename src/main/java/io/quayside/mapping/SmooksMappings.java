package io.quayside.mapping;

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

/** Runs mapping files by Smooks: each is read once and kept. Safe for threads. */
final class SmooksMappings implements AutoCloseable {
  private final ConfigFiles files;
  private final Map<String, Smooks> loaded = new ConcurrentHashMap<>();

  SmooksMappings(ConfigFiles files) {
    this.files = files;
  }

  /** What Smooks' visitors make of a document: its beans by their ids, and the reading. */
  Map<String, Object> run(SmooksSource source, String mapping, String overlay) {
    JavaSink beans = new JavaSink();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(SmooksMappings.class.getClassLoader());
    try {
      Smooks smooks = load(mapping, overlay);
      ExecutionContext context = smooks.createExecutionContext();
      smooks.filterSource(context, source, beans);
    } catch (SmooksException e) {
      throw new MappingException("mappings/" + mapping + " failed: " + rootMessage(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
    return beans.getResultMap();
  }

  /** Reads a mapping unless it was read before; {@link MappingException} when it cannot be run. */
  Smooks load(String mapping, String overlay) {
    return loaded.computeIfAbsent(
        MappingEngine.key(mapping, overlay), key -> read(mapping, overlay));
  }

  private Smooks read(String mapping, String overlay) {
    Smooks smooks =
        new Smooks(
            new DefaultApplicationContextBuilder()
                .withClassLoader(SmooksMappings.class.getClassLoader())
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

  @Override
  public void close() {
    loaded.values().forEach(Smooks::close);
    loaded.clear();
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
