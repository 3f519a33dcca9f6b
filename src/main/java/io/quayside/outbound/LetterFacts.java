package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.ConfirmedSchedule;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.Answers.ShippedLine;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the lines of letters. */
final class LetterFacts {

  private LetterFacts() {}

  /** Each line with its answer in words. */
  static List<Map<String, Object>> confirmed(Confirmation facts, Letters letters, String language) {
    Map<String, Line> ordered = facts.head().order().linesByKey();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (ConfirmedLine one : facts.lines()) {
      Line line = ordered.get(one.lineNumber());
      Map<String, Object> shown = line(one.lineNumber(), one.sku(), line);
      shown.put("quantity", line.quantity());
      shown.put("unit", line.unit());
      Price price = one.price() != null ? one.price() : line.price();
      put(shown, "price", price == null ? null : price.amount());
      put(shown, "per", price == null || "1".equals(price.per()) ? null : price.per());
      shown.put("answers", answers(one.schedules(), letters, language));
      lines.add(shown);
    }
    return lines;
  }

  /** {@code 60 accepted, ships 2026-11-25}. */
  private static List<String> answers(
      List<ConfirmedSchedule> schedules, Letters letters, String language) {
    List<String> answers = new ArrayList<>();
    for (ConfirmedSchedule one : schedules) {
      add(answers, one.accepted(), letters, language, "accepted", "ships", one.shipDate());
      add(
          answers,
          one.backordered(),
          letters,
          language,
          "backordered",
          "expected",
          one.backorderDate());
      add(answers, one.rejected(), letters, language, "rejected", null, one.reasonText());
      add(answers, one.cancelled(), letters, language, "cancelled", null, one.reasonText());
    }
    return answers;
  }

  private static void add(
      List<String> answers,
      String quantity,
      Letters letters,
      String language,
      String word,
      String when,
      String detail) {
    if (quantity == null || new BigDecimal(quantity).signum() == 0) {
      return;
    }
    String text = quantity + " " + letters.say(language, word);
    if (detail != null && !detail.isBlank()) {
      text += ", " + (when == null ? detail : letters.say(language, when, detail));
    }
    answers.add(text);
  }

  static List<Map<String, Object>> shipped(Shipment facts) {
    Map<String, Line> ordered = facts.head().order().linesByKey();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (ShippedLine one : facts.lines()) {
      Map<String, Object> shown = line(one.lineNumber(), null, ordered.get(one.lineNumber()));
      put(shown, "quantity", one.quantity());
      put(shown, "unit", one.unit());
      put(shown, "ordered", one.ordered());
      put(shown, "shippedInAll", one.shippedInAll());
      lines.add(shown);
    }
    return lines;
  }

  private static Map<String, Object> line(String number, String sku, Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("number", line.lineNumber() == null ? number : line.lineNumber());
    put(shown, "item", sku != null ? sku : item(line));
    put(shown, "description", line.description());
    return shown;
  }

  /** The item as the customer named it. */
  static String item(Line line) {
    return line.ids().stream()
        .map(ItemId::value)
        .findFirst()
        .orElse(line.description() == null ? "?" : line.description());
  }

  private static void put(Map<String, Object> map, String key, Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
