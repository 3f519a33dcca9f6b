package io.quayside.outbound;

import io.quayside.order.Answers.ConfirmedLine;
import io.quayside.order.Answers.ConfirmedSchedule;
import io.quayside.partner.AcknowledgmentShape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The ACK segments of one line, in the shape that the partner agreed on. The whole line is
 * answered: what its ACKs do not count, their code says.
 *
 * <pre>
 * IA+IB  ACK*IA*60*EA*068*20261124~ACK*IB*40*EA*068*20261208~
 * BP     ACK*BP*60*EA*068*20261124~    the balance is backordered
 * IB     ACK*IB*40*EA*068*20261208~    the rest is accepted
 * IQ     ACK*IQ*60*EA*068*20261124~    the rest will not come
 * </pre>
 */
final class LineAnswer {
  /** One ACK segment. */
  record Ack(String code, String quantity, String unit, String dateQualifier, String date) {}

  private final AcknowledgmentShape shape;
  private final int transitDays;

  LineAnswer(AcknowledgmentShape shape, int transitDays) {
    this.shape = shape;
    this.transitDays = transitDays;
  }

  /**
   * @param orderedQuantity PO102, for a line that is rejected because its quantity makes no sense
   */
  List<Ack> of(ConfirmedLine line, String orderedQuantity) {
    List<Ack> acks = new ArrayList<>();
    for (ConfirmedSchedule schedule : line.schedules()) {
      acks.addAll(new Schedule(line, schedule).acks());
    }
    if (acks.isEmpty()) {
      String code = line.sku() == null ? shape.reject() : "IR";
      acks.add(new Ack(code, orderedQuantity, line.unit(), null, null));
    }
    return acks;
  }

  private final class Schedule {
    private final ConfirmedLine line;
    private final ConfirmedSchedule schedule;
    private final BigDecimal accepted;
    private final BigDecimal backordered;
    private final BigDecimal refused;
    private final List<Ack> acks = new ArrayList<>();

    Schedule(ConfirmedLine line, ConfirmedSchedule schedule) {
      this.line = line;
      this.schedule = schedule;
      this.accepted = Text.number(schedule.accepted());
      this.backordered = Text.number(schedule.backordered());
      this.refused = Text.number(schedule.rejected()).add(Text.number(schedule.cancelled()));
      BigDecimal told = accepted.add(backordered).add(refused);
      if (told.compareTo(Text.number(schedule.ordered())) != 0) {
        throw new IllegalStateException(
            "Line %s, delivery %s: %s ordered, but %s decided. An 855 waits until every line is decided."
                .formatted(line.lineNumber(), schedule.id(), schedule.ordered(), told));
      }
    }

    List<Ack> acks() {
      boolean inPart = accepted.signum() > 0 && backordered.add(refused).signum() > 0;
      String partial = inPart ? shape.partial() : "";
      if (partial.equals("BP") && backordered.signum() > 0) {
        add("BP", accepted, schedule.shipDate());
        add(refusal(), refused, null);
      } else if (partial.equals("IB") && backordered.signum() > 0 && refused.signum() == 0) {
        add("IB", backordered, schedule.backorderDate());
      } else if (inPart && !partial.equals("IA+IB") && backordered.signum() == 0) {
        add("IQ", accepted, schedule.shipDate());
      } else {
        add(acceptance(), accepted, schedule.shipDate());
        add("IB", backordered, schedule.backorderDate());
        add(refusal(), refused, null);
      }
      return acks;
    }

    private void add(String code, BigDecimal quantity, String shipDate) {
      if (quantity.signum() > 0) {
        String date = date(shipDate);
        acks.add(
            new Ack(
                code,
                Text.plain(quantity),
                line.unit(),
                date == null ? null : shape.dates(),
                date));
      }
    }

    /** As ordered, or what differs: the price, the day, or both. */
    private String acceptance() {
      if (line.priceChanged()) {
        return schedule.late() ? "IC" : "IP";
      }
      return schedule.late() ? "DR" : "IA";
    }

    /** R2 and R3 say why, where the partner takes them; IR says only that. */
    private String refusal() {
      if (!shape.reject().equals("R2")) {
        return shape.reject();
      }
      if ("unit-mismatch".equals(schedule.reason())) {
        return "R3";
      }
      return line.sku() == null || "unknown-item".equals(schedule.reason()) ? "R2" : "IR";
    }

    /** 068 is the day it ships, 067 and 017 the day it arrives. */
    private String date(String shipDate) {
      if (shipDate == null) {
        return null;
      }
      LocalDate day = LocalDate.parse(shipDate);
      return Text.date(shape.dates().equals("068") ? day : day.plusDays(transitDays));
    }
  }
}
