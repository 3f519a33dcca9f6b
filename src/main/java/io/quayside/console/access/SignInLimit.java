package io.quayside.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: five wrong passwords for one name from one address, or fifty from one
 * address, and a quarter of an hour passes before the next try counts. Remembers 10,000 of them.
 */
@Component
class SignInLimit {

  static final int FOR_NAME = 5;
  static final int FOR_ADDRESS = 50;
  static final Duration PAUSE = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private record Failures(int count, Instant since) {}

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignInLimit(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean mustWait(String name, String address) {
    return count(key(name, address)) >= FOR_NAME || count(address) >= FOR_ADDRESS;
  }

  synchronized void failed(String name, String address) {
    Instant now = clock.instant();
    failures.put(key(name, address), new Failures(count(key(name, address)) + 1, now));
    failures.put(address, new Failures(count(address) + 1, now));
  }

  synchronized void succeeded(String name, String address) {
    failures.remove(key(name, address));
  }

  private int count(String key) {
    Failures known = failures.get(key);
    boolean recent = known != null && clock.instant().isBefore(known.since().plus(PAUSE));
    return recent ? known.count() : 0;
  }

  private static String key(String name, String address) {
    return address + " " + name;
  }
}
