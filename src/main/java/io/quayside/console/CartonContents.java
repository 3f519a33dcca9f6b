package io.quayside.console;

import io.quayside.fulfilment.FulfilmentRefusal;
import io.quayside.fulfilment.ShippingDesk;
import io.quayside.order.message.GoodsShipped.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a packer says is in which carton: {@code 2} all of the line, {@code 1: 40, 2: 20} parts. */
final class CartonContents {

  private static final Pattern PART =
      Pattern.compile("([1-9]\\d{0,3})(?:\\s*:\\s*(\\d+(?:\\.\\d+)?))?");

  private final Map<Integer, List<Content>> cartons = new TreeMap<>();
  private final List<String> untold = new ArrayList<>();

  /**
   * @param typed null: nothing is said of the line
   */
  void add(ShippingDesk.Line line, String unit, String typed) {
    if (typed == null) {
      if (!"0".equals(line.quantity())) {
        untold.add(line.lineNumber());
      }
      return;
    }
    String[] parts = typed.split(",");
    for (String part : parts) {
      Matcher said = PART.matcher(part.strip());
      if (!said.matches() || said.group(2) == null && parts.length > 1) {
        throw new FulfilmentRefusal(
            "Line %s: “%s” does not say what is in which carton: write 2 when all of it is in carton 2, or 1: 40, 2: 20."
                .formatted(line.lineNumber(), typed));
      }
      String quantity = said.group(2) == null ? line.quantity() : said.group(2);
      cartons
          .computeIfAbsent(Integer.valueOf(said.group(1)), number -> new ArrayList<>())
          .add(new Content(line.lineNumber(), line.scheduleId(), quantity, unit));
    }
  }

  /**
   * The cartons, by their numbers; null when nothing was said of any.
   *
   * @param count as typed; null: as many as are named
   */
  List<ShippingDesk.Package> packages(Integer count) {
    if (cartons.isEmpty()) {
      return null;
    }
    if (!untold.isEmpty()) {
      throw new FulfilmentRefusal(
          "Say of line %s too in which carton it is, or of none."
              .formatted(String.join(", ", untold)));
    }
    int most = count == null || count == 1 ? cartons.size() : count;
    List<Integer> numbers = IntStream.rangeClosed(1, most).boxed().toList();
    if (!List.copyOf(cartons.keySet()).equals(numbers)) {
      throw new FulfilmentRefusal(
          "Cartons %s are told, but there are %s: number them from 1 on, each with something in it."
              .formatted(cartons.keySet(), most));
    }
    return cartons.values().stream()
        .map(contents -> new ShippingDesk.Package(null, null, null, null, contents))
        .toList();
  }
}
