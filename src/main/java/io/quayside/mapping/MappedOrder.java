package io.quayside.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as a canonical order.
 *
 * @param order the canonical order of {@code mappings/order.schema.json}; what the sender left out
 *     is left out
 * @param unused values that no rule of the mapping took, each with element, value and place, in
 *     reading order
 * @param findings values that were odd and kept out of the order, and totals that do not agree
 * @param evidence where the order's values stand, by JSON pointer; a value that was put together
 *     stands in several places; empty unless it was asked for
 */
public record MappedOrder(
    ObjectNode order,
    List<String> unused,
    List<Problem> findings,
    Map<String, List<Place>> evidence) {

  private static final Pattern LINE = Pattern.compile("/lines/([0-9]{1,6})/(.*)");

  public MappedOrder {
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
    evidence = Collections.unmodifiableMap(evidence);
  }

  /**
   * The same with what only the envelope knows; null or "" where it has none.
   *
   * @param version for example {@code 004010} (GS08) or {@code D96A} (UNH02)
   * @param interchange ISA13 or UNB05 as received
   * @param group GS06 or UNG05 as received
   * @param test the interchange has the test flag
   */
  public MappedOrder withEnvelope(String version, String interchange, String group, boolean test) {
    ObjectNode copy = order.objectNode();
    copy.setAll(order);
    ObjectNode source = copy.objectNode();
    if (order.get("source") instanceof ObjectNode known) {
      source.setAll(known);
    }
    put(source, "version", version);
    put(source, "interchange", interchange);
    put(source, "group", group);
    copy.set("source", source);
    copy.put("test", test);
    return new MappedOrder(copy, unused, findings, evidence);
  }

  private static void put(ObjectNode source, String name, String value) {
    if (value != null && !value.isEmpty()) {
      source.put(name, value);
    }
  }

  /**
   * One odd thing.
   *
   * @param where element, for example {@code DTM02}, or the canonical property for a total
   * @param byteOffset in the received bytes, -1 when it stands in no single place
   * @param value as received
   * @param why in plain words
   * @param remedy what to do
   */
  public record Problem(
      String where, int byteOffset, int line, String value, String why, String remedy) {

    /** {@code DTM02 `20261332` (line 7, byte 412): not a date. Give it as CCYYMMDD.} */
    public String sentence() {
      String place = new Place(where, line, byteOffset).words();
      String told = value == null || value.isEmpty() ? "" : " `" + value + "`";
      return "%s%s%s: %s. %s.".formatted(named(where), told, place, why, remedy);
    }

    /** {@code /lines/0/price/amount (page 1)} is line 1, price amount (page 1). */
    private static String named(String where) {
      Matcher line = LINE.matcher(where);
      if (line.matches()) {
        int number = Integer.parseInt(line.group(1)) + 1;
        return "Line %d, %s".formatted(number, line.group(2).replace('/', ' '));
      }
      return where.startsWith("/") ? where.substring(1).replaceFirst("/", " ") : where;
    }
  }
}
