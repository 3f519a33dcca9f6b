package io.quayside;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets nothing from outside steer Camel: of a message's headers only ours ({@code hub_*}) and JMS's
 * own identities come in, and only ours go out.
 */
final class OwnHeadersOnly implements HeaderFilterStrategy {

  private static final String OURS = "hub_";
  private static final Set<String> JMS =
      Set.of("JMSMessageID", "JMSCorrelationID", "JMSDestination", "JMSRedelivered");

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !name.startsWith(OURS);
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !name.startsWith(OURS) && !JMS.contains(name);
  }
}
