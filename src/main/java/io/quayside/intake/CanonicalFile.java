package io.quayside.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents.Document;
import io.quayside.mapping.MappedOrder;
import io.quayside.work.PermanentFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Files whose orders are canonical already: one, or a list of them. */
@Component
class CanonicalFile {

  private final ObjectMapper json;

  CanonicalFile(ObjectMapper json) {
    this.json = json;
  }

  /** The order that the document was recorded for, as it stands in the file. */
  MappedOrder read(byte[] bytes, Document document) {
    try {
      List<ObjectNode> orders = new ArrayList<>();
      collect(json.readTree(bytes), orders);
      ObjectNode order = orders.get(Integer.parseInt(document.setControlNumber()) - 1);
      return new MappedOrder(order, List.of(), List.of(), Map.of());
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new PermanentFailure(
          "Document %s is no canonical order any more: %s"
              .formatted(document.id(), e.getMessage()));
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> orders) {
    if (node instanceof ObjectNode object && object.has("poNumber") && object.has("lines")) {
      orders.add(object);
    } else {
      node.forEach(inner -> collect(inner, orders));
    }
  }
}
