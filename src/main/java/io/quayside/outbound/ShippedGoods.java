package io.quayside.outbound;

import io.quayside.order.Answers.Confirmation;
import io.quayside.order.Answers.Shipment;
import io.quayside.order.canonical.Line;
import io.quayside.order.message.GoodsShipped;
import io.quayside.outbound.AnsweredOrder.Day;
import io.quayside.outbound.AnsweredOrder.Item;
import io.quayside.partner.Company;
import io.quayside.partner.TradingPartner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A shipment as it was packed, for a notice in JSON or cXML.
 *
 * @param shippedAt when it left, in the partner's zone: {@code 2026-11-24T21:12:00+01:00}
 * @param arrives the day it arrives, null when transit is not agreed
 * @param packages none where they do not account for everything that was packed
 */
record ShippedGoods(
    String shipmentId,
    String date,
    String shippedAt,
    String ships,
    Day arrives,
    String scac,
    String tracking,
    String billOfLading,
    AnsweredOrder order,
    List<Sent> lines,
    List<Pack> packages) {

  private static final Map<String, String> STILL =
      Map.of("AC", "complete", "BP", "more-to-come", "IQ", "rest-not-coming");

  /** What was packed of one line; {@code status} says what becomes of the rest. */
  record Sent(
      String number,
      Item item,
      String quantity,
      String unit,
      String ordered,
      String status,
      List<String> lots,
      List<String> serials) {}

  /** A handling unit; SSCC of 18 digits. */
  record Pack(
      String type, String sscc, String tracking, List<Content> contents, List<Pack> packages) {}

  /** How much of a line stands in a package. */
  record Content(String number, String quantity, String unit) {}

  static ShippedGoods of(
      Shipment facts,
      Confirmation decided,
      TradingPartner partner,
      Company company,
      LocalDate today) {
    GoodsShipped packed = facts.packed();
    ZonedDateTime left = packed.shippedAt().truncatedTo(ChronoUnit.SECONDS).atZone(partner.zone());
    int transit = partner.agreement().transitDays();
    Packing packing = new Packing(facts, decided, partner);
    Map<String, Line> ordered = facts.head().order().linesByKey();
    return new ShippedGoods(
        packed.shipmentId(),
        today.toString(),
        left.format(Text.STAMP),
        left.toLocalDate().toString(),
        transit > 0 ? Day.of(left.toLocalDate().plusDays(transit), partner.zone()) : null,
        facts.scac() == null ? packed.scac() : facts.scac(),
        facts.tracking() == null ? packed.tracking() : facts.tracking(),
        packed.billOfLading(),
        AnsweredOrder.of(facts.head(), facts.shipTo(), company),
        packing.items().stream().map(one -> sent(one, ordered.get(one.key()), packed)).toList(),
        packing.accounted() ? packs(packing, packing.packages()) : List.of());
  }

  private static Sent sent(ShipNotice856.Item one, Line line, GoodsShipped packed) {
    List<GoodsShipped.Packed> parts =
        packed.lines().stream().filter(part -> part.lineNumber().equals(one.key())).toList();
    String sku = parts.isEmpty() ? null : parts.get(0).sku();
    return new Sent(
        one.line(),
        Item.of(line, sku),
        one.quantity(),
        one.unit(),
        one.ordered(),
        STILL.get(one.status()),
        parts.stream().flatMap(part -> InvoiceSum.orEmpty(part.lots()).stream()).toList(),
        parts.stream().flatMap(part -> InvoiceSum.orEmpty(part.serials()).stream()).toList());
  }

  private static List<Pack> packs(Packing packing, List<GoodsShipped.Package> packages) {
    return packages.stream()
        .map(
            one ->
                new Pack(
                    one.type(),
                    one.sscc(),
                    one.tracking(),
                    packing.items(one).stream()
                        .map(item -> new Content(item.line(), item.quantity(), item.unit()))
                        .toList(),
                    packs(packing, Lading856.inside(one))))
        .toList();
  }
}
