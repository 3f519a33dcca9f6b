package io.quayside.console;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the pages say things: statuses as words and colours, times in the business time zone. */
@Component("words")
class Words {

  private static final Pattern LONG_WORD = Pattern.compile("(\\S{14})\\S{8,}(\\S{8})");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private static final Set<String> GOOD =
      Set.of("accepted", "shipped", "delivered", "sent", "paid", "complete", "invoiced", "done");
  private static final Set<String> WAITING =
      Set.of(
          "scheduled",
          "backordered",
          "partially-shipped",
          "accepted-with-errors",
          "partially-accepted",
          "awaited",
          "pending",
          "sending",
          "unread",
          "partial");
  private static final Set<String> BAD =
      Set.of(
          "on-hold",
          "held",
          "rejected",
          "failed",
          "unknown",
          "overdue",
          "unassigned",
          "quarantined");

  private static final Map<String, String> DOCUMENTS =
      Map.ofEntries(
          Map.entry("850", "purchase order"),
          Map.entry("860", "purchase order change"),
          Map.entry("855", "order acknowledgment"),
          Map.entry("865", "order change acknowledgment"),
          Map.entry("856", "ship notice"),
          Map.entry("810", "invoice"),
          Map.entry("824", "application advice"),
          Map.entry("864", "text message"),
          Map.entry("997", "functional acknowledgment"),
          Map.entry("999", "implementation acknowledgment"),
          Map.entry("TA1", "interchange acknowledgment"),
          Map.entry("ORDERS", "purchase order"),
          Map.entry("ORDCHG", "purchase order change"),
          Map.entry("ORDRSP", "order acknowledgment"),
          Map.entry("DESADV", "ship notice"),
          Map.entry("INVOIC", "invoice"),
          Map.entry("APERAK", "application error and acknowledgment"),
          Map.entry("CONTRL", "syntax and service report"),
          Map.entry("ConfirmationRequest", "order confirmation"),
          Map.entry("ShipNoticeRequest", "ship notice"),
          Map.entry("InvoiceDetailRequest", "invoice"),
          Map.entry("OrderResponse", "order confirmation"),
          Map.entry("DespatchAdvice", "ship notice"),
          Map.entry("Invoice", "invoice"),
          Map.entry("CreditNote", "credit note"),
          Map.entry("order-confirmed", "order confirmation"),
          Map.entry("order-rejected", "order refusal"),
          Map.entry("order-shipped", "ship notice"),
          Map.entry("order-invoiced", "invoice"),
          Map.entry("order-confirmed-csv", "order confirmation"),
          Map.entry("order-shipped-csv", "ship notice"),
          Map.entry("order-invoiced-csv", "invoice"),
          Map.entry("order-export", "order for our own system"),
          Map.entry("sales-order", "sales order"),
          Map.entry("order", "purchase order"),
          Map.entry("mail", "mail"),
          Map.entry("confirmation", "order confirmation"),
          Map.entry("shipment", "shipping note"),
          Map.entry("invoice", "invoice by mail"),
          Map.entry("question", "question about an order"),
          Map.entry("unknown", "not read yet"));

  private final Clock clock;
  private final ZoneId zone;

  Words(Clock clock, @Value("${quayside.zone:}") String zone) {
    this.clock = clock;
    this.zone = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
  }

  /** The colour of a status: {@code good}, {@code wait}, {@code bad} or {@code calm}. */
  public String colour(String status) {
    if (GOOD.contains(status)) {
      return "good";
    }
    if (WAITING.contains(status)) {
      return "wait";
    }
    return BAD.contains(status) ? "bad" : "calm";
  }

  /** {@code partially-shipped} as “Partially shipped”. */
  public String say(String word) {
    if (word == null || word.isEmpty()) {
      return "";
    }
    String spaced = word.replace('-', ' ');
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  /** Without the middle of file names, Message-IDs and other words too long for a column. */
  public String brief(String text) {
    return text == null ? "" : LONG_WORD.matcher(text).replaceAll("$1…$2");
  }

  /** {@code dates.requestedDelivery} as “Requested delivery”, {@code price.amount} as “Price”. */
  public String field(String path) {
    String name = path.replaceAll("^dates\\.|\\.(amount|value)$", "").replace('.', ' ');
    String apart = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return say(apart.replaceAll("^ids.\\d+.$", "item number"));
  }

  /** “ship notice (856)”: full words, the standard's code behind them. */
  public String document(String type) {
    String name = DOCUMENTS.get(type);
    if (name == null) {
      return type;
    }
    return type.matches("\\d+|TA1") ? name + " (" + type + ")" : name;
  }

  /** “10:41” today, “23 Nov 10:41” this year, else with the year. */
  public String when(Instant instant) {
    if (instant == null) {
      return "";
    }
    ZonedDateTime local = instant.atZone(zone);
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    if (local.toLocalDate().equals(today)) {
      return CLOCK.format(local);
    }
    return (local.getYear() == today.getYear() ? DAY : YEAR).format(local)
        + " "
        + CLOCK.format(local);
  }

  /** {@code 2026-12-08} as “8 Dec 2026”; what is no ISO date stays as it is. */
  public String day(String date) {
    if (date == null) {
      return "";
    }
    try {
      return YEAR.format(LocalDate.parse(date));
    } catch (DateTimeParseException notIso) {
      return date;
    }
  }

  /** Whether the moment has passed. */
  public boolean past(Instant instant) {
    return instant != null && clock.instant().isAfter(instant);
  }

  /** {@code 12.5} USD is {@code 12.50}; more decimals than the currency has stay. */
  public String price(String amount, String currency) {
    if (amount == null) {
      return null;
    }
    BigDecimal price = new BigDecimal(amount);
    return price.setScale(Math.max(price.scale(), decimals(currency))).toPlainString();
  }

  private static int decimals(String currency) {
    try {
      return Currency.getInstance(currency == null ? "USD" : currency).getDefaultFractionDigits();
    } catch (IllegalArgumentException unknown) {
      return 0;
    }
  }

  /** A channel's id in words: {@code api} as “API”. */
  public String channel(String id) {
    return id == null
        ? ""
        : switch (id) {
          case "api" -> "API";
          case "sftp" -> "SFTP";
          case "email" -> "e-mail";
          case "form" -> "phone or counter";
          default -> id;
        };
  }

  /** “1 order”, “2 orders”. */
  public String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  ZoneId zone() {
    return zone;
  }
}
