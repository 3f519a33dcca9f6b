package io.quayside.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * An ERP that takes over all four endpoints: a JMS client that knows nothing but {@code
 * src/docs/queues.md}. It keeps stock, credits everybody, packs one carton a shipment, bills what
 * it is asked to bill, and its carrier delivers at once.
 */
final class Erp implements AutoCloseable {

  /** A message as it was sent or received. */
  record Seen(String queue, String messageId, JsonNode body) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COMMANDS =
      List.of(
          "inventory.reserve",
          "inventory.ship",
          "supplier.order",
          "accounting.post",
          "carrier.ship");

  private final Connection connection;
  private final Map<String, BigDecimal> stock = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final List<Seen> received = new CopyOnWriteArrayList<>();
  private final List<Seen> sent = new CopyOnWriteArrayList<>();
  private final List<Exception> troubles = new CopyOnWriteArrayList<>();
  private final String series = UUID.randomUUID().toString().substring(0, 6);
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger copies = new AtomicInteger();

  Erp(String url, String user, String password) throws JMSException {
    connection = new ActiveMQConnectionFactory(user, password, url).createConnection();
    connection.setExceptionListener(troubles::add);
    connection.start();
    for (String queue : COMMANDS) {
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      session
          .createConsumer(session.createQueue(queue))
          .setMessageListener(message -> take(session, queue, message));
    }
  }

  void stock(String sku, String quantity) {
    stock.put(sku, new BigDecimal(quantity));
  }

  List<Seen> received(String queue) {
    return received.stream().filter(one -> one.queue().equals(queue)).toList();
  }

  List<Seen> sent(String queue) {
    return sent.stream().filter(one -> one.queue().equals(queue)).toList();
  }

  /** How many commands came that had come before. */
  int copies() {
    return copies.get();
  }

  List<Exception> troubles() {
    return troubles;
  }

  /** Tells the hub something that it did not ask for. */
  void say(String queue, String messageId, String body) throws JMSException {
    try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      send(session, queue, messageId, body);
      session.commit();
    }
  }

  void receiveGoods(String receiptId, String sku, String quantity) throws Exception {
    stock.merge(sku, new BigDecimal(quantity), BigDecimal::add);
    ObjectNode body = JSON.createObjectNode().put("receiptId", receiptId);
    body.putArray("items").addObject().put("sku", sku).put("quantity", quantity).put("unit", "EA");
    say("inventory.received", "received-" + receiptId, JSON.writeValueAsString(body));
  }

  private void take(Session session, String queue, Message message) {
    try {
      String id = message.getStringProperty("hub_message_id");
      if (seen.add(id)) {
        JsonNode command = JSON.readTree(((TextMessage) message).getText());
        received.add(new Seen(queue, id, command));
        answer(session, queue, id, command);
      } else {
        copies.incrementAndGet();
      }
      session.commit();
    } catch (Exception e) {
      troubles.add(e);
    }
  }

  private void answer(Session session, String queue, String id, JsonNode command) throws Exception {
    switch (queue) {
      case "inventory.reserve" -> {
        if (command.get("kind").asText().equals("reserve")) {
          reply(session, "inventory.reserved", id, reserve(command));
        }
      }
      case "inventory.ship" -> reply(session, "inventory.shipped", id, ship(command));
      case "supplier.order" -> reply(session, "supplier.status", id, confirm(command));
      case "accounting.post" -> reply(session, "accounting.posted", id, post(command));
      default -> {
        for (String step : List.of("booked", "picked-up", "delivered")) {
          reply(session, "carrier.status", id + step, carried(command, step));
        }
      }
    }
  }

  private void reply(Session session, String queue, String cause, JsonNode body) throws Exception {
    String id = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    String text = JSON.writeValueAsString(body);
    send(session, queue, id, text);
    sent.add(new Seen(queue, id, body));
  }

  private static void send(Session session, String queue, String id, String body)
      throws JMSException {
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      TextMessage message = session.createTextMessage(body);
      if (id != null) {
        message.setStringProperty("hub_message_id", id);
      }
      producer.send(message);
    }
  }

  private JsonNode reserve(JsonNode command) {
    ObjectNode answer = answerTo(command, "requestId");
    ArrayNode lines = answer.putArray("lines");
    for (JsonNode wanted : command.get("lines")) {
      String sku = wanted.get("sku").asText();
      BigDecimal there = stock.getOrDefault(sku, BigDecimal.ZERO);
      BigDecimal held = there.min(new BigDecimal(wanted.get("quantity").asText()));
      stock.put(sku, there.subtract(held));
      copy(wanted, lines.addObject(), "lineNumber", "scheduleId", "unit")
          .put("reserved", held.toPlainString())
          .put("availableDate", "2026-12-08");
    }
    return answer;
  }

  private JsonNode ship(JsonNode command) {
    int number = numbers.incrementAndGet();
    ObjectNode answer =
        answerTo(command, "requestId")
            .put("shipmentId", "SH-" + series + "-" + number)
            .put("shippedAt", "2026-11-23T15:30:00Z")
            .put("scac", "UPSN")
            .put("tracking", "1Z99" + number)
            .put("billOfLading", "BOL-" + number);
    ArrayNode lines = answer.putArray("lines");
    ObjectNode carton =
        answer
            .putArray("packages")
            .addObject()
            .put("type", "carton")
            .put("sscc", "00614141000000001" + number)
            .put("weight", "29.5")
            .put("weightUnit", "LB");
    ArrayNode contents = carton.putArray("contents");
    for (JsonNode pick : command.get("lines")) {
      copy(pick, lines.addObject(), "lineNumber", "scheduleId", "sku", "quantity", "unit");
      copy(pick, contents.addObject(), "lineNumber", "scheduleId", "quantity", "unit");
    }
    return answer;
  }

  private static JsonNode confirm(JsonNode command) {
    ObjectNode answer =
        copy(command, JSON.createObjectNode(), "supplierOrder")
            .put("status", "confirmed")
            .put("at", "2026-11-23T14:00:00Z");
    if (command.has("customerOrder")) {
      answer.set("orderId", command.get("customerOrder").get("orderId"));
    }
    return answer;
  }

  private JsonNode post(JsonNode command) {
    ObjectNode answer = copy(command, answerTo(command, "requestId"), "kind");
    if (command.get("kind").asText().equals("sales-order")) {
      return answer.put("credit", "ok").put("tag", "accounts-receivable");
    }
    copy(command, answer, "shipmentId", "tag");
    ObjectNode invoice = answer.putObject("invoice");
    invoice
        .put("number", "INV-" + series + "-" + numbers.incrementAndGet())
        .put("date", "2026-11-23");
    copy(command, invoice, "currency", "lines", "allowancesAndCharges");
    String net = command.get("amount").asText();
    invoice.put("net", net).put("tax", "0.00").put("total", net);
    return answer;
  }

  private static JsonNode carried(JsonNode command, String step) {
    return copy(command, JSON.createObjectNode(), "shipmentId", "orderId", "tracking")
        .put("status", step)
        .put("at", "2026-11-23T16:00:00Z")
        .put("scac", "UPSN");
  }

  private static ObjectNode answerTo(JsonNode command, String key) {
    return copy(command, JSON.createObjectNode(), key, "orderId");
  }

  private static ObjectNode copy(JsonNode from, ObjectNode to, String... fields) {
    for (String field : fields) {
      if (from.has(field)) {
        to.set(field, from.get(field));
      }
    }
    return to;
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
