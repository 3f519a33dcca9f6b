package io.quayside.partner;

import java.math.BigDecimal;

/**
 * When an order that was read out of a document for people goes on by itself.
 *
 * @param mode REVIEW: never; THRESHOLDS: when every value is sure enough and nothing was found odd;
 *     AUTOPILOT: when its number, items and quantities are sure enough
 * @param threshold from 0 to 1, default 0.9
 * @param ask what is open in an order that came by mail is asked of its sender without a person
 */
public record ExtractionSettings(Mode mode, BigDecimal threshold, boolean ask) {

  /** Every document is looked at by a person. */
  public static final ExtractionSettings REVIEW =
      new ExtractionSettings(Mode.REVIEW, new BigDecimal("0.9"), false);

  /** Who decides. */
  public enum Mode {
    REVIEW,
    THRESHOLDS,
    AUTOPILOT
  }
}
