package io.quayside;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The hub's ground alone: work, document, broker, the shared policies and the test's own routes.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"io.quayside.work", "io.quayside.document"})
@Import({BrokerConfiguration.class, MessageContext.class, QueueFailures.class})
class Ground {

  @Bean
  RouteLoader routeLoader(@Value("${quayside.config:}") String config) {
    return new RouteLoader(
        config, path -> path.startsWith("routes/shared/") || path.startsWith("routes/test/"));
  }
}
