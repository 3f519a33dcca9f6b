package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the jar and measures it from outside, from a file in the inbox to the last of its four
 * answers on disk: everything at once in a new process, everything at once again, at half of that
 * speed, and one order after the other.
 */
public final class LoadDriver {

  private static final int ANSWERS = 4;
  private static final int SINGLE = 20;
  private static final long PATIENCE_MINUTES = 10;

  private final Hub hub;
  private final List<Long> dropped = new ArrayList<>();

  private LoadDriver(Hub hub) {
    this.hub = hub;
  }

  /** Exit code 0 when every answer was right, else 1. */
  public static void main(String[] args) throws Exception {
    List<String> options = Arrays.asList(args);
    Path jar = Path.of(option(options, "--jar", "target/quayside.jar"));
    int orders = Integer.parseInt(option(options, "--orders", "1000"));
    String recording = option(options, "--recording", "");
    Path home = Files.createTempDirectory("quayside-bench");
    long start = System.nanoTime();
    List<String> faults;
    try (Hub hub = Hub.start(jar, home, recording.isEmpty() ? null : Path.of(recording))) {
      System.out.printf("%-28s %8.1f s%n", "ready after", seconds(start));
      hub.call("POST", "/api/inventory/items", "text/csv", PurchaseOrders.items());
      faults = new LoadDriver(hub).measure(orders, options.contains("--once"));
    }
    faults.stream().limit(20).forEach(System.out::println);
    System.out.println(
        faults.isEmpty() ? "every answer is there once and right" : faults.size() + " faults");
    if (faults.isEmpty() && !options.contains("--keep")) {
      delete(home);
    } else {
      System.out.println("home kept: " + home);
    }
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  static String option(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 >= options.size() ? otherwise : options.get(at + 1);
  }

  private List<String> measure(int orders, boolean once) throws Exception {
    run("at once, new process", orders, 0);
    if (!once) {
      double speed = run("at once, warm", orders, 0);
      run("at half that speed", orders, speed / 2);
      one();
    }
    List<String> faults = Answers.read(hub.answers()).faults(1, dropped.size());
    String total = hub.call("GET", "/api/orders?size=1", "application/json", "");
    if (!total.replaceAll("\\s", "").contains("\"total\":" + dropped.size())) {
      faults.add("the API counts other orders than " + dropped.size() + ": " + total);
    }
    return faults;
  }

  /** Drops files, at so many a second or all at once; gives the orders a second. */
  private double run(String name, int orders, double perSecond) throws Exception {
    int first = dropped.size() + 1;
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      files.add(hub.prepare(first + i));
    }
    Duration cpu = hub.cpu();
    long start = System.nanoTime();
    long startMillis = System.currentTimeMillis();
    for (int i = 0; i < orders; i++) {
      if (perSecond > 0) {
        long due = start + (long) (i * 1e9 / perSecond);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      }
      dropped.add(System.currentTimeMillis());
      hub.drop(files.get(i));
    }
    await();
    Answers answers = Answers.read(hub.answers());
    long[] millis = new long[orders];
    long last = 0;
    for (int i = 0; i < orders; i++) {
      last = Math.max(last, answers.last(first + i));
      millis[i] = answers.last(first + i) - dropped.get(first + i - 1);
    }
    double speed = orders * 1000.0 / (last - startMillis);
    report(name, speed, millis);
    Duration used = hub.cpu().minus(cpu);
    System.out.printf(
        "%-28s %8.1f ms processor time an order%n", "", (double) used.toMillis() / orders);
    return speed;
  }

  private void one() throws Exception {
    long[] millis = new long[SINGLE];
    for (int i = 0; i < SINGLE; i++) {
      Path file = hub.prepare(dropped.size() + 1);
      dropped.add(System.currentTimeMillis());
      hub.drop(file);
      await();
      millis[i] =
          Answers.read(hub.answers()).last(dropped.size()) - dropped.get(dropped.size() - 1);
    }
    report("one after the other", 0, millis);
  }

  private static void report(String name, double speed, long[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%-28s %8s orders/s   p50 %6d ms   p99 %6d ms%n",
        name,
        speed == 0 ? "" : "%.0f".formatted(speed),
        millis[millis.length / 2],
        millis[Math.min(millis.length - 1, millis.length * 99 / 100)]);
  }

  /** Until each order that was dropped has its four answers. */
  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (hub.answerCount() < (long) dropped.size() * ANSWERS) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "%d answers of %d after %d minutes"
                .formatted(hub.answerCount(), dropped.size() * ANSWERS, PATIENCE_MINUTES));
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
