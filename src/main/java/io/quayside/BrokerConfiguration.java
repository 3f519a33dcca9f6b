package io.quayside;

import io.quayside.work.ConsumedQueues;
import io.quayside.work.Home;
import io.quayside.work.Recovery;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker, how we connect to it, and Camel's component {@code jms}, configured once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
class BrokerConfiguration {

  @Bean
  @ConditionalOnProperty(name = "quayside.broker.url", matchIfMissing = true, havingValue = "")
  EmbeddedBroker embeddedBroker(
      BrokerProperties properties,
      Home home,
      ObjectProvider<Recovery> recovery,
      SslBundles bundles) {
    return new EmbeddedBroker(properties, home, () -> recovery.getObject().sendAllAgain(), bundles);
  }

  @Bean
  ConnectionFactory connectionFactory(
      BrokerProperties properties, ObjectProvider<EmbeddedBroker> embedded) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory();
    if (properties.embedded()) {
      EmbeddedBroker broker = embedded.getObject();
      factory.setBrokerURL(broker.url());
      if (properties.listens()) {
        factory.setUserName(broker.users().hubUser());
        factory.setPassword(broker.users().hubPassword());
      }
    } else {
      factory.setBrokerURL(properties.url());
      factory.setUserName(properties.user());
      factory.setPassword(properties.password());
    }
    factory.setTrustAllPackages(false);
    factory.setTrustedPackages(List.of());
    factory.setAlwaysSyncSend(true);
    factory.setWatchTopicAdvisories(false);
    factory.getPrefetchPolicy().setQueuePrefetch(10);
    factory.setRedeliveryPolicy(whileTheDatabaseIsAway());
    return factory;
  }

  /** Only trouble with the database comes back here; all else is retried from the database. */
  private static RedeliveryPolicy whileTheDatabaseIsAway() {
    RedeliveryPolicy policy = new RedeliveryPolicy();
    policy.setInitialRedeliveryDelay(1_000);
    policy.setRedeliveryDelay(1_000);
    policy.setUseExponentialBackOff(true);
    policy.setBackOffMultiplier(2);
    policy.setMaximumRedeliveryDelay(30_000);
    policy.setMaximumRedeliveries(20);
    return policy;
  }

  /** Set here alone: Camel's customizer, which would put its own defaults back, is off. */
  @Bean
  JmsComponent jms(ConnectionFactory connections) {
    JmsComponent jms = new JmsComponent();
    jms.setConnectionFactory(connections);
    jms.setTransacted(true);
    jms.setLazyCreateTransactionManager(false);
    jms.setCacheLevelName("CACHE_CONSUMER");
    jms.setHeaderFilterStrategy(new OwnHeadersOnly());
    jms.setMessageConverter(new TextOnly());
    jms.setDisableReplyTo(true);
    jms.setAcceptMessagesWhileStopping(false);
    jms.setTestConnectionOnStartup(false);
    return jms;
  }

  @Bean
  ConsumedQueues consumedQueues(ObjectProvider<CamelContext> camel) {
    return () -> consumed(camel.getObject());
  }

  private static Set<String> consumed(CamelContext camel) {
    return camel.getRoutes().stream()
        .filter(
            route ->
                camel.getRouteController().getRouteStatus(route.getId()) == ServiceStatus.Started)
        .map(route -> route.getEndpoint())
        .filter(endpoint -> endpoint instanceof JmsEndpoint jms && !jms.isPubSubDomain())
        .map(endpoint -> ((JmsEndpoint) endpoint).getDestinationName())
        .collect(Collectors.toUnmodifiableSet());
  }
}
