package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of an order that a person's corrections teach something about. */
final class TaughtValues {
  /** Pointer to the field of the label that names it. */
  static final Map<String, String> HEADS = new LinkedHashMap<>();

  /** Below a line, pointer to the column that holds it. */
  static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    HEADS.put("/poNumber", "po-number");
    HEADS.put("/poDate", "po-date");
    HEADS.put("/dates/requestedDelivery", "requested-delivery");
    HEADS.put("/dates/requestedShip", "requested-ship");
    HEADS.put("/dates/cancelAfter", "cancel-after");
    HEADS.put("/shipTo/name", "ship-to");
    HEADS.put("/billTo/name", "bill-to");
    HEADS.put("/paymentTerms/0/text", "terms");
    HEADS.put("/carrier/routing", "ship-via");
    HEADS.put("/buyer/contacts/0/name", "buyer-contact");
    COLUMNS.put("/ids/0/value", "vendor-item");
    COLUMNS.put("/description", "description");
    COLUMNS.put("/quantity", "quantity");
    COLUMNS.put("/unit", "unit");
    COLUMNS.put("/price/amount", "price");
  }

  private TaughtValues() {}

  static List<String> pointers(JsonNode order) {
    List<String> pointers = new ArrayList<>(HEADS.keySet());
    for (String party : List.of("/shipTo", "/billTo")) {
      pointers.add(party + "/address/lines/0");
      pointers.add(party + "/address/city");
      pointers.add(party + "/address/postalCode");
    }
    for (int i = 0; i < order.path("lines").size(); i++) {
      for (String below : COLUMNS.keySet()) {
        pointers.add("/lines/" + i + below);
      }
    }
    return pointers;
  }

  static String text(JsonNode order, String pointer) {
    JsonNode value = order.at(pointer);
    return value.isMissingNode() || value.isNull() ? "" : value.asText().strip();
  }

  static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Quantity x price of all lines, to the cent; "" when one of them is missing. */
  static String total(JsonNode order) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : order.path("lines")) {
      try {
        BigDecimal price = new BigDecimal(text(line, "/price/amount"));
        String per = text(line, "/price/per");
        total =
            total.add(
                new BigDecimal(text(line, "/quantity"))
                    .multiply(price)
                    .divide(new BigDecimal(per.isEmpty() ? "1" : per), 2, RoundingMode.HALF_UP));
      } catch (ArithmeticException | NumberFormatException e) {
        return "";
      }
    }
    return total.signum() == 0 ? "" : total.toPlainString();
  }

  /** All texts of the person's order, as labels would be written. */
  static Set<String> plain(JsonNode node) {
    Set<String> texts = new HashSet<>();
    if (node.isValueNode()) {
      texts.add(Vocabulary.plain(node.asText()));
    }
    node.forEach(one -> texts.addAll(plain(one)));
    return texts;
  }

  /** How many values of the person's order were read so; a line too many or too few costs most. */
  static int alike(JsonNode read, JsonNode approved) {
    int alike = 0;
    for (String pointer : pointers(approved)) {
      String wanted = text(approved, pointer);
      String given = text(read, pointer);
      boolean left = given.isEmpty() || wanted.isEmpty() && pointer.contains("/address/");
      alike += same(given, wanted) ? 1 : left ? 0 : -1;
    }
    String total = total(approved);
    alike += !total.isEmpty() && same(text(read, "/totals/amount"), total) ? 1 : 0;
    return alike - 10 * Math.abs(read.path("lines").size() - approved.path("lines").size());
  }

  /** Values that were read and that the person gave otherwise. */
  static List<String> changed(JsonNode read, JsonNode approved) {
    return pointers(read).stream()
        .filter(one -> !text(read, one).isEmpty())
        .filter(one -> !same(text(read, one), text(approved, one)))
        .toList();
  }
}
