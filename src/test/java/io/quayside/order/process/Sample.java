package io.quayside.order.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.order.canonical.PurchaseOrder;
import java.util.function.Consumer;

/** Orders as JSON, changed a little by each test. */
final class Sample {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ObjectNode order;

  private Sample(String poNumber) {
    order =
        parse(
            """
            {"poNumber":"%s","poDate":"2026-11-20","purpose":"original","purposeCode":"00",
             "type":"stand-alone","typeCode":"SA","currency":"USD",
             "buyer":{"role":"buyer","roleCode":"BY","name":"Acme Inc",
                      "ids":[{"scheme":"buyer-assigned","code":"92","value":"ACME"}]},
             "shipTo":{"role":"ship-to","roleCode":"ST","name":"Acme Store 42",
                       "ids":[{"scheme":"buyer-assigned","code":"92","value":"0042"}],
                       "address":{"lines":["1 Main St"],"city":"Springfield","region":"IL",
                                  "postalCode":"62701","country":"US"}},
             "lines":[],
             "source":{"format":"x12","version":"004010","document":"850",
                       "interchange":"000000905","group":"77","set":"0001"}}
            """
                .formatted(poNumber));
  }

  static Sample order(String poNumber) {
    return new Sample(poNumber);
  }

  /** A line by the customer's number; price null leaves it out. */
  Sample line(String number, String quantity, String unit, String price, String item) {
    ObjectNode line =
        parse(
            """
            {"lineNumber":"%s","lineNumberSent":"%s","quantity":"%s","unit":"%s",
             "ids":[{"scheme":"buyer","code":"BP","value":"%s"}]}
            """
                .formatted(number, number, quantity, unit, item));
    if (price != null) {
      line.set(
          "price",
          parse("{\"amount\":\"%s\",\"per\":\"1\",\"unit\":\"%s\"}".formatted(price, unit)));
    }
    ((ArrayNode) order.get("lines")).add(line);
    return this;
  }

  Sample with(String field, String json) {
    order.set(field, parse(json));
    return this;
  }

  Sample text(String field, String value) {
    order.put(field, value);
    return this;
  }

  Sample lastLine(Consumer<ObjectNode> change) {
    JsonNode lines = order.get("lines");
    change.accept((ObjectNode) lines.get(lines.size() - 1));
    return this;
  }

  PurchaseOrder build() {
    try {
      return MAPPER.treeToValue(order, PurchaseOrder.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static <T extends JsonNode> T parse(String json) {
    try {
      return (T) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
