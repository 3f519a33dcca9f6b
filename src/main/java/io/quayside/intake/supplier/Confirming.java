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
 * ACK*IA*60~ACK*IB*40~   60 confirmed, 40 backordered
 * ACK*BP*60~             60 confirmed, the other 40 backordered
 * ACK*IB*40~             40 backordered, the other 60 confirmed
 * ACK*IQ*60~             60 confirmed, the other 40 refused
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
    List<Item> items = new ArrayList<>();
    if (line.parts().isEmpty()) {
      String status = "refused".equals(document.verdict()) ? "refused" : "confirmed";
      items.add(
          item(line, line.quantity(), status, null, new Part(null, null, null, null, null, null)));
      return items;
    }
    BigDecimal told = BigDecimal.ZERO;
    for (Part part : line.parts()) {
      String quantity = part.quantity() == null ? alone(line) : part.quantity();
      told = quantity == null ? told : told.add(new BigDecimal(quantity));
      items.add(item(line, quantity, part.status(), part.unit(), part));
    }
    BigDecimal rest =
        line.quantity() == null ? BigDecimal.ZERO : new BigDecimal(line.quantity()).subtract(told);
    Part last = line.parts().get(line.parts().size() - 1);
    if (rest.signum() > 0 && last.rest() != null) {
      Part undated = new Part(last.rest(), null, last.code(), null, null, List.of());
      items.add(item(line, rest.toPlainString(), last.rest(), null, undated));
    }
    return items;
  }

  /** A single part without a quantity speaks of all. */
  private static String alone(Line line) {
    return line.parts().size() == 1 ? line.quantity() : null;
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
