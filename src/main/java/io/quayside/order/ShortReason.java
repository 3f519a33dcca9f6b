package io.quayside.order;

import java.util.Locale;

/** Why goods that were asked for were not packed, and so what is known about the stock. */
public enum ShortReason {
  /** They are not where the stock figure says: the figure is too high by them. */
  NOT_FOUND,
  /** They are there and cannot be sold: they leave the stock. */
  DAMAGED,
  /** They are there and follow: they stay held for the order. */
  LATER,
  /** In other words, or none: they stay in stock. */
  OTHER;

  /** {@code not-found}, {@code damaged}, {@code later}, and the same in a packer's words. */
  public static ShortReason of(String said) {
    if (said == null) {
      return OTHER;
    }
    return switch (said.trim().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-")) {
      case "not-found", "not-on-the-shelf", "not-in-stock", "missing" -> NOT_FOUND;
      case "damaged", "broken" -> DAMAGED;
      case "later" -> LATER;
      default -> OTHER;
    };
  }

  /** Inventory takes them off its stock. */
  public boolean leavesStock() {
    return this == NOT_FOUND || this == DAMAGED;
  }
}
