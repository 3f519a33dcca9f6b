package io.quayside.intake.supplier;

import io.quayside.intake.supplier.SupplierDocument.Line;
import io.quayside.intake.supplier.SupplierDocument.Part;
import io.quayside.order.message.SupplierStatus.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A confirmed line as items, a part each. A part may speak for the rest of the line, too.
 *
 * <pre>
 * ACK*IA*60~ACK*IB*40~                60 confirmed, 40 backordered
 * ACK*BP*60~                          60 confirmed, the other 40 backordered
 * ACK*IB*40~                          40 backordered, the other 60 confirmed
 * ACK*IQ*60~                          60 confirmed, the other 40 refused
 * QTY+113:60' QTY+83:40'              60 confirmed, 40 backordered
 * QTY+113:60' QVR+-40:21+BP'          60 confirmed, the other 40 backordered
 * QTY+113:60' QVR+-40:21++AV'         60 confirmed, the other 40 refused
 * POC*1*DI*0*0*EA~ACK*IA*0~            nothing comes: the line is taken out
 * </pre>
 */
final class Confirming {
  private final SupplierDocument document;
  private final Days days;

  Confirming(SupplierDocument document, Days days) {
    this.document = document;
    this.days = days;
  }

  List<Item> items(Line line) {
    List<Part> parts = parts(line);
    BigDecimal told = BigDecimal.ZERO;
    Deliveries deliveries = new Deliveries(line.deliveries());
    List<Item> items = new ArrayList<>();
    for (Part part : parts) {
      String quantity = part.quantity() == null ? alone(parts, line) : part.quantity();
      told = quantity == null ? told : told.add(new BigDecimal(quantity));
      for (Part each : deliveries.of(part, quantity)) {
        items.add(item(line, each.quantity(), part.status(), part.unit(), each));
      }
    }
    BigDecimal rest =
        line.quantity() == null ? BigDecimal.ZERO : new BigDecimal(line.quantity()).subtract(told);
    Part last = parts.get(parts.size() - 1);
    String becomes = line.rest() == null ? last.rest() : line.rest();
    if (rest.signum() > 0 && becomes != null) {
      Part undated = new Part(becomes, null, last.code(), null, null, List.of());
      items.add(item(line, rest.toPlainString(), becomes, null, undated));
    }
    return items;
  }

  /** Where no part is named, the line speaks as a whole; so does one that is taken out. */
  private List<Part> parts(Line line) {
    if ("deleted".equals(line.action())) {
      return List.of(new Part("refused", null, line.actionCode(), null, null, null));
    }
    List<Part> parts =
        line.parts().stream()
            .filter(part -> part.quantity() == null || number(part.quantity()).signum() != 0)
            .toList();
    if (!parts.isEmpty()) {
      return parts;
    }
    boolean refused = "refused".equals(line.action()) || "refused".equals(document.verdict());
    if (refused || !line.parts().isEmpty()) {
      String status = refused || line.rest() == null ? "refused" : line.rest();
      return List.of(new Part(status, null, line.actionCode(), line.quantity(), null, null));
    }
    if (line.missing() == null || line.quantity() == null) {
      return List.of(new Part("confirmed", null, null, line.quantity(), null, null));
    }
    BigDecimal comes = number(line.quantity()).subtract(number(line.missing()).abs());
    return List.of(new Part("confirmed", null, null, comes.toPlainString(), null, null));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** A single part without a quantity speaks of all. */
  private static String alone(List<Part> parts, Line line) {
    return parts.size() == 1 ? line.quantity() : null;
  }

  private Item item(Line line, String quantity, String status, String unit, Part part) {
    boolean refused = "refused".equals(status);
    String code = part.code() == null ? null : "code " + part.code();
    return new Item(
        line.lineNumber(),
        line.sku(),
        quantity,
        unit == null ? line.unit() : unit,
        refused ? null : days.ships(part.days(), line.days(), document.days()),
        refused && line.reason() == null ? code : line.reason(),
        "confirmed".equals(status) ? null : status,
        refused ? null : days.arrives(part.days(), line.days(), document.days()),
        line.priceOfOne());
  }
}
