package io.quayside.work;

import org.springframework.stereotype.Component;

/**
 * The numbers that people and partners see, each series gapless: {@code SO-1001} upward. Those of
 * the test area come from series of their own and say so: {@code TEST-SO-1001}.
 */
@Component
public class Numbers {

  private static final long BEFORE_FIRST = 1000;

  private final Counters counters;

  Numbers(Counters counters) {
    this.counters = counters;
  }

  /** The next one, taken in the transaction that stores what carries it. */
  public String next(String prefix, String series, boolean test) {
    long number = BEFORE_FIRST + counters.next(test ? "test/" + series : series);
    return (test ? "TEST-" : "") + prefix + "-" + number;
  }
}
