package io.quayside.work;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * 48 bits of milliseconds, 80 random bits, Crockford's base 32; within a millisecond (or when the
 * clock goes back) the last identifier plus one.
 */
@Component
final class UlidIds implements Ids {

  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long millis;
  private long high;
  private long low;

  UlidIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized String next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      // One bit of each half stays free, so that counting up never overflows.
      high = random.nextLong() & 0x7F_FFFF_FFFFL;
      low = random.nextLong() & 0x7F_FFFF_FFFFL;
    } else if (++low > 0xFF_FFFF_FFFFL) {
      low = 0;
      high++;
    }
    char[] id = new char[26];
    write(id, 0, 10, millis);
    write(id, 10, 8, high);
    write(id, 18, 8, low);
    return new String(id);
  }

  private static void write(char[] id, int from, int length, long value) {
    long rest = value;
    for (int i = from + length - 1; i >= from; i--) {
      id[i] = DIGITS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
