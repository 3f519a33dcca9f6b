package io.quayside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Loads every {@code routes/**}{@code /*.camel.yaml} and refuses to start when one that came with
 * the product is missing: Camel itself starts happily with no route at all.
 */
@Component
final class RouteLoader implements CamelContextConfiguration {

  private static final Logger log = LoggerFactory.getLogger(RouteLoader.class);
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String SUFFIX = ".camel.yaml";

  private final ConfigFiles files;
  private final Predicate<String> wanted;
  private boolean loaded;

  @Autowired
  RouteLoader(@Value("${quayside.config:}") String config) {
    this(config, path -> true);
  }

  /** Loads only the files whose paths are wanted. */
  RouteLoader(String config, Predicate<String> wanted) {
    this.files = new ConfigFiles(config);
    this.wanted = wanted;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {
    if (loaded) {
      return;
    }
    loaded = true;
    Map<String, byte[]> product = new TreeMap<>(product());
    product.keySet().removeIf(wanted.negate());
    if (product.isEmpty()) {
      throw new IllegalStateException(
          "The product's own routes are not on the class path: the jar is incomplete.");
    }
    TreeSet<String> all = new TreeSet<>(product.keySet());
    files.list("routes/").stream()
        .filter(path -> path.endsWith(SUFFIX))
        .filter(wanted)
        .forEach(all::add);
    List<String> paths = List.copyOf(all);
    load(context, paths);
    Map<String, Boolean> loaded = new TreeMap<>();
    paths.forEach(path -> addRoutes(loaded, path, read(path)));
    Map<String, Boolean> shipped = new TreeMap<>();
    product.forEach((path, content) -> addRoutes(shipped, path, content));
    shipped.keySet().forEach(id -> expect((ModelCamelContext) context, loaded, id));
  }

  /** What came with the product, found without the look-up that it is to check. */
  private static Map<String, byte[]> product() {
    Map<String, byte[]> found = new TreeMap<>();
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (var resource : resolver.getResources("classpath*:routes/**/*" + SUFFIX)) {
        String url = resource.getURL().toString();
        found.put(url.substring(url.lastIndexOf("/routes/") + 1), resource.getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class path cannot be searched for routes", e);
    }
    return found;
  }

  private void load(CamelContext context, List<String> paths) {
    paths.forEach(path -> log.info("Routes from {}", files.origin(path)));
    List<Resource> resources =
        paths.stream().map(path -> ResourceHelper.fromBytes(path, read(path))).toList();
    try {
      PluginHelper.getRoutesLoader(context).loadRoutes(resources);
    } catch (Exception e) {
      throw new IllegalStateException("The routes cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static void expect(ModelCamelContext context, Map<String, Boolean> loaded, String id) {
    boolean conditional = loaded.getOrDefault(id, false);
    boolean there = loaded.containsKey(id) && context.getRouteDefinition(id) != null;
    if (!there && !conditional) {
      throw new IllegalStateException(
          "The route "
              + id
              + " is missing: a file of your own replaces the shipped one and leaves it out."
              + " Put the route back, or remove the file.");
    }
  }

  /**
   * Camel leaves its configurations out, with a debug line only, when a bean has woken its context
   * before the application was complete: then the routes are loaded here.
   */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(ContextRefreshedEvent refreshed) {
    if (!loaded) {
      CamelContext context = refreshed.getApplicationContext().getBean(CamelContext.class);
      beforeApplicationStart(context);
      context.start();
      afterApplicationStart(context);
    }
  }

  @Override
  public void afterApplicationStart(CamelContext context) {
    log.info("{} routes run", context.getRoutesSize());
  }

  /** The ids of a file's routes, and whether each runs only on a condition. */
  private void addRoutes(Map<String, Boolean> ids, String path, byte[] content) {
    try {
      for (JsonNode entry : YAML.readTree(content)) {
        JsonNode route = entry.path("route");
        if (route.hasNonNull("id")) {
          ids.put(route.get("id").asText(), route.has("precondition"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(files.origin(path) + " is no YAML: " + e.getMessage(), e);
    }
  }

  private byte[] read(String path) {
    try (InputStream stream = files.open(path).orElseThrow()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
