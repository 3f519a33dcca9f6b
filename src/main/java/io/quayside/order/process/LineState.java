package io.quayside.order.process;

import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One line of an order, and what it was found to be. */
final class LineState {

  /** The line number, made unique: the second line 10 is {@code 10#2}. */
  final String key;

  final int position;
  final Line source;
  final List<ScheduleState> schedules = new ArrayList<>();

  String sku;
  String description;

  /** As ordered; where the order names none, the item's own once it is known. */
  String unit;

  /** How many stock units one ordered unit holds. */
  BigDecimal pack = BigDecimal.ONE;

  Price price;
  boolean priceChanged;

  /** How many of the price's units one ordered unit holds. */
  BigDecimal priceFactor = BigDecimal.ONE;

  String supply;
  String supplier;
  Integer leadTimeDays;

  /** Its row as it is stored, or null: only what changed is written. */
  List<Object> stored;

  LineState(String key, int position, Line source) {
    this.key = key;
    this.position = position;
    this.source = source;
    this.unit = source.unit();
  }

  /**
   * ACK03 and SN103 stand with every quantity; a line nobody can tell the unit of counts pieces.
   */
  String unit() {
    return unit == null ? "EA" : unit;
  }

  boolean dropShipped() {
    return "drop-ship".equals(supply);
  }

  /** Nothing has been decided about it, and nobody has been asked. */
  boolean untouched() {
    return schedules.stream()
        .allMatch(s -> s.ledger.open().compareTo(s.ledger.ordered()) == 0 && s.asked == null);
  }
}
