package io.quayside.ops;

import io.quayside.work.DryRun;
import io.quayside.work.Outbox.Headers;
import java.util.Optional;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;
import org.springframework.stereotype.Component;

/** Hands a message to the route that consumes its queue, in this thread and without the broker. */
@Component
class QueueConsumers {

  private final CamelContext camel;

  QueueConsumers(CamelContext camel) {
    this.camel = camel;
  }

  /** Whether a route of ours consumes the queue: an external endpoint's queue has none. */
  boolean consumes(String queue) {
    return route(queue).isPresent();
  }

  /** Why the message could not be processed; empty when it was. */
  Optional<Throwable> process(DryRun.Sent sent) throws Exception {
    Route route = route(sent.destination()).orElseThrow();
    Exchange exchange = route.getEndpoint().createExchange();
    Message message = exchange.getIn();
    message.setBody(sent.message().body());
    message.setHeader("JMSDestination", new ActiveMQQueue(sent.destination()));
    message.setHeader(Headers.MESSAGE_ID, sent.id());
    message.setHeader(Headers.TYPE, sent.message().type());
    message.setHeader(Headers.VERSION, Headers.CONTRACT.get(Headers.VERSION));
    if (sent.message().orderId() != null) {
      message.setHeader("JMSCorrelationID", sent.message().orderId());
      message.setHeader(Headers.ORDER, sent.message().orderId());
    }
    if (sent.message().partnerId() != null) {
      message.setHeader(Headers.PARTNER, sent.message().partnerId());
    }
    if (sent.message().test()) {
      message.setHeader(Headers.TEST, true);
    }
    route.getProcessor().process(exchange);
    Throwable fault = exchange.getException();
    return Optional.ofNullable(
        fault != null ? fault : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }

  private Optional<Route> route(String queue) {
    return camel.getRoutes().stream()
        .filter(
            route ->
                route.getEndpoint() instanceof JmsEndpoint jms
                    && !jms.isPubSubDomain()
                    && jms.getDestinationName().equals(queue))
        .findFirst();
  }
}
