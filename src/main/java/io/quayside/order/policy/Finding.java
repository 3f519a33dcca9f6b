package io.quayside.order.policy;

/**
 * What a policy found: the reason's name travels unchanged to the work list and the answers.
 *
 * @param reason the kind of problem, for example {@code price-mismatch}
 * @param line the line's key, or {@code -} when it is about the whole order
 * @param subject what it is about where one remedy mends several orders (an item's number, a
 *     ship-to code), else {@code -}
 * @param text which value, where, why
 * @param remedy how to mend it
 * @param words for the customer
 */
public record Finding(
    String reason, String line, String subject, String text, String remedy, String words) {

  /** Stands for the whole order where a line is named. */
  public static final String ORDER = "-";
}
