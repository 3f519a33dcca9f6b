package io.quayside.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.intake.Extractions.Stored;
import io.quayside.order.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** The fields of a review: JSON pointer, value, how sure, and where it stands on the document. */
final class ReviewForm {

  private static final double SURE = 0.9;
  private static final int EMPTY = 8;
  private static final Pattern PAGE = Pattern.compile("page ([0-9]+) .*");
  private static final Pattern BOX = Pattern.compile("\\(page ([0-9]+) \\([-0-9,]+\\)\\)");
  private static final Pattern LINE =
      Pattern.compile("(?:/lines/([0-9]+)|Line ([0-9]+),) ?([A-Za-z0-9/ ]*?)(?=:| [`(])");
  private static final Pattern HEAD = Pattern.compile("/?([a-z][A-Za-z0-9/ ]*?)(?=:| [`(])");
  private static final Map<String, String> ROLES = Map.of("shipTo", "ship-to", "billTo", "bill-to");
  private static final Map<String, String> HEADS = new LinkedHashMap<>();
  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    HEADS.put("/poNumber", "PO number");
    HEADS.put("/poDate", "PO date");
    HEADS.put("/dates/requestedDelivery", "Requested delivery");
    HEADS.put("/dates/requestedShip", "Requested ship");
    HEADS.put("/dates/cancelAfter", "Cancel after");
    HEADS.put("/currency", "Currency");
    HEADS.put("/paymentTerms/0/text", "Payment terms");
    HEADS.put("/carrier/routing", "Ship via");
    HEADS.put("/buyer/contacts/0/name", "Contact");
    for (String role : List.of("shipTo", "billTo")) {
      String said = role.equals("shipTo") ? "Ship to" : "Bill to";
      HEADS.put("/" + role + "/name", said);
      HEADS.put("/" + role + "/address/lines/0", said + ", street");
      HEADS.put("/" + role + "/address/lines/1", said + ", street 2");
      HEADS.put("/" + role + "/address/city", said + ", city");
      HEADS.put("/" + role + "/address/region", said + ", region");
      HEADS.put("/" + role + "/address/postalCode", said + ", postal code");
      HEADS.put("/" + role + "/address/country", said + ", country");
    }
    COLUMNS.put("/ids/0/value", "Item");
    COLUMNS.put("/description", "Description");
    COLUMNS.put("/quantity", "Quantity");
    COLUMNS.put("/unit", "Unit");
    COLUMNS.put("/price/amount", "Price");
    COLUMNS.put("/price/per", "Per");
  }

  /**
   * One field.
   *
   * @param look {@code bad}: must be mended, {@code wait}: look at it, "": sure
   * @param where places on the document, separated by {@code |}
   * @param why the checks that it passed, for a person
   */
  record Field(String pointer, String label, String value, String look, String where, String why) {

    /** {@code date, number, unit}, else "": what is taken off the document becomes one. */
    public String kind() {
      return pointer.equals("/poDate") || pointer.startsWith("/dates/")
          ? "date"
          : pointer.matches(".*/(quantity|price/.*)")
              ? "number"
              : pointer.endsWith("/unit") ? "unit" : "";
    }
  }

  /** A line; item is what the catalogue knows by its number, else what it may be. */
  record LineFields(int index, List<Field> fields, String item) {}

  private final Stored stored;
  private final ObjectNode order;
  private final Catalogue catalogue;

  ReviewForm(Stored stored, ObjectNode order, Catalogue catalogue) {
    this.stored = stored;
    this.order = order;
    this.catalogue = catalogue;
  }

  /** What was odd, field by field in the words of this page. */
  List<String> findings() {
    List<String> said = new ArrayList<>();
    stored.findings().forEach(one -> said.add(say(one.asText())));
    return said;
  }

  /** {@code /dates/cancelAfter `x`: is no date} is: Cancel after `x`: is no date. */
  static String say(String finding) {
    String text = BOX.matcher(finding).replaceAll("(page $1)");
    Matcher line = LINE.matcher(text);
    if (line.lookingAt()) {
      int number =
          line.group(1) == null
              ? Integer.parseInt(line.group(2))
              : 1 + Integer.parseInt(line.group(1));
      String field = COLUMNS.get(pointer(line.group(3)));
      return "Line %d%s%s"
          .formatted(
              number,
              field == null ? "" : ", " + field.toLowerCase(Locale.ROOT),
              text.substring(line.end()));
    }
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return text;
    }
    String name = head.group(1);
    String label =
        HEADS.getOrDefault(
            pointer(name), Character.toUpperCase(name.charAt(0)) + name.substring(1));
    return label + text.substring(head.end());
  }

  private static String pointer(String name) {
    return (name.startsWith("/") ? "" : "/") + name.replace(' ', '/');
  }

  List<Field> heads() {
    return HEADS.entrySet().stream()
        .map(one -> field(one.getKey(), one.getValue(), one.getKey().equals("/poNumber")))
        .toList();
  }

  /** The lines, and an empty one to add; several when none was found. */
  List<LineFields> lines() {
    List<LineFields> lines = new ArrayList<>();
    int size = order.path("lines").size();
    for (int i = 0; i < (size == 0 ? EMPTY : size + 1); i++) {
      String at = "/lines/" + i;
      List<Field> fields = new ArrayList<>();
      boolean there = i < size;
      COLUMNS.forEach(
          (pointer, label) ->
              fields.add(field(at + pointer, label, there && pointer.equals("/quantity"))));
      lines.add(new LineFields(i, fields, item(order.at(at))));
    }
    return lines;
  }

  private String item(JsonNode line) {
    String id = line.at("/ids/0/value").asText("");
    if (id.isEmpty()) {
      return "";
    }
    return catalogue
        .bySku(id)
        .map(item -> "ours: " + item.description())
        .orElseGet(
            () -> {
              List<String> near =
                  catalogue.suggest(List.of(), line.path("description").asText("")).stream()
                      .map(one -> one.sku() + " " + one.description())
                      .toList();
              return near.isEmpty()
                  ? "no item of ours has this number"
                  : "perhaps " + String.join("; ", near);
            });
  }

  private Field field(String pointer, String label, boolean must) {
    JsonNode value = order.at(pointer);
    String text = value.isMissingNode() || value.isNull() ? "" : value.asText();
    JsonNode sure = stored.confidence().path(pointer);
    List<String> checks = new ArrayList<>();
    sure.path("checks").forEach(one -> checks.add(one.asText()));
    boolean doubtful = !text.isEmpty() && sure.path("value").asDouble(0) < SURE;
    String look = text.isEmpty() ? must ? "bad" : "" : doubtful ? "wait" : "";
    List<String> where = new ArrayList<>();
    stored.evidence().path(pointer).forEach(one -> where.add(one.asText()));
    return new Field(
        pointer, label, text, look, String.join("|", where), String.join(", ", checks));
  }

  /** The pages that evidence stands on, and the first. */
  List<Integer> pages() {
    TreeSet<Integer> pages = new TreeSet<>(List.of(1));
    stored
        .evidence()
        .forEach(
            places ->
                places.forEach(
                    place -> {
                      Matcher page = PAGE.matcher(place.asText());
                      if (page.matches()) {
                        pages.add(Integer.valueOf(page.group(1)));
                      }
                    }));
    return List.copyOf(pages);
  }

  /** The order with what was typed; an emptied field leaves, a line without anything too. */
  static ObjectNode order(ObjectNode before, MultiValueMap<String, String> typed) {
    ObjectNode order = before.deepCopy();
    typed.forEach(
        (pointer, values) -> {
          if (pointer.startsWith("/")) {
            put(order, pointer, values.get(0).strip());
          }
        });
    order.remove("parties");
    ROLES.forEach(
        (view, role) -> {
          if (order.get(view) instanceof ObjectNode party && !party.has("role")) {
            party.put("role", role);
          }
        });
    order.remove("totals");
    ArrayNode lines = order.withArray("lines");
    for (int i = lines.size() - 1; i >= 0; i--) {
      JsonNode line = lines.get(i);
      boolean empty =
          line.path("quantity").isMissingNode() && line.at("/ids/0/value").isMissingNode();
      if (empty || typed.containsKey("remove" + i)) {
        lines.remove(i);
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = (ObjectNode) lines.get(i);
      if (!line.has("lineNumber")) {
        line.put("lineNumber", String.valueOf(i + 1));
      }
      if (line.at("/ids/0/value").isMissingNode()) {
        line.remove("ids");
      } else if (line.at("/ids/0/scheme").isMissingNode()) {
        ((ObjectNode) line.at("/ids/0")).put("scheme", "vendor");
      }
    }
    return order;
  }

  private static void put(ObjectNode order, String pointer, String value) {
    if (value.isEmpty() && order.at(pointer).isMissingNode()) {
      return;
    }
    String[] steps = pointer.substring(1).split("/");
    JsonNode at = order;
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = at.at("/" + steps[i]);
      if (next.isMissingNode() || next.isNull()) {
        next = steps[i + 1].matches("[0-9]+") ? order.arrayNode() : order.objectNode();
        set(at, steps[i], next);
      }
      at = next;
    }
    String last = steps[steps.length - 1];
    if (!value.isEmpty()) {
      set(at, last, order.textNode(value));
    } else if (at instanceof ObjectNode object) {
      object.remove(last);
    } else if (at instanceof ArrayNode array && Integer.parseInt(last) < array.size()) {
      array.remove(Integer.parseInt(last));
    }
  }

  private static void set(JsonNode at, String step, JsonNode value) {
    if (at instanceof ArrayNode array) {
      int index = Integer.parseInt(step);
      if (index < array.size()) {
        array.set(index, value);
      } else {
        array.add(value);
      }
    } else {
      ((ObjectNode) at).set(step, value);
    }
  }
}
