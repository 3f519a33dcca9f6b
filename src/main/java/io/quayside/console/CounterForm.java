package io.quayside.console;

import static io.quayside.console.OrderPages.blankToNull;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * An order as somebody types it at the counter or on the phone. A value that was left blank is
 * null.
 *
 * @param customer a known customer's id, or null: then name, e-mail and phone say who it is
 * @param shipTo one of the customer's known places, or null: then the address says where
 */
record CounterForm(
    String number,
    String customer,
    String name,
    String email,
    String phone,
    String poNumber,
    String shipTo,
    String shipName,
    String street,
    String city,
    String region,
    String postalCode,
    String country,
    String payment,
    String date,
    boolean test,
    List<Line> lines) {

  private static final int MOST_LINES = 200;

  /** One line as typed. */
  record Line(String sku, String quantity, String unit) {
    boolean isBlank() {
      return sku == null && quantity == null;
    }
  }

  static CounterForm of(MultiValueMap<String, String> typed, String number) {
    List<Line> lines = new ArrayList<>();
    List<String> skus = typed.getOrDefault("sku", List.of());
    for (int i = 0; i < Math.min(skus.size(), MOST_LINES); i++) {
      lines.add(new Line(at(typed, "sku", i), at(typed, "quantity", i), at(typed, "unit", i)));
    }
    if (lines.isEmpty() || typed.containsKey("more")) {
      lines.add(new Line(null, null, null));
    }
    String known = at(typed, "number", 0);
    return new CounterForm(
        known == null ? number : known,
        at(typed, "nobody", 0) == null ? at(typed, "customer", 0) : null,
        at(typed, "name", 0),
        at(typed, "email", 0),
        at(typed, "phone", 0),
        at(typed, "poNumber", 0),
        at(typed, "shipTo", 0),
        at(typed, "shipName", 0),
        at(typed, "street", 0),
        at(typed, "city", 0),
        at(typed, "region", 0),
        at(typed, "postalCode", 0),
        at(typed, "country", 0),
        at(typed, "payment", 0),
        at(typed, "date", 0),
        at(typed, "test", 0) != null,
        lines);
  }

  private static String at(MultiValueMap<String, String> typed, String name, int i) {
    List<String> values = typed.getOrDefault(name, List.of());
    return i < values.size() ? blankToNull(values.get(i)) : null;
  }

  List<Line> filled() {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  /** The customer's own number, else one of ours: the same for this form however often it comes. */
  String order() {
    return poNumber == null ? number : poNumber;
  }
}
