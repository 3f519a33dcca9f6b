package bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether an answer says what its order asked for. All of it is in stock, so all of it is taken.
 */
final class Content {

  private Content() {}

  static List<String> faults(Interchange answer, String type, int number) {
    List<String> faults = new ArrayList<>();
    switch (type) {
      case "997" -> same(faults, "AK501", "A", answer.value("AK5", 1));
      case "855" -> confirmation(faults, answer, number);
      case "856" -> lines(faults, answer, "SN1", number);
      case "810" -> invoice(faults, answer, number);
      default -> faults.add("an unexpected " + type);
    }
    return faults;
  }

  /** ACK*IA*4*EA */
  private static void confirmation(List<String> faults, Interchange answer, int number) {
    lines(faults, answer, "ACK", number);
    answer.all("ACK").forEach(ack -> same(faults, "ACK01", "IA", Interchange.element(ack, 1)));
  }

  /** IT1*1*4*EA*1.5, and the sum in TDS01 with two decimals implied. */
  private static void invoice(List<String> faults, Interchange answer, int number) {
    lines(faults, answer, "IT1", number);
    same(faults, "TDS01", String.valueOf(PurchaseOrders.total(number)), answer.value("TDS", 1));
  }

  /** The second element is the quantity, in all three. */
  private static void lines(List<String> faults, Interchange answer, String tag, int number) {
    List<List<String>> lines = answer.all(tag);
    same(faults, tag + " lines", "" + PurchaseOrders.LINES, "" + lines.size());
    for (int line = 1; line <= lines.size(); line++) {
      same(
          faults,
          tag + "02 of line " + line,
          String.valueOf(PurchaseOrders.quantity(number, line)),
          Interchange.element(lines.get(line - 1), 2));
    }
  }

  private static void same(List<String> faults, String what, String expected, String found) {
    if (!expected.equals(found)) {
      faults.add("%s is `%s`, expected `%s`".formatted(what, found, expected));
    }
  }
}
