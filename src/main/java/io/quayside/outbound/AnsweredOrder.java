package io.quayside.outbound;

import io.quayside.order.Answers.Head;
import io.quayside.order.canonical.Address;
import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.Price;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Source;
import io.quayside.partner.Company;
import io.quayside.partner.PostalAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What every answer in JSON and cXML says of its order, as it was sent.
 *
 * @param payloadId cXML: the order's own {@code payloadID}
 */
record AnsweredOrder(
    String orderId,
    String poNumber,
    String release,
    String poDate,
    String salesOrder,
    String currency,
    boolean test,
    String payloadId,
    Partaker buyer,
    Partaker seller,
    Partaker shipTo,
    Partaker billTo) {

  /** A party with its numbers and address. */
  record Partaker(
      String name,
      String name2,
      List<Number> ids,
      List<String> address,
      String city,
      String region,
      String postalCode,
      String country,
      String taxId) {}

  /** A number under which somebody or something is known; scheme is our word, code the sender's. */
  record Number(String scheme, String code, String value) {}

  /** What was ordered, by all its numbers. */
  record Item(
      List<Number> ids, String vendor, String buyer, String gtin, String sku, String description) {
    static Item of(Line line, String sku) {
      List<Number> ids =
          line.ids().stream().map(id -> new Number(id.scheme(), id.code(), sent(id))).toList();
      String vendor = first(ids, "vendor");
      return new Item(
          ids,
          vendor == null ? sku : vendor,
          first(ids, "buyer"),
          first(ids, "gtin"),
          sku,
          line.description());
    }

    private static String sent(ItemId id) {
      return id.sent() == null ? id.value() : id.sent();
    }

    private static String first(List<Number> ids, String scheme) {
      return ids.stream()
          .filter(id -> scheme.equals(id.scheme()))
          .map(Number::value)
          .findFirst()
          .orElse(null);
    }
  }

  /** A price for {@code per} units; per is null where it is for one. */
  record Cost(String amount, String per, String unit) {
    static Cost of(Price price) {
      if (price == null || price.amount() == null) {
        return null;
      }
      boolean one =
          price.per() == null || new BigDecimal(price.per()).compareTo(BigDecimal.ONE) == 0;
      return new Cost(price.amount(), one ? null : price.per(), price.unit());
    }
  }

  /** A day, and its start with the offset of the partner's zone: cXML wants both. */
  record Day(String date, String at) {
    static Day of(LocalDate date, ZoneId zone) {
      return date == null
          ? null
          : new Day(date.toString(), date.atStartOfDay(zone).toOffsetDateTime().format(Text.STAMP));
    }
  }

  static AnsweredOrder of(Head head, Party shipTo, Company company) {
    PurchaseOrder order = head.order();
    Source source = order.source();
    return new AnsweredOrder(
        head.orderId(),
        order.poNumber(),
        order.release(),
        order.poDate(),
        head.salesOrder(),
        order.currency() == null ? company.currency() : order.currency(),
        head.test(),
        source == null ? null : source.interchange(),
        partaker(order.buyer()),
        seller(order.seller(), company),
        partaker(shipTo == null ? order.shipTo() : shipTo),
        partaker(order.billTo()));
  }

  /** The line's own number, else its key. */
  static String number(String key, Line line) {
    return line.lineNumber() == null ? key : line.lineNumber();
  }

  private static Partaker partaker(Party party) {
    if (party == null) {
      return null;
    }
    Address at =
        party.address() == null ? new Address(List.of(), null, null, null, null) : party.address();
    return new Partaker(
        party.name(),
        party.name2(),
        numbers(party),
        at.lines(),
        at.city(),
        at.region(),
        at.postalCode(),
        at.country(),
        party.taxId());
  }

  /** Our own name and address, under the numbers that the order knows us by. */
  private static Partaker seller(Party sent, Company company) {
    PostalAddress at =
        company.address() == null
            ? new PostalAddress(List.of(), null, null, null, null)
            : company.address();
    return new Partaker(
        company.name(),
        null,
        sent == null ? List.of() : numbers(sent),
        at.lines(),
        at.city(),
        at.region(),
        at.postalCode(),
        at.country(),
        company.taxId());
  }

  private static List<Number> numbers(Party party) {
    return party.ids().stream().map(id -> new Number(id.scheme(), id.code(), id.value())).toList();
  }
}
