package io.quayside.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.TestHub;
import io.quayside.fulfilment.Inventory;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.order.canonical.PurchaseOrder;
import io.quayside.work.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The routes of the order's way with the real broker and the embedded endpoints. */
class OrdersOverQueuesTest {

  private static final String ORDER =
      """
      {"poNumber":"4500000099","poDate":"2026-11-20","purpose":"original","purposeCode":"00",
       "type":"stand-alone","typeCode":"SA","currency":"USD",
       "shipTo":{"role":"ship-to","roleCode":"ST","name":"Acme Store 42",
                 "address":{"lines":["1 Main St"],"city":"Springfield","region":"IL",
                            "postalCode":"62701","country":"US"}},
       "lines":[{"lineNumber":"10","quantity":"100","unit":"EA",
                 "price":{"amount":"12.50","per":"1","unit":"EA","code":"PE"},
                 "ids":[{"scheme":"vendor","code":"VN","value":"Q-001"}]}]}
      """;

  @Test
  void anOrderGoesOverTheQueuesUntilItIsDeliveredAndWhatComesInFollows() throws Exception {
    try (TestHub hub = TestHub.start()) {
      hub.bean(Inventory.class)
          .importCsv(
              "sku,description,unit,onHand,price,currency\nQ-001,Widget,EA,60,12.50,USD\n"
                  .getBytes(StandardCharsets.UTF_8),
              "test");
      PurchaseOrder order = hub.bean(ObjectMapper.class).readValue(ORDER, PurchaseOrder.class);
      String id =
          hub.bean(Orders.class)
              .place(new Orders.NewOrder(order, "acme", null, "form", false, hub.clock().instant()))
              .orderId();
      hub.awaitIdle();
      OrderView view = hub.bean(OrderViews.class).find(id).orElseThrow();
      assertThat(view.journey()).extracting(OrderViews.JourneyEntry::event).contains("received");
      assertThat(
              hub.bean(Problems.class)
                  .list(new Problems.Query(null, null, null, true, null, 0, 9))
                  .items())
          .isEmpty();
      OrderViews.LineView line = view.lines().get(0);
      assertThat(
              line.accepted()
                  + " "
                  + line.backordered()
                  + " "
                  + line.shipped()
                  + " "
                  + line.invoiced())
          .isEqualTo("60 40 60 60");
      assertThat(view.salesOrder().number()).isEqualTo("SO-1001");
      assertThat(view.status()).isEqualTo("partially-shipped");

      hub.bean(Inventory.class)
          .receive(List.of(new Inventory.Received("Q-001", null, "40", "EA")), null, false, "test");
      hub.awaitIdle();
      OrderView all = hub.bean(OrderViews.class).find(id).orElseThrow();
      assertThat(all.lines().get(0).invoiced()).isEqualTo("100");
      assertThat(all.invoices()).hasSize(2);
      assertThat(all.shipments()).hasSize(2);
      assertThat(all.status()).isEqualTo("delivered");
      assertThat(all.invoiceStatus()).isEqualTo("invoiced");
      assertThat(all.journey())
          .extracting(OrderViews.JourneyEntry::event)
          .startsWith("received", "credit-asked", "sales-order", "ship-asked")
          .contains("shipped", "invoiced", "picked-up", "delivered", "released");
    }
  }
}
