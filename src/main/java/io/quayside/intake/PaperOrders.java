package io.quayside.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.intake.extract.Extraction;
import io.quayside.intake.extract.Habits;
import io.quayside.intake.extract.Knowledge;
import io.quayside.intake.extract.Lesson;
import io.quayside.intake.extract.PaperKind;
import io.quayside.intake.extract.Papers;
import io.quayside.intake.extract.SecondReader;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.OrderSchema;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.TableRow;
import io.quayside.mapping.tree.UnreadableDocumentException;
import io.quayside.order.Catalogue;
import io.quayside.partner.ExtractionSettings;
import io.quayside.partner.TradingPartner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Documents for people as orders: read, judged, and kept until they go on. */
@Component
class PaperOrders {

  private final Papers papers;
  private final OrderSchema schema;
  private final Catalogue catalogue;
  private final Extractions extractions;
  private final SenderTemplates templates;
  private final ObjectMapper json;

  PaperOrders(
      ConfigFiles config,
      OrderSchema schema,
      Catalogue catalogue,
      Extractions extractions,
      SenderTemplates templates,
      Optional<SecondReader> second,
      ObjectMapper json) {
    this.papers = new Papers(config, second);
    this.schema = schema;
    this.catalogue = catalogue;
    this.extractions = extractions;
    this.templates = templates;
    this.json = json;
  }

  /**
   * Reads one; takes seconds, so never within a transaction.
   *
   * @param partnerId whose templates are used, null when nobody knows yet who sent it
   */
  Extraction read(PaperKind kind, byte[] bytes, String partnerId)
      throws UnreadableDocumentException {
    Extraction read = papers.extract(kind, bytes, knowledge(), templates.of(partnerId));
    if (read.trouble() != null) {
      throw new UnreadableDocumentException(read.trouble());
    }
    return read;
  }

  List<List<TableRow>> sheets(byte[] workbook) {
    return papers.sheets(workbook);
  }

  /** What an approved order teaches; takes seconds. */
  Optional<Lesson> lesson(String kind, byte[] bytes, ObjectNode approved, String partnerId) {
    PaperKind known = PaperKind.valueOf(kind.toUpperCase(Locale.ROOT));
    return papers.lesson(known, bytes, knowledge(), approved, templates.of(partnerId));
  }

  /** What was found, as the desk for files of orders knows it. */
  static Found found(PaperKind kind, Extraction read) {
    ObjectNode order = read.mapped().order();
    List<FoundOrder> orders =
        read.found() || Extraction.isPicture(read)
            ? List.of(
                new FoundOrder(
                    "order", order.path("poNumber").asText(""), null, null, order, false))
            : List.of();
    String why = orders.isEmpty() ? "No purchase order was found in it." : "";
    return new Found(kind.word(), description(kind), orders, Optional.empty(), why);
  }

  /** An order without anything yet, for a person who reads what we could not. */
  static Found toFill(PaperKind kind, Extraction read) {
    FoundOrder order = new FoundOrder("order", "", null, null, read.mapped().order(), false);
    return new Found(kind.word(), description(kind), List.of(order), Optional.empty(), "");
  }

  private static String description(PaperKind kind) {
    return switch (kind) {
      case PDF -> "an order as PDF";
      case PICTURE -> "an order as picture";
      case WORKBOOK -> "an order as workbook";
      case HTML -> "an order as HTML";
      case TEXT -> "an order as text";
    };
  }

  byte[] picture(byte[] pdf, int page) {
    return papers.picture(pdf, page);
  }

  List<List<Papers.Seen>> rows(PaperKind kind, byte[] bytes) {
    return papers.rows(kind, bytes);
  }

  Papers.Shown shown(PaperKind kind, byte[] bytes, String partnerId) {
    return papers.shown(kind, bytes, templates.of(partnerId));
  }

  Optional<String> canonical(Habits habits, String kind, String text) {
    return papers.canonical(habits, kind, text);
  }

  /** Keeps it with its document in the current transaction; true when a person must look at it. */
  boolean keep(String documentId, TradingPartner partner, PaperKind kind, Extraction read) {
    boolean waits = !sure(partner.extraction(), read);
    if (read.layout() != null) {
      templates.used(partner.id(), read.layout());
    }
    extractions.save(
        documentId, partner.id(), kind.word(), waits ? "review" : "approved", result(read));
    return waits;
  }

  private boolean sure(ExtractionSettings settings, Extraction read) {
    if (settings.mode() == ExtractionSettings.Mode.REVIEW
        || !schema.check(read.mapped().order()).isEmpty()) {
      return false;
    }
    double threshold = settings.threshold().doubleValue();
    return settings.mode() == ExtractionSettings.Mode.THRESHOLDS
        ? read.mapped().findings().isEmpty() && read.least() >= threshold
        : read.leastNeeded() >= threshold;
  }

  private ObjectNode result(Extraction read) {
    ObjectNode result = json.createObjectNode();
    result.set("order", read.mapped().order());
    result.put("layout", read.layout());
    ObjectNode evidence = result.putObject("evidence");
    read.mapped()
        .evidence()
        .forEach(
            (pointer, places) ->
                places.forEach(place -> evidence.withArray(escaped(pointer)).add(place.where())));
    result.set("confidence", json.valueToTree(Map.copyOf(read.confidence())));
    var findings = result.putArray("findings");
    read.said().forEach(findings::add);
    return result;
  }

  /** A property of that very name, not a path. */
  private static String escaped(String pointer) {
    return "/" + pointer.replace("~", "~0").replace("/", "~1");
  }

  private Knowledge knowledge() {
    return new Knowledge() {
      @Override
      public Optional<Boolean> item(List<String> ids) {
        boolean known = ids.stream().anyMatch(id -> catalogue.bySku(id).isPresent());
        return known ? Optional.of(true) : Optional.empty();
      }

      @Override
      public Optional<Boolean> poNumber(String number) {
        return Optional.empty();
      }
    };
  }
}
