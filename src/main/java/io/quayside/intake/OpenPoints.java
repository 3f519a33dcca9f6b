package io.quayside.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.MappedOrder;
import io.quayside.order.Catalogue;
import io.quayside.order.Terms;
import io.quayside.order.canonical.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * All that is open in an order that was read out of a document for people: what is missing, what
 * does not add up, what can be read in two ways, and items that we do not know.
 */
@Component
class OpenPoints {

  private static final Pattern LINE = Pattern.compile("/?lines/([0-9]+)(.*)");
  private static final int LONGEST_ITEM = 60;
  private static final Pattern COMES_TO = Pattern.compile("the lines come to (.*)");

  private final Catalogue catalogue;
  private final Terms terms;

  OpenPoints(Catalogue catalogue, Terms terms) {
    this.catalogue = catalogue;
    this.terms = terms;
  }

  /** The points in the order of the document; none twice. */
  List<OpenPoint> of(MappedOrder read, String partnerId) {
    Optional<Terms.Agreed> agreed = terms.with(partnerId);
    List<OpenPoint> points = new ArrayList<>();
    for (MappedOrder.Problem one : read.findings()) {
      point(one, read.order()).ifPresent(points::add);
    }
    JsonNode lines = read.order().path("lines");
    for (int i = 0; i < lines.size(); i++) {
      item(lines.get(i), number(lines, i), agreed).ifPresent(points::add);
    }
    return points.stream().distinct().toList();
  }

  private static Optional<OpenPoint> point(MappedOrder.Problem found, JsonNode order) {
    String where = found.where().replaceFirst(" \\(.*\\)$", "");
    if (found.why().contains("day or month")) {
      return Optional.of(OpenPoint.of("ask.date", found.value()));
    }
    Matcher line = LINE.matcher(where);
    if (line.matches()) {
      int index = Integer.parseInt(line.group(1));
      return line(found, line.group(2), order.path("lines"), index);
    }
    return switch (where.replaceFirst("^/", "")) {
      case "poNumber" -> Optional.of(OpenPoint.of("ask.number"));
      case "lines" -> Optional.of(OpenPoint.of("ask.lines"));
      case "currency" -> Optional.of(OpenPoint.of("ask.currency", found.value()));
      case "totals/amount" -> {
        Matcher sum = COMES_TO.matcher(found.why());
        yield sum.matches()
            ? Optional.of(OpenPoint.of("ask.total", found.value(), sum.group(1)))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<OpenPoint> line(
      MappedOrder.Problem found, String field, JsonNode lines, int index) {
    String number = named(lines, index);
    return switch (field) {
      case "/quantity" ->
          Optional.of(
              found.value().isBlank()
                  ? OpenPoint.of("ask.quantity", number)
                  : OpenPoint.of("ask.figure", number, found.value()));
      case "/unit" -> Optional.of(OpenPoint.of("ask.unit", number, found.value()));
      case "" -> Optional.of(sum(found, lines.path(index), number));
      default -> Optional.of(OpenPoint.of("ask.figure", number, found.value()));
    };
  }

  private static OpenPoint sum(MappedOrder.Problem found, JsonNode line, String number) {
    return OpenPoint.of(
        "ask.sum",
        number,
        line.path("quantity").asText("?"),
        line.at("/price/amount").asText("?"),
        found.value());
  }

  private Optional<OpenPoint> item(JsonNode line, String number, Optional<Terms.Agreed> agreed) {
    List<ItemId> ids = new ArrayList<>();
    line.path("ids")
        .forEach(
            one ->
                ids.add(
                    new ItemId(
                        one.path("scheme").asText(), null, one.path("value").asText(), null)));
    if (ids.isEmpty()) {
      return Optional.of(
          OpenPoint.of("ask.item", number, line.path("description").asText("").strip()));
    }
    boolean known =
        agreed.flatMap(one -> catalogue.find(ids, one)).isPresent()
            || ids.stream().anyMatch(id -> catalogue.bySku(id.value()).isPresent());
    return known
        ? Optional.empty()
        : Optional.of(OpenPoint.of("unknown-item", number, ids.get(0).value(), "", "", ""));
  }

  /** {@code 20 (W-003 Gadget)}: a sender knows its lines by their items. */
  private static String named(JsonNode lines, int index) {
    JsonNode line = lines.path(index);
    String item =
        "%s %s".formatted(line.at("/ids/0/value").asText(""), line.path("description").asText(""));
    String told = item.strip();
    String cut = told.length() > LONGEST_ITEM ? told.substring(0, LONGEST_ITEM) + "…" : told;
    return number(lines, index) + (cut.isEmpty() ? "" : " (" + cut + ")");
  }

  private static String number(JsonNode lines, int index) {
    return lines.path(index).path("lineNumber").asText(String.valueOf(index + 1));
  }
}
