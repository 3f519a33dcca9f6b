package io.quayside.intake.supplier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A supplier's confirmation, ship notice or invoice as {@code mappings/supplier-status.schema.json}
 * describes it.
 */
public record SupplierDocument(
    String kind,
    String supplierOrder,
    String number,
    String purposeCode,
    String purpose,
    String verdict,
    String verdictCode,
    String date,
    String currency,
    String total,
    String invoiceKind,
    String scac,
    String tracking,
    String billOfLading,
    List<Day> days,
    List<Line> lines,
    List<Level> levels) {

  public SupplierDocument {
    days = orEmpty(days);
    lines = orEmpty(lines);
    levels = orEmpty(levels);
  }

  /** It speaks only of the lines that it names: the others are as they were. */
  public boolean isChange() {
    return "changed".equals(kind);
  }

  /** A change that does not say what comes now: it refuses ours, or names no line. */
  public boolean leavesOpen() {
    return isChange() && (lines.isEmpty() || "refused".equals(verdict));
  }

  /** DTM*011*20261208~ */
  public record Day(String code, String meaning, String date) {}

  public record Id(String scheme, String code, String value) {}

  public record Price(String amount, String per) {}

  /** A line of our order. PO1*1*100*EA*7.50**BP*W-001~ or LIN+1+3+4012345678901:EN' */
  public record Line(
      String lineNumber,
      String supplierOrder,
      String action,
      String actionCode,
      List<Id> ids,
      String quantity,
      String unit,
      Price price,
      String missing,
      String rest,
      String reason,
      List<Day> days,
      List<Part> parts,
      List<Delivery> deliveries) {

    public Line {
      ids = orEmpty(ids);
      days = orEmpty(days);
      parts = orEmpty(parts);
      deliveries = orEmpty(deliveries);
    }

    /** An item of a ship notice. LIN*1*BP*W-001~SN1*1*40*EA~ */
    static Line sent(Level level) {
      return new Line(
          level.lineNumber(),
          null,
          null,
          null,
          level.ids(),
          level.quantity(),
          level.unit(),
          null,
          null,
          null,
          null,
          level.days(),
          null,
          null);
    }

    /** Our item number, if the supplier repeats it. */
    String sku() {
      return ids.stream()
          .filter(id -> "buyer".equals(id.scheme()))
          .map(Id::value)
          .findFirst()
          .orElse(null);
    }

    /** For one; null when the supplier names none. */
    String priceOfOne() {
      if (price == null || price.amount() == null) {
        return null;
      }
      BigDecimal per = price.per() == null ? BigDecimal.ONE : new BigDecimal(price.per());
      return new BigDecimal(price.amount()).divide(per, MathContext.DECIMAL64).toPlainString();
    }
  }

  /** ACK*IA*60*EA*068*20261124~ or QTY+113:60:PCE' */
  public record Part(
      String status, String rest, String code, String quantity, String unit, List<Day> days) {

    public Part {
      days = orEmpty(days);
    }
  }

  /** SCC+1' QTY+11:40:PCE' DTM+67:20261208:102' */
  public record Delivery(String quantity, String unit, List<Day> days) {

    public Delivery {
      days = orEmpty(days);
    }
  }

  public record Mark(String kind, String value) {}

  /** HL*3*2*P~ or CPS+2+1' */
  public record Level(
      String number,
      String parent,
      String kind,
      String supplierOrder,
      String lineNumber,
      List<Id> ids,
      String quantity,
      String unit,
      String packaging,
      String weight,
      String weightUnit,
      String scac,
      String tracking,
      String billOfLading,
      List<Day> days,
      List<Mark> marks,
      List<Line> items) {

    public Level {
      ids = orEmpty(ids);
      days = orEmpty(days);
      marks = orEmpty(marks);
      items = orEmpty(items);
    }

    /** The lines that stand at this very level. */
    List<Line> lines() {
      return quantity == null ? items : List.of(Line.sent(this));
    }

    boolean holdsGoods() {
      return "package".equals(kind) || "pallet".equals(kind);
    }

    String mark(String wanted) {
      return marks.stream()
          .filter(mark -> wanted.equals(mark.kind()) && mark.value() != null)
          .map(Mark::value)
          .findFirst()
          .orElse(null);
    }
  }

  /** The last day of a meaning among the most special days that there are; null when unknown. */
  @SafeVarargs
  static String day(String meaning, List<Day>... fromSpecialToGeneral) {
    for (List<Day> days : fromSpecialToGeneral) {
      String last =
          days.stream()
              .filter(day -> meaning.equals(day.meaning()) && day.date() != null)
              .map(Day::date)
              .max(String::compareTo)
              .orElse(null);
      if (last != null) {
        return last;
      }
    }
    return null;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
