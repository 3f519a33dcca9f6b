package io.quayside.outbound;

import io.quayside.order.Answers.SupplierOrder;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.OrderFromSupplier.Wanted;
import io.quayside.outbound.OrderEcho.Pair;
import io.quayside.outbound.OrderEcho.Ref;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an 850 to a supplier says: X12 850, purchase order, with our numbers.
 *
 * <pre>BEG*00*DS*PO-1001**20261121~</pre>
 *
 * @param kind BEG02: SA stand-alone, DS drop ship
 */
record SupplierOrder850(
    String kind,
    String number,
    String date,
    String currency,
    List<Ref> references,
    String wantedBy,
    String wantedShip,
    List<PartyLoop> parties,
    List<Po1> lines) {

  static final String TYPE = "850";

  /** One line. PO1*1*40*EA*7.50**VN*S-77*BP*W-001~ */
  record Po1(
      String number,
      String quantity,
      String unit,
      String price,
      List<Pair> ids,
      String description) {}

  static SupplierOrder850 of(SupplierOrder facts, TradingPartner supplier, Company company) {
    OrderFromSupplier order = facts.order();
    boolean dropShip = "drop-ship".equals(order.kind());
    LocalDate date = facts.orderedAt().atZone(supplier.zone()).toLocalDate();
    PartyLoop shipTo = PartyLoop.full("ST", order.shipTo());
    return new SupplierOrder850(
        dropShip ? "DS" : "SA",
        Text.clean(order.supplierOrder(), 22),
        Text.date(date),
        order.currency(),
        OrderEcho.present(
            dropShip && order.customerOrder() != null
                ? Ref.of("CO", order.customerOrder().poNumber())
                : null),
        Text.date(order.wantedBy()),
        Text.date(order.wantedShip()),
        OrderEcho.present(
            PartyLoop.ours("BY", company), shipTo == null ? PartyLoop.ours("ST", company) : shipTo),
        order.lines().stream().map(SupplierOrder850::line).toList());
  }

  private static Po1 line(Wanted wanted) {
    return new Po1(
        wanted.lineNumber(),
        wanted.quantity(),
        wanted.unit(),
        wanted.price(),
        pairs(wanted),
        Text.clean(wanted.description(), 80));
  }

  private static List<Pair> pairs(Wanted wanted) {
    List<Pair> pairs = new ArrayList<>();
    if (wanted.ids() != null) {
      wanted.ids().stream().map(SupplierOrder850::pair).forEach(pairs::add);
    }
    if (pairs.stream().noneMatch(pair -> pair.code().equals("BP"))) {
      pairs.add(new Pair("BP", wanted.sku()));
    }
    return pairs;
  }

  /** The code that the id came with, else the usual one of its scheme. */
  private static Pair pair(ItemId id) {
    String value = id.sent() == null ? id.value() : id.sent();
    if (Text.has(id.code())) {
      return new Pair(id.code(), value);
    }
    return switch (id.scheme()) {
      case "gtin" -> gtin(value);
      case "buyer" -> new Pair("BP", value);
      case "manufacturer" -> new Pair("MG", value);
      default -> new Pair("VN", value);
    };
  }

  /** In its own length: UP has 12 digits, EN 13; UK is the case's, of 14. UP*012345678905 */
  private static Pair gtin(String value) {
    String bare = bare(value);
    return new Pair(bare.length() == 12 ? "UP" : bare.length() == 13 ? "EN" : "UK", bare);
  }

  /** A GTIN without the zeros that only fill it up to 14 digits. */
  static String bare(String gtin) {
    return gtin.length() == 14 ? gtin.replaceFirst("^0{1,2}", "") : gtin;
  }
}
