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

  private OrderTotals() {}

  static void check(ObjectNode order, Reading reading) {
    JsonNode lines = order.path("lines");
    JsonNode totals = order.path("totals");
    if (totals.has("lineCount") && totals.get("lineCount").asInt() != lines.size()) {
      reading.disagreement(
          "totals.lineCount",
          totals.get("lineCount").asText(),
          "the sender counts %s lines, the order has %d"
              .formatted(totals.get("lineCount").asText(), lines.size()),
          ASK);
    }
    BigDecimal quantity = BigDecimal.ZERO;
    for (JsonNode line : lines) {
      quantity = quantity.add(decimal(line.path("quantity")));
      schedules(line, reading);
    }
    if (differs(totals.path("quantity"), quantity)) {
      reading.disagreement(
          "totals.quantity",
          totals.get("quantity").asText(),
          "the hash total is %s, the quantities of the lines add up to %s"
              .formatted(totals.get("quantity").asText(), quantity.toPlainString()),
          ASK);
    }
    amount(order, lines, totals.path("amount"), reading);
  }

  private static void schedules(JsonNode line, Reading reading) {
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

  /**
   * The amount may stand with or without allowances, charges and taxes: the first two are tried.
   */
  private static void amount(ObjectNode order, JsonNode lines, JsonNode said, Reading reading) {
    if (said.isMissingNode()) {
      return;
    }
    int decimals = decimals(order.path("currency").asText(""));
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal extras = extras(order);
    for (JsonNode line : lines) {
      JsonNode price = line.path("price");
      if (!price.has("amount")
          || !line.has("quantity")
          || decimal(price.path("per")).signum() == 0) {
        return;
      }
      sum =
          sum.add(
              decimal(line.get("quantity"))
                  .multiply(decimal(price.get("amount")))
                  .divide(decimal(price.get("per")), decimals, RoundingMode.HALF_UP));
      extras = extras.add(extras(line));
    }
    if (differs(said, sum) && differs(said, sum.add(extras)) && order.path("taxes").isEmpty()) {
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

  private static int decimals(String currency) {
    try {
      return currency.isEmpty()
          ? 2
          : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 2;
    }
  }
}
