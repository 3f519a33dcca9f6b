package io.quayside.order.process;

import io.quayside.order.process.KeptOrders.Kept;
import io.quayside.work.Outbox;
import io.quayside.work.Outbox.Message;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends the messages of an order, each in the transaction that decided it. */
@Component
class Mail {

  private final Outbox outbox;
  private final Json json;

  Mail(Outbox outbox, Json json) {
    this.outbox = outbox;
    this.json = json;
  }

  void send(OrderState order, String queue, Map<String, ?> body) {
    outbox.send(message(order, queue, null, order.head.test(), body));
  }

  /** About a document that belongs to no order. */
  void send(Kept document, String queue, Map<String, ?> body) {
    outbox.send(
        new Message(
            queue, null, document.partnerId(), queue, document.test(), null, json.write(body)));
  }

  /** To one of the four endpoints: orders of the test area never reach a live one. */
  void command(OrderState order, String queue, String requestId, Object body) {
    outbox.send(message(order, queue, requestId, order.testArea(), body));
  }

  void accept(String orderId, String partnerId, boolean test) {
    outbox.send(acceptance(orderId, partnerId, test));
  }

  /** The message that judges an order again. */
  Message acceptance(String orderId, String partnerId, boolean test) {
    String body = json.write(Map.of("orderId", orderId));
    return new Message("order.accept", orderId, partnerId, "order.accept", test, null, body);
  }

  Message due(OrderState order, String what) {
    return message(order, "order.due", null, order.head.test(), new OrderCommand(order.id(), what));
  }

  Message message(OrderState order, String queue, String key, boolean test, Object body) {
    return new Message(
        queue, order.id(), order.head.partnerId(), queue, test, key, json.write(body));
  }

  void settle(String queue, String requestId) {
    outbox.settle(queue, requestId);
  }
}
