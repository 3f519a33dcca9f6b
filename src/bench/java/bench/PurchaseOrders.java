package bench;

import java.util.ArrayList;
import java.util.List;

/** Ten-line 850s of the partner acme, each with its own PO number and interchange. */
final class PurchaseOrders {

  static final int LINES = 10;

  private PurchaseOrders() {}

  /** The items as the inventory's CSV, with stock for any number of orders. */
  static String items() {
    List<String> rows = new ArrayList<>(List.of("sku,description,unit,onHand,price,currency"));
    for (int line = 1; line <= LINES; line++) {
      rows.add("W-%03d,Widget %d,EA,100000000,%d.50,USD".formatted(line, line, line));
    }
    return String.join("\n", rows) + "\n";
  }

  static String poNumber(int number) {
    return "PO-%06d".formatted(number);
  }

  /** How many pieces the line of an order wants, at {@link #cents} each. */
  static int quantity(int number, int line) {
    return 1 + (number + 3 * line) % 9;
  }

  static int cents(int line) {
    return line * 100 + 50;
  }

  /** What the whole order costs, in cents. */
  static long total(int number) {
    long sum = 0;
    for (int line = 1; line <= LINES; line++) {
      sum += (long) quantity(number, line) * cents(line);
    }
    return sum;
  }

  static String x12(int number) {
    List<String> segments =
        new ArrayList<>(
            List.of(
                "ISA*00*          *00*          *ZZ*ACMEEDI        *ZZ*QUAYSIDE       *261123*0910*U*00401*%09d*0*P*>"
                    .formatted(number),
                "GS*PO*ACMEEDI*QUAYSIDE*20261123*0910*%d*X*004010".formatted(number),
                "ST*850*0001",
                "BEG*00*SA*%s**20261120".formatted(poNumber(number)),
                "CUR*BY*USD",
                "REF*DP*038",
                "N1*ST*Acme Store 42*92*0042"));
    for (int line = 1; line <= LINES; line++) {
      segments.add(
          "PO1*%d*%d*EA*%d.50**VP*W-%03d".formatted(line, quantity(number, line), line, line));
      segments.add("PID*F****Widget %d".formatted(line));
    }
    segments.add("CTT*" + LINES);
    segments.add("SE*%d*0001".formatted(segments.size() - 1));
    segments.add("GE*1*" + number);
    segments.add("IEA*1*%09d".formatted(number));
    return String.join("~\n", segments) + "~\n";
  }
}
