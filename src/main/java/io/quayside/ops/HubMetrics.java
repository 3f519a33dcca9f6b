package io.quayside.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quayside.document.Documents;
import io.quayside.order.OrderViews;
import io.quayside.work.OutboxDepth;
import io.quayside.work.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What an operator watches. The test area is left out. A value is worked out every five seconds at
 * most.
 */
@Component
class HubMetrics implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final List<String> STATUSES =
      List.of(
          "received",
          "on-hold",
          "rejected",
          "accepted",
          "scheduled",
          "backordered",
          "partially-shipped",
          "shipped",
          "delivered",
          "cancelled",
          "closed");
  private static final List<String> DELIVERIES =
      List.of("pending", "sending", "delivered", "failed", "unknown");

  private record Remembered(Instant at, Map<String, Double> values) {}

  private final OrderViews orders;
  private final Problems problems;
  private final Documents documents;
  private final OutboxDepth outbox;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  HubMetrics(
      OrderViews orders, Problems problems, Documents documents, OutboxDepth outbox, Clock clock) {
    this.orders = orders;
    this.problems = problems;
    this.documents = documents;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String status : STATUSES) {
      Gauge.builder("quayside.orders", () -> value("orders", status, this::orders))
          .tag("status", status)
          .description("Live orders by status")
          .register(registry);
    }
    for (String delivery : DELIVERIES) {
      Gauge.builder("quayside.documents.out", () -> value("documents", delivery, this::deliveries))
          .tag("delivery", delivery)
          .description("Live outgoing documents by delivery status")
          .register(registry);
    }
    Gauge.builder("quayside.problems.open", () -> value("problems", "open", this::problems))
        .description("Open exceptions")
        .register(registry);
    Gauge.builder("quayside.outbox.waiting", () -> value("outbox", "rows", this::outbox))
        .description("Messages that wait to be published")
        .register(registry);
    Gauge.builder("quayside.outbox.age", () -> value("outbox", "age", this::outbox))
        .baseUnit("seconds")
        .description("How long the oldest message has waited to be published")
        .register(registry);
  }

  private double value(String name, String key, Supplier<Map<String, Double>> ask) {
    Instant now = clock.instant();
    return remembered
        .compute(
            name,
            (n, known) ->
                known != null && now.isBefore(known.at().plus(FRESH))
                    ? known
                    : new Remembered(now, ask.get()))
        .values()
        .getOrDefault(key, 0.0);
  }

  private Map<String, Double> orders() {
    Map<String, Double> values = new HashMap<>();
    orders.counts().forEach((status, count) -> values.put(status, count.doubleValue()));
    return values;
  }

  private Map<String, Double> deliveries() {
    Map<String, Double> values = new HashMap<>();
    for (String delivery : DELIVERIES) {
      Documents.Query query =
          new Documents.Query(
              "out", null, null, null, null, null, null, delivery, null, null, 0, 1);
      values.put(delivery, (double) documents.list(query).total());
    }
    return values;
  }

  private Map<String, Double> problems() {
    return Map.of("open", (double) problems.open());
  }

  private Map<String, Double> outbox() {
    OutboxDepth.Waiting waiting = outbox.waiting();
    double age =
        waiting.oldest() == null
            ? 0
            : Duration.between(waiting.oldest(), clock.instant()).toMillis() / 1000.0;
    return Map.of("rows", (double) waiting.rows(), "age", Math.max(0, age));
  }
}
