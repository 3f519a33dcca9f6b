package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Compares what the sender says the order sums up to with what its lines sum up to. A difference is
 * told, never mended.
 *
 * <pre>CTT*3*150~   AMT*TT*1250~   SDQ*EA*92*0042*60*0043*40~</pre>
 */
final class OrderTotals {
  private static final String ASK = "Ask the sender whether a line is missing or wrong";

  private final Reading reading;
  private BigDecimal quantity = BigDecimal.ZERO;
  private BigDecimal extras = BigDecimal.ZERO;
  private int lines;
  private boolean allPriced = true;
  private BigDecimal sum = BigDecimal.ZERO;
  private int decimals;

  OrderTotals(Reading reading) {
    this.reading = reading;
  }

  /**
   * Adds a line up.
   *
   * @param currency of the order; null when it does not say
   */
  void add(ObjectNode line, Object currency) {
    if (lines++ == 0) {
      decimals = decimals(currency);
    }
    quantity = quantity.add(decimal(line.path("quantity")));
    extras = extras.add(extras(line));
    schedules(line);
    amount(line);
  }

  /** Compares the order's totals with what was added up. */
  void compare(ObjectNode order) {
    JsonNode totals = order.path("totals");
    if (totals.has("lineCount") && totals.get("lineCount").asInt() != lines) {
      reading.disagreement(
          "totals.lineCount",
          totals.get("lineCount").asText(),
          "the sender counts %s lines, the order has %d"
              .formatted(totals.get("lineCount").asText(), lines),
          ASK);
    }
    if (differs(totals.path("quantity"), quantity)) {
      reading.disagreement(
          "totals.quantity",
          totals.get("quantity").asText(),
          "the hash total is %s, the quantities of the lines add up to %s"
              .formatted(totals.get("quantity").asText(), quantity.toPlainString()),
          ASK);
    }
    amount(order, totals.path("amount"));
  }

  private void schedules(JsonNode line) {
    JsonNode schedules = line.path("schedules");
    if (schedules.isEmpty() || !line.has("quantity")) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode schedule : schedules) {
      boolean otherUnit =
          schedule.has("unit")
              && line.has("unit")
              && !schedule.get("unit").equals(line.get("unit"));
      if (otherUnit || !schedule.has("quantity")) {
        return;
      }
      sum = sum.add(decimal(schedule.get("quantity")));
    }
    if (differs(line.get("quantity"), sum)) {
      reading.disagreement(
          "line " + line.path("lineNumber").asText() + ", schedules",
          sum.toPlainString(),
          "the schedules add up to %s, the line orders %s"
              .formatted(sum.toPlainString(), line.get("quantity").asText()),
          "Ask the sender for the right split");
    }
  }

  /** A line's amount is rounded once. */
  private void amount(JsonNode line) {
    JsonNode price = line.path("price");
    BigDecimal per = decimal(price.path("per"));
    if (!price.has("amount") || !line.has("quantity") || per.signum() == 0) {
      allPriced = false;
    } else {
      BigDecimal amount = decimal(line.get("quantity")).multiply(decimal(price.get("amount")));
      sum = sum.add(amount.divide(per, decimals, RoundingMode.HALF_UP));
    }
  }

  /**
   * The amount may stand with or without allowances, charges and taxes: the first two are tried.
   */
  private void amount(ObjectNode order, JsonNode said) {
    if (said.isMissingNode() || !allPriced) {
      return;
    }
    BigDecimal all = sum.add(extras).add(extras(order));
    if (differs(said, sum) && differs(said, all) && order.path("taxes").isEmpty()) {
      reading.disagreement(
          "totals.amount",
          said.asText(),
          "the sender's total is %s, the lines add up to %s"
              .formatted(said.asText(), sum.toPlainString()),
          ASK);
    }
  }

  private static BigDecimal extras(JsonNode owner) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode each : owner.path("allowancesAndCharges")) {
      BigDecimal amount = decimal(each.path("amount"));
      String type = each.path("type").asText();
      sum =
          type.equals("allowance")
              ? sum.subtract(amount)
              : type.equals("charge") ? sum.add(amount) : sum;
    }
    return sum;
  }

  private static boolean differs(JsonNode said, BigDecimal found) {
    return said.isTextual() && decimal(said).compareTo(found) != 0;
  }

  private static BigDecimal decimal(JsonNode node) {
    return node.isTextual() ? new BigDecimal(node.asText()) : BigDecimal.ZERO;
  }

  private static int decimals(Object currency) {
    try {
      return currency == null
          ? 2
          : Math.max(0, Currency.getInstance(currency.toString()).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 2;
    }
  }
}
