package io.quayside.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.document.Documents.Document;
import io.quayside.order.OrderViews.Accounting;
import io.quayside.order.OrderViews.Change;
import io.quayside.order.OrderViews.ChangedLine;
import io.quayside.order.OrderViews.ChangedValue;
import io.quayside.order.OrderViews.Hold;
import io.quayside.order.OrderViews.JourneyEntry;
import io.quayside.order.OrderViews.LineView;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.OrderViews.Ref;
import io.quayside.order.OrderViews.Row;
import io.quayside.order.OrderViews.SalesOrderRef;
import io.quayside.order.OrderViews.ScheduleView;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * An order as the API gives it: the contract's fields always there (null where there is nothing),
 * the canonical order without its nulls.
 */
@Component
class OrderResource {

  private final ObjectMapper json;

  OrderResource(ObjectMapper json) {
    this.json = json.copy();
    Stream.of(
            OrderView.class,
            Ref.class,
            SalesOrderRef.class,
            Accounting.class,
            Hold.class,
            LineView.class,
            ScheduleView.class,
            JourneyEntry.class,
            Change.class,
            ChangedLine.class,
            ChangedValue.class,
            Row.class)
        .forEach(type -> this.json.addMixIn(type, WithNulls.class));
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private interface WithNulls {}

  ObjectNode order(OrderView order, List<Document> documents) {
    ObjectNode node = json.valueToTree(order);
    if (!node.hasNonNull("order")) {
      node.remove("order");
    }
    node.set("documents", json.valueToTree(documents.stream().map(DocumentJson::brief).toList()));
    return node;
  }

  Object row(Row row) {
    return json.valueToTree(row);
  }
}
