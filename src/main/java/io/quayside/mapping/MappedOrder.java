package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A document as a canonical order.
 *
 * @param order the canonical order of {@code mappings/order.schema.json}; what the sender left out
 *     is left out
 * @param unused values that no rule of the mapping took, each with element, value and place, in
 *     reading order
 * @param findings values that were odd and kept out of the order, and totals that do not agree
 */
public record MappedOrder(JsonNode order, List<String> unused, List<Problem> findings) {

  public MappedOrder {
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
  }

  /**
   * The same with what only the envelope knows.
   *
   * @param version GS08, for example {@code 004010}
   * @param interchange ISA13 as received
   * @param group GS06 as received
   * @param test the interchange has the test flag
   */
  public MappedOrder withEnvelope(String version, String interchange, String group, boolean test) {
    ObjectNode copy = order.deepCopy();
    ObjectNode source = copy.withObject("/source");
    source.put("version", version).put("interchange", interchange).put("group", group);
    copy.put("test", test);
    return new MappedOrder(copy, unused, findings);
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
      String place = byteOffset < 0 ? "" : " (line %d, byte %d)".formatted(line, byteOffset);
      return "%s `%s`%s: %s. %s.".formatted(where, value, place, why, remedy);
    }
  }
}
