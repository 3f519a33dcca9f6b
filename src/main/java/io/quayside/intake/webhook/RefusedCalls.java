package io.quayside.intake.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quayside.partner.Channel;
import io.quayside.work.Database;
import io.quayside.work.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What becomes of calls that are not proven: counted by cause, and told on the work list once a
 * minute at most, however many there are. Nothing of their content is kept.
 */
@Component
class RefusedCalls {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final class Count {
    private final Map<String, Long> causes = new TreeMap<>();
    private Instant told = Instant.MIN;
  }

  private final MeterRegistry meters;
  private final Problems problems;
  private final Database database;
  private final Clock clock;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  RefusedCalls(MeterRegistry meters, Problems problems, Database database, Clock clock) {
    this.meters = meters;
    this.problems = problems;
    this.database = database;
    this.clock = clock;
  }

  /** A call to an address that nobody has: only counted. */
  void nobody() {
    count("none");
  }

  /**
   * @param partnerId whose channel it is, null for a shared one
   */
  void refused(Channel.Webhook channel, String partnerId, String cause) {
    count(channel.id());
    Count count = counts.computeIfAbsent(channel.id(), id -> new Count());
    String words = null;
    synchronized (count) {
      count.causes.merge(cause, 1L, Long::sum);
      Instant now = clock.instant();
      if (!now.isBefore(count.told.equals(Instant.MIN) ? now : count.told.plus(PAUSE))) {
        count.told = now;
        words =
            count.causes.entrySet().stream()
                .map(one -> one.getValue() + " times: " + one.getKey())
                .collect(Collectors.joining("; "));
      }
    }
    if (words != null) {
      tell(channel.id(), partnerId, words);
    }
  }

  private void tell(String channelId, String partnerId, String words) {
    database.inTransaction(
        () ->
            problems.raise(
                new Problems.NewProblem(
                    "channel/" + channelId + "/refused",
                    "webhook-refused",
                    null,
                    null,
                    null,
                    partnerId,
                    false,
                    "Calls of webhook " + channelId + " are refused",
                    "Since the start they were answered with 401 and nothing was stored, "
                        + words
                        + ".",
                    "If they are the partner's: compare secret and way to sign with the partner, and ask it to send again. If they are a stranger's: nothing is to be done, resolve this.",
                    null,
                    null)));
  }

  private void count(String channelId) {
    meters.counter("quayside.webhooks.refused", "channel", channelId).increment();
  }
}
