package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order's currency, by its label, its code or its sign; a bare dollar is one of an American.
 */
final class Currencies {
  static final Set<String> CODES =
      Set.of(
          "EUR", "USD", "GBP", "CHF", "CAD", "MXN", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
          "HUF", "JPY", "CNY", "INR", "BRL", "ZAR", "SGD", "HKD", "AED", "SAR", "QAR", "KWD", "OMR",
          "BHD", "ILS", "TRY", "RON", "BGN", "ISK", "EGP", "MAD", "NGN", "KES", "MZN", "THB", "MYR",
          "IDR", "PHP", "VND", "KRW", "TWD", "PKR", "BDT", "LKR", "CLP", "COP", "PEN", "ARS", "UYU",
          "CRC", "DOP");
  private static final Map<String, String> SIGNS =
      Map.of("€", "EUR", "£", "GBP", "US$", "USD", "₹", "INR", "R$", "BRL");
  private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])");

  private final HeadFields head;
  private final OrderWriter out;

  Currencies(HeadFields head, OrderWriter out) {
    this.head = head;
    this.out = out;
  }

  void write(
      Heading heading, Columns columns, List<TableLine> lines, Map<String, Address> parties) {
    for (Candidate one : head.of("currency")) {
      List<String> codes = codes(one.text());
      if (codes.size() == 1) {
        out.put(
            "/currency",
            codes.get(0),
            one.value(),
            Confidence.none().and("label near", 0.75).and("is a currency", 0.7));
        return;
      }
    }
    Map<String, List<Word>> found = new LinkedHashMap<>();
    boolean dollars = false;
    List<List<Word>> money = new ArrayList<>();
    lines.forEach(
        line -> List.of("price", "amount").forEach(name -> money.add(columns.words(line, name))));
    List.of("total", "subtotal")
        .forEach(
            field ->
                head.of(field)
                    .forEach(
                        one -> {
                          money.add(one.value());
                          money.add(one.label());
                        }));
    for (List<Word> words : money) {
      String text = TableLine.text(words);
      codes(text).forEach(code -> found.putIfAbsent(code, words));
      dollars |= text.contains("$") && codes(text).isEmpty();
    }
    for (Heading.Column column : heading.columns()) {
      codes(column.text()).forEach(code -> found.putIfAbsent(code, List.of()));
      dollars |= column.text().contains("$");
    }
    if (found.size() == 1) {
      String code = found.keySet().iterator().next();
      out.put(
          "/currency",
          code,
          found.get(code),
          Confidence.none().and("beside the amounts", 0.75).and("is a currency", 0.7));
    } else if (found.isEmpty()
        && dollars
        && parties.values().stream().anyMatch(Address::american)) {
      out.put(
          "/currency",
          "USD",
          List.of(),
          Confidence.none().and("dollar sign", 0.7).and("American address", 0.7));
    } else if (found.size() > 1) {
      out.finding(
          "currency",
          String.join(", ", found.keySet()),
          List.of(),
          "more than one currency",
          "Choose one, or ask the sender");
    }
  }

  private static List<String> codes(String text) {
    List<String> codes = new ArrayList<>();
    Matcher matcher = CODE.matcher(text);
    while (matcher.find()) {
      if (CODES.contains(matcher.group(1)) && !codes.contains(matcher.group(1))) {
        codes.add(matcher.group(1));
      }
    }
    SIGNS.forEach(
        (sign, code) -> {
          if (text.contains(sign) && !codes.contains(code)) {
            codes.add(code);
          }
        });
    return codes;
  }
}
