package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a webhook at a steady speed, whatever comes back, and beside it a controller that does
 * nothing. A call's time counts from the moment it was due, so that a late one is not forgiven.
 */
public final class WebhookDriver {

  private static final int CONNECTIONS = 64;
  private static final int WARM_UP = 5_000;
  private static final int SAMPLED = 20;
  private static final String NOTHING = "/v3/schemas/none";
  private static final String WEBHOOK = "/webhooks/shop";
  private static final String PARTNER =
      """
      id: shop
      name: A shop
      identifiers: [{scheme: webhook, value: shop}]
      channels:
        in: [{kind: webhook, signature: standard-webhooks, secretEnv: %s, perSecond: 100000}]
        out: {kind: folder}
      """
          .formatted(Hub.WEBHOOK_SECRET);

  /** Answers of one row: times in nanoseconds, and what was no answer. */
  private record Row(long[] nanos, int failed, double seconds) {}

  private interface Call {
    boolean answered(WebhookCalls wire, int number) throws IOException;
  }

  private final Hub hub;
  private final Map<Integer, String> receipts = new ConcurrentHashMap<>();

  private WebhookDriver(Hub hub) {
    this.hub = hub;
  }

  /** Exit code 0 when each call was answered with 202 and each sampled one is kept, else 1. */
  public static void main(String[] args) throws Exception {
    List<String> options = Arrays.asList(args);
    Path jar = Path.of(LoadDriver.option(options, "--jar", "target/quayside.jar"));
    int rate = Integer.parseInt(LoadDriver.option(options, "--rate", "1000"));
    int seconds = Integer.parseInt(LoadDriver.option(options, "--seconds", "60"));
    String recording = LoadDriver.option(options, "--recording", "");
    Path home = Files.createTempDirectory("quayside-bench");
    boolean good;
    try (Hub hub = Hub.start(jar, home, recording.isEmpty() ? null : Path.of(recording))) {
      hub.call("PUT", "/api/partners/shop", "application/yaml", PARTNER);
      good = new WebhookDriver(hub).measure(rate, seconds);
    }
    LoadDriver.delete(home);
    System.exit(good ? 0 : 1);
  }

  private boolean measure(int rate, int seconds) throws Exception {
    run(WARM_UP, rate, this::nothing);
    run(WARM_UP, rate / 2, (wire, n) -> order(wire, n + 1_000_000_000));
    Row empty = run(rate * Math.min(seconds, 20), rate, this::nothing);
    print("a controller that does nothing", empty);
    Row orders = run(rate * seconds, rate, this::order);
    print("signed orders, 202 when safe", orders);
    System.out.printf(
        "%-32s %8.1f times%n",
        "median beside the empty one", at(orders, 0.5) / (double) at(empty, 0.5));
    int lost = lost();
    System.out.printf(
        "%d of %d accepted ones asked again: %d lost%n",
        receipts.size() / SAMPLED, receipts.size(), lost);
    return orders.failed() == 0 && empty.failed() == 0 && lost == 0;
  }

  private boolean nothing(WebhookCalls wire, int number) throws IOException {
    return wire.get(NOTHING).status() == 404;
  }

  private boolean order(WebhookCalls wire, int number) throws IOException {
    WebhookCalls.Answer answer = wire.post(WEBHOOK, "id-" + number, body(number));
    if (answer.status() == 202) {
      receipts.put(number, answer.body());
    }
    return answer.status() == 202;
  }

  private static String body(int number) {
    return "{\"poNumber\":\"W-%d\",\"currency\":\"USD\",\"shipTo\":{\"role\":\"ship-to\",\"name\":\"Store\",\"ids\":[],\"address\":{\"lines\":[\"1 Main St\"],\"city\":\"Springfield\",\"region\":\"IL\",\"postalCode\":\"62701\",\"country\":\"US\"}},\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"2\",\"unit\":\"EA\",\"price\":{\"amount\":\"12.50\"},\"ids\":[{\"scheme\":\"vendor\",\"code\":\"VN\",\"value\":\"W-001\"}]}]}"
        .formatted(number);
  }

  /** The same id again gets the first receipt again, if the first is kept. */
  private int lost() throws Exception {
    int lost = 0;
    int seen = 0;
    try (WebhookCalls wire = new WebhookCalls(hub.port())) {
      for (Map.Entry<Integer, String> one : receipts.entrySet()) {
        if (++seen % SAMPLED == 0) {
          String id = "id-" + one.getKey();
          WebhookCalls.Answer again = wire.post(WEBHOOK, id, body(one.getKey()));
          lost += again.status() == 202 && again.body().equals(one.getValue()) ? 0 : 1;
        }
      }
    }
    return lost;
  }

  private Row run(int calls, int rate, Call call) throws Exception {
    long[] nanos = new long[calls];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread caller =
          new Thread(
              () -> {
                try (WebhookCalls wire = new WebhookCalls(hub.port())) {
                  for (int n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
                    long due = start + TimeUnit.SECONDS.toNanos(1) * n / rate;
                    while (System.nanoTime() < due) {
                      LockSupport.parkNanos(due - System.nanoTime());
                    }
                    failed.addAndGet(call.answered(wire, n) ? 0 : 1);
                    nanos[n] = System.nanoTime() - due;
                  }
                } catch (Exception broken) {
                  failed.incrementAndGet();
                  System.out.println(broken);
                }
              });
      callers.add(caller);
      caller.start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
    double took = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new Row(nanos, failed.get(), took);
  }

  private static long at(Row row, double part) {
    return row.nanos()[(int) Math.min(row.nanos().length - 1, row.nanos().length * part)];
  }

  private static void print(String name, Row row) {
    System.out.printf(
        "%-32s %8.0f/s   median %6.1f ms   p99 %7.1f ms   longest %7.1f ms   failed %d%n",
        name,
        row.nanos().length / row.seconds(),
        at(row, 0.5) / 1e6,
        at(row, 0.99) / 1e6,
        at(row, 1) / 1e6,
        row.failed());
  }
}
