package io.quayside;

import io.quayside.work.Outbox.Headers;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Gives each message from a queue an id, the JMSMessageID where its sender gave none, and puts
 * order, partner and message into every log line about it.
 */
@Component
final class MessageContext extends RoutePolicySupport implements RoutePolicyFactory {

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
    return this;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    if (!(route.getEndpoint() instanceof JmsEndpoint)) {
      return;
    }
    Message message = exchange.getIn();
    if (message.getHeader(Headers.MESSAGE_ID, "", String.class).isBlank()) {
      message.setHeader(Headers.MESSAGE_ID, message.getHeader("JMSMessageID"));
    }
    put("message", message.getHeader(Headers.MESSAGE_ID, String.class));
    put("order", message.getHeader(Headers.ORDER, String.class));
    put("partner", message.getHeader(Headers.PARTNER, String.class));
  }

  private static void put(String key, String value) {
    if (value != null) {
      MDC.put(key, value);
    }
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    if (route.getEndpoint() instanceof JmsEndpoint) {
      MDC.remove("message");
      MDC.remove("order");
      MDC.remove("partner");
    }
  }
}
