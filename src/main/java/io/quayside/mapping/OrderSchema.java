package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The contract of canonical orders, {@code mappings/order.schema.json}. Safe for threads. */
public final class OrderSchema {
  static final String FILE = "mappings/order.schema.json";

  private static final String LINES = "lines";

  private final Contract contract;

  public OrderSchema(ConfigFiles files) {
    contract = new Contract(files, FILE);
  }

  /**
   * All violations, each a sentence with JSON pointer, value, why and remedy; empty when the order
   * is as it should be.
   *
   * <pre>
   * /lines/0/quantity `ten`: does not have the right form. Give a number as a plain decimal string …
   * </pre>
   */
  public List<String> check(JsonNode order) {
    return contract.check(order);
  }

  /**
   * The same for an order that is checked line by line: the order with its first line.
   *
   * @param head the order without its lines
   * @param firstLine null when it has none
   */
  public List<String> checkHead(ObjectNode head, ObjectNode firstLine) {
    ObjectNode order = head.objectNode();
    order.setAll(head);
    if (firstLine != null) {
      order.putArray(LINES).add(firstLine);
    }
    return check(order);
  }

  /**
   * The violations of one line.
   *
   * @param index from 0
   */
  public List<String> checkLine(int index, ObjectNode line) {
    ObjectNode order = line.objectNode().put("poNumber", "-");
    order.putArray(LINES).add(line);
    return check(order).stream()
        .map(sentence -> sentence.replaceFirst("^/lines/0", "/lines/" + index))
        .toList();
  }

  Contract contract() {
    return contract;
  }
}
