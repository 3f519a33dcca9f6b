package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The printed orders for tests of the whole hub, each under a number of its own. */
public final class SampleOrders {
  private SampleOrders() {}

  public static byte[] pdf(String name, String number) throws IOException {
    return PdfLayouts.letter(ExtractionProofTest.sheet(name).numbered(number));
  }

  /** In one of the layouts of the proof, with labels and headings that nobody knows. */
  public static byte[] unknown(String layout, String name, String number) throws IOException {
    return ExtractionProofTest.LAYOUTS
        .get(layout)
        .print()
        .apply(ExtractionProofTest.sheet("learning", name).numbered(number));
  }

  /** What is to be read of it, by JSON pointer; {@code lines} counts them. */
  public static Map<String, String> wanted(String name, String number) throws IOException {
    Map<String, String> wanted = TeacherTest.wanted(ExtractionProofTest.sheet("learning", name));
    wanted.put("/poNumber", number);
    return wanted;
  }

  /** The order as it was read, with what a person puts right. */
  public static ObjectNode mended(ObjectNode read, String name, String number) throws IOException {
    OrderWriter order = new OrderWriter();
    order.order.setAll(read.deepCopy());
    wanted(name, number)
        .forEach(
            (pointer, value) -> {
              if (pointer.startsWith("/")) {
                order.fixed(pointer, value);
              }
            });
    for (int i = 0; i < order.order.path("lines").size(); i++) {
      order.fixed("/lines/" + i + "/lineNumber", String.valueOf(i + 1));
      order.fixed("/lines/" + i + "/ids/0/scheme", "vendor");
    }
    order.fixed("/shipTo/role", "ship-to");
    order.fixed("/billTo/role", "bill-to");
    order.order.remove(List.of("parties", "totals"));
    return order.order;
  }

  public static byte[] text(String name, String number) throws IOException {
    return TextLayouts.columns(ExtractionProofTest.sheet(name).numbered(number))
        .getBytes(StandardCharsets.UTF_8);
  }
}
