package io.quayside;

import static org.awaitility.Awaitility.await;

import io.quayside.work.Columns;
import io.quayside.work.ConsumedQueues;
import io.quayside.work.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The whole hub in this process: random port, its own home, a clock that a test moves.
 *
 * <pre>
 * try (TestHub hub = TestHub.builder().property("quayside.x", "y").start()) {
 *   hub.bean(Receipts.class).receive(…);
 *   hub.awaitIdle();
 *   hub.advance(Duration.ofHours(1));
 * }
 * </pre>
 */
public final class TestHub implements AutoCloseable {

  /** Where tests' clocks start: a Monday. */
  public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  public static final String API_TOKEN = "test-token";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ConfigurableApplicationContext context;
  private final Path home;
  private final MutableClock clock;
  private final boolean ownHome;

  private TestHub(
      ConfigurableApplicationContext context, Path home, MutableClock clock, boolean ownHome) {
    this.context = context;
    this.home = home;
    this.clock = clock;
    this.ownHome = ownHome;
  }

  /** A hub with all defaults. */
  public static TestHub start() {
    return builder().start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What a hub is started with. */
  public static final class Builder {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<Class<?>> sources = new ArrayList<>();
    private MutableClock clock = new MutableClock(START, ZoneId.of("UTC"));
    private Path home;
    private Path config;

    private Builder() {
      sources.add(QuaysideApplication.class);
      properties.put("server.port", 0);
      properties.put("quayside.api.token", API_TOKEN);
      properties.put("QUAYSIDE_API_TOKEN", API_TOKEN);
      properties.put("spring.main.banner-mode", "off");
      for (String endpoint : List.of("inventory", "supplier", "accounting", "carrier")) {
        properties.put("quayside.endpoints." + endpoint + ".confirm", "automatic");
      }
    }

    public Builder property(String name, Object value) {
      properties.put(name, value);
      return this;
    }

    /** Only durable work, documents and broker: no other package, no other route. */
    public Builder groundOnly() {
      sources.set(0, Ground.class);
      return this;
    }

    /** Further beans, for example the far side of a route under test. */
    public Builder with(Class<?> configuration) {
      sources.add(configuration);
      return this;
    }

    /** A home that outlives the hub, for restarts. */
    public Builder home(Path directory) {
      home = directory;
      return this;
    }

    public Builder clock(MutableClock mutable) {
      clock = mutable;
      return this;
    }

    /** A further file in the look-up, for example {@code routes/test/echo.camel.yaml}. */
    public Builder file(String path, String content) {
      try {
        if (config == null) {
          config = Files.createTempDirectory("quayside-config");
          properties.put("quayside.config", config.toString());
        }
        Path file = config.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public TestHub start() {
      Launcher.harden();
      boolean own = home == null;
      try {
        Path directory = own ? Files.createTempDirectory("quayside-home") : home;
        properties.put("quayside.home", directory.toString());
        ConfigurableApplicationContext context =
            new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .initializers(
                    fresh -> {
                      fresh.getBeanFactory().registerSingleton("testClock", clock);
                      fresh.getBeanFactory().registerSingleton("notTests", new NotTests());
                    })
                .properties(Map.of("spring.main.register-shutdown-hook", "false"))
                .run(
                    properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        return new TestHub(context, directory, clock, own);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Keeps the configurations of other tests out of the hub's own scan. */
  private static final class NotTests extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
      return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NotTests;
    }

    @Override
    public int hashCode() {
      return NotTests.class.hashCode();
    }
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Path home() {
    return home;
  }

  public MutableClock clock() {
    return clock;
  }

  public int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  /** Where the embedded broker listens; only with {@code quayside.broker.listen}. */
  public String brokerAddress() {
    return brokerAddresses().get(0).toString();
  }

  /** All addresses, in the order of {@code quayside.broker.listen}. */
  public List<URI> brokerAddresses() {
    try {
      return bean(EmbeddedBroker.class).addresses();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The broker does not listen", e);
    }
  }

  /** Moves the clock; due alarms and retries follow within half a second, see awaitIdle. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Waits until nothing is due, sent or on its way, and the inbox folder is empty. */
  public void awaitIdle() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              String waiting = waiting();
              if (!waiting.isEmpty()) {
                throw new AssertionError("Still at work: " + waiting);
              }
            });
  }

  /** The inbox first: what leaves it while this looks is in the database by then. */
  private String waiting() {
    List<String> all = new ArrayList<>(inbox());
    Database database = bean(Database.class);
    long now = Columns.micros(bean(Clock.class).instant());
    Set<String> consumed = bean(ConsumedQueues.class).names();
    List<String> rows =
        database
            .read()
            .sql(
                """
                SELECT queue || ' ' || state || ' ' || id || ' ' || kind || coalesce(last_error, '') FROM outbox
                WHERE (state = 'ready' AND next_attempt_at <= :now)
                  OR (state = 'sent' AND destination IN (:queues))
                UNION ALL SELECT 'timer ' || timer_key FROM timer WHERE due_at <= :now""")
            .param("now", now)
            .param("queues", consumed.isEmpty() ? Set.of("-") : consumed)
            .query(String.class)
            .list();
    all.addAll(rows);
    all.addAll(bean(EmbeddedBroker.class).waiting(consumed));
    return String.join(", ", all);
  }

  private List<String> inbox() {
    Path inbox = home.resolve("inbox");
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(inbox)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    if (ownHome) {
      delete(home);
    }
  }

  /** Removes a directory and all below it. */
  public static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
