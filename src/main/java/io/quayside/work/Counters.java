package io.quayside.work;

/** Gapless number series: control numbers, sales orders, invoices, SSCC serials. */
public interface Counters {

  /**
   * Takes the next number of a series, starting at 1 or where {@link #startAt} put it. Must be
   * called in the transaction that stores what carries the number: a rollback gives the number
   * back.
   *
   * @param series for example {@code isa13/acme/out}, {@code sales-order}, {@code test/invoice}
   */
  long next(String series);

  /** Sets the number that the next call of {@link #next} gives; refuses to go back. */
  void startAt(String series, long number);
}
