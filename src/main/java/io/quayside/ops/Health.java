package io.quayside.ops;

import jakarta.jms.ConnectionFactory;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.jms.JmsHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The hub is up when its database (Boot's own indicator) and its broker answer. A partner's channel
 * that is down is no matter of health: it goes to the work list.
 */
@Configuration(proxyBeanMethods = false)
class Health {

  /** Gives up after five seconds. */
  @Bean
  HealthIndicator brokerHealthIndicator(ConnectionFactory connections) {
    return new JmsHealthIndicator(connections);
  }
}
