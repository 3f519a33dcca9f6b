package io.quayside;

import io.quayside.work.Failures;
import io.quayside.work.Outbox.Headers;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The policy {@code queue} hands a failed message over; routes/shared/policies.camel.yaml. */
@Component("queueFailures")
public class QueueFailures {

  private final Failures failures;

  QueueFailures(Failures failures) {
    this.failures = failures;
  }

  /** Records the failure that the exchange has caught. */
  public void record(Exchange exchange) throws JMSException {
    Message message = exchange.getIn();
    Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    Queue queue = message.getHeader("JMSDestination", Queue.class);
    failures.record(
        new Failures.Failed(
            queue.getQueueName(),
            message.getHeader(Headers.MESSAGE_ID, message.getHeader("JMSMessageID"), String.class),
            message.getHeader(Headers.ORDER, String.class),
            message.getHeader(Headers.PARTNER, String.class),
            message.getHeader(Headers.TYPE, String.class),
            message.getHeader(Headers.TEST, false, Boolean.class),
            message.getBody(String.class)),
        cause);
  }
}
