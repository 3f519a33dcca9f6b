package io.quayside.partner;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code agreement:} of a partner file. */
final class AgreementReader {

  private static final Map<String, Duration> DEADLINES =
      Map.of("855", Duration.ofHours(24), "856", Duration.ofHours(1), "810", Duration.ofHours(24));
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final LocalTime CUTOFF = LocalTime.of(17, 0);

  private AgreementReader() {}

  static Agreement read(FileNode block) {
    String payment =
        block.oneOf(
            "payment", "on-account", "on-account", "prepaid", "card", "cash-on-delivery", "cash");
    Agreement.InvoiceTrigger trigger =
        payment.equals("on-account")
            ? Agreement.InvoiceTrigger.SHIPMENT
            : Agreement.InvoiceTrigger.ORDER;
    Agreement agreement =
        new Agreement(
            block.flag("backorder", true),
            block.word("unknownItem", Agreement.UnknownItem.HOLD),
            block.word("priceMismatch", Agreement.PriceMismatch.HOLD),
            block.decimal("priceTolerancePercent", BigDecimal.ZERO),
            block.decimal("priceToleranceAmount", BigDecimal.ZERO),
            block.matching("currency", Grammar.CURRENCY, null),
            payment,
            block.whole("netDays", 30, 0, 3650),
            block.decimal("creditLimit", null),
            block.word("invoiceTrigger", trigger),
            block.flag("invoiceAfterAsn", true),
            block.word("afterCancelDate", Agreement.AfterCancelDate.CANCEL),
            block.word("early", Agreement.Early.ALLOWED),
            block.decimal("overShipmentPercent", BigDecimal.ZERO),
            block.word("shortPick", Agreement.ShortPick.BACKORDER),
            block.flag("strict", false),
            SeverityReader.read(block.block("severity")),
            deadlines(block.block("deadlines")),
            block.duration("acknowledgeWithin", Duration.ofHours(24)),
            calendar(block.block("calendar")),
            block.whole("transitDays", 0, 0, 365));
    block.refuseOthers();
    return agreement;
  }

  private static Map<String, Duration> deadlines(FileNode block) {
    Map<String, Duration> deadlines = new LinkedHashMap<>(DEADLINES);
    for (String document : List.copyOf(block.keys())) {
      Grammar.DOCUMENT
          .refuse(document)
          .ifPresent(why -> block.fault(document, "", why, Grammar.DOCUMENT.remedy()));
      Duration duration = block.duration(document, DEADLINES.get(document));
      if (duration != null) {
        deadlines.put(document, duration);
      }
    }
    return deadlines;
  }

  /** {@code {days: mon-fri, cutoff: "15:00"}}; days as a range or a list. */
  private static Agreement.Calendar calendar(FileNode block) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : block.texts("days", List.of("mon-fri"))) {
      String[] ends = part.split("-", -1);
      int from = DAYS.indexOf(ends[0]);
      int to = DAYS.indexOf(ends[ends.length - 1]);
      if (ends.length > 2 || from < 0 || to < 0) {
        block.fault("days", part, "is not a day or a range", "Write it like mon-fri or [mon, wed]");
        continue;
      }
      for (int day = from; ; day = (day + 1) % 7) {
        days.add(DayOfWeek.of(day + 1));
        if (day == to) {
          break;
        }
      }
    }
    LocalTime cutoff = CUTOFF;
    String text = block.text("cutoff");
    if (text != null) {
      try {
        cutoff = LocalTime.parse(text);
      } catch (DateTimeParseException e) {
        block.fault("cutoff", text, "is not a time of day", "Write it like \"15:00\", in quotes");
      }
    }
    block.refuseOthers();
    return new Agreement.Calendar(days, cutoff);
  }
}
