package io.quayside.outbound;

import io.quayside.order.canonical.ItemId;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Party;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.order.canonical.Reference;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an answer carries back of the order, to the character. */
final class OrderEcho {
  private OrderEcho() {}

  /** An id pair of a line. BP*A1 */
  record Pair(String code, String value) {}

  /** A reference. REF*DP*038~ */
  record Ref(String code, String value, String description) {
    static Ref of(String code, String value) {
      return Text.has(value) ? new Ref(code, Text.clean(value, 30), null) : null;
    }
  }

  /** All id pairs of a line, as sent. */
  static List<Pair> pairs(Line line) {
    return line.ids().stream().filter(id -> Text.has(id.code())).map(OrderEcho::pair).toList();
  }

  private static Pair pair(ItemId id) {
    return new Pair(id.code(), id.sent() == null ? id.value() : id.sent());
  }

  /** The references that the partner wants back on a document type. */
  static List<Ref> references(TradingPartner partner, String type, List<Reference> sent) {
    List<String> wanted = partner.echo().getOrDefault(type, List.of());
    return sent.stream()
        .filter(reference -> wanted.contains(reference.code()))
        .map(one -> new Ref(one.code(), one.value(), Text.clean(one.description(), 80)))
        .toList();
  }

  /** The party of a role code, as sent; else the view that the order names. */
  static Party party(PurchaseOrder order, Party view, String... codes) {
    return Stream.of(codes)
        .flatMap(code -> order.parties().stream().filter(one -> code.equals(one.roleCode())))
        .findFirst()
        .orElse(view);
  }

  /** The code under which a party was sent, else the given one. */
  static String code(Party party, String otherwise) {
    return party == null || party.roleCode() == null ? otherwise : party.roleCode();
  }

  /** The list without what is missing. */
  @SafeVarargs
  static <T> List<T> present(T... values) {
    return Stream.of(values).filter(Objects::nonNull).toList();
  }
}
