package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The contract of canonical orders, {@code mappings/order.schema.json}. Safe for threads. */
public final class OrderSchema {
  static final String FILE = "mappings/order.schema.json";

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

  Contract contract() {
    return contract;
  }
}
