package io.quayside.mapping.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Orders that are canonical already keep their types: a number is refused where a text belongs. */
final class CanonicalOrders {
  static final String FORMAT = "canonical";
  private static final ObjectMapper JSON = new ObjectMapper();

  private CanonicalOrders() {}

  /** What was found, each with the order as it stands in the file. */
  static Found filled(Found found, byte[] bytes) {
    List<ObjectNode> orders = new ArrayList<>();
    try {
      collect(JSON.readTree(bytes), orders);
    } catch (IOException readBefore) {
      throw new UncheckedIOException(readBefore);
    }
    List<FoundOrder> filled = new ArrayList<>();
    for (int i = 0; i < found.orders().size(); i++) {
      FoundOrder one = found.orders().get(i);
      filled.add(
          new FoundOrder(
              one.type(), one.reference(), null, one.source(), orders.get(i), one.test()));
    }
    return new Found(found.format(), found.description(), filled, found.sender(), found.why());
  }

  private static void collect(JsonNode node, List<ObjectNode> orders) {
    if (node instanceof ObjectNode object && object.has("poNumber") && object.has("lines")) {
      orders.add(object);
    } else if (node.isContainerNode()) {
      node.forEach(inner -> collect(inner, orders));
    }
  }
}
