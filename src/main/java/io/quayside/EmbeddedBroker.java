package io.quayside;

import io.quayside.work.Home;
import io.quayside.work.Recovery;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.SslContext;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.util.DefaultIOExceptionHandler;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;

/**
 * The broker inside the hub, kept on disk below {@code quayside.home}. It starts before the routes
 * and stops after them. When its store is gone, everything not done is published again.
 */
final class EmbeddedBroker implements SmartLifecycle {

  private static final long MEBIBYTE = 1L << 20;

  private final BrokerProperties properties;
  private final Path store;
  private final Recovery recovery;
  private final SslBundles bundles;
  private final BrokerUsers users;
  private final String name = "quayside-" + UUID.randomUUID();

  private BrokerService broker;

  EmbeddedBroker(BrokerProperties properties, Home home, Recovery recovery, SslBundles bundles) {
    this.properties = properties;
    this.store = home.directory().resolve("broker");
    this.recovery = recovery;
    this.bundles = bundles;
    this.users = new BrokerUsers(properties.users());
  }

  String url() {
    return "vm://" + name + "?create=false&waitForStart=30000";
  }

  /** Queues that hold messages, of those named; for tests' waits. */
  List<String> waiting(Set<String> names) {
    return names.stream().filter(name -> messages(name) > 0).toList();
  }

  private long messages(String queue) {
    try {
      Destination destination = broker.getDestination(new ActiveMQQueue(queue));
      return destination.getDestinationStatistics().getMessages().getCount();
    } catch (Exception e) {
      throw new IllegalStateException("The queue " + queue + " cannot be looked at", e);
    }
  }

  /** Our own user, when the broker asks for one. */
  BrokerUsers users() {
    return users;
  }

  @Override
  public void start() {
    try {
      boolean fresh = isEmpty(store);
      broker = build();
      broker.start();
      broker.waitUntilStarted();
      if (fresh) {
        recovery.sendAllAgain();
      }
    } catch (Exception e) {
      throw new IllegalStateException(
          "The embedded broker does not start on "
              + store
              + ": "
              + e.getMessage()
              + ". Its messages are rebuilt from the database: move the directory away and start"
              + " again.",
          e);
    }
  }

  private static boolean isEmpty(Path store) throws IOException {
    if (!Files.isDirectory(store)) {
      return true;
    }
    try (DirectoryStream<Path> journals = Files.newDirectoryStream(store, "db-*.log")) {
      return !journals.iterator().hasNext();
    }
  }

  private BrokerService build() throws Exception {
    BrokerService service = new BrokerService();
    service.setBrokerName(name);
    service.setPersistent(true);
    service.setUseJmx(false);
    service.setUseShutdownHook(false);
    service.setSchedulerSupport(false);
    service.setAdvisorySupport(false);
    service.setDataDirectory(store.toString());
    service.setTmpDataDirectory(store.resolve("overflow").toFile());
    service.setPersistenceAdapter(kahaDb());
    service.setDestinationPolicy(policies());
    service.getSystemUsage().setSendFailIfNoSpace(true);
    service.getSystemUsage().getMemoryUsage().setLimit(64 * MEBIBYTE);
    service.getSystemUsage().getStoreUsage().setLimit(5_120 * MEBIBYTE);
    service.getSystemUsage().getTempUsage().setLimit(256 * MEBIBYTE);
    service.setIoExceptionHandler(stopOnTrouble());
    if (properties.listens()) {
      service.setPlugins(users.plugins().toArray(BrokerPlugin[]::new));
      listen(service);
    }
    return service;
  }

  private KahaDBPersistenceAdapter kahaDb() {
    KahaDBPersistenceAdapter adapter = new KahaDBPersistenceAdapter();
    adapter.setDirectory(store.toFile());
    adapter.setJournalDiskSyncStrategy("always");
    adapter.setConcurrentStoreAndDispatchQueues(false);
    adapter.setCheckForCorruptJournalFiles(true);
    adapter.setIgnoreMissingJournalfiles(false);
    return adapter;
  }

  private static PolicyMap policies() {
    IndividualDeadLetterStrategy deadLetters = new IndividualDeadLetterStrategy();
    deadLetters.setQueuePrefix("DLQ.");
    deadLetters.setUseQueueForQueueMessages(true);
    deadLetters.setEnableAudit(false);
    deadLetters.setProcessExpired(false);
    PolicyEntry all = new PolicyEntry();
    all.setDeadLetterStrategy(deadLetters);
    // A full memory pages out to the store; it never blocks the relay.
    all.setProducerFlowControl(false);
    PolicyMap map = new PolicyMap();
    map.setDefaultEntry(all);
    return map;
  }

  private static DefaultIOExceptionHandler stopOnTrouble() {
    DefaultIOExceptionHandler handler = new DefaultIOExceptionHandler();
    handler.setIgnoreNoSpaceErrors(false);
    handler.setSystemExitOnShutdown(true);
    return handler;
  }

  private void listen(BrokerService service) throws Exception {
    if (properties.listen().stream().anyMatch(address -> address.contains("ssl://"))) {
      if (properties.sslBundle() == null) {
        throw new IllegalStateException(
            "quayside.broker.listen is ssl: name the certificate's bundle in quayside.broker.ssl-bundle");
      }
      SslContext context = new SslContext();
      SSLContext bundle = bundles.getBundle(properties.sslBundle()).createSslContext();
      context.setSSLContext(bundle);
      service.setSslContext(context);
    }
    for (String address : properties.listen()) {
      service.addConnector(URI.create(address));
    }
  }

  /** Where it listens, with the ports it was given where {@code listen} names port 0. */
  List<URI> addresses() throws IOException, URISyntaxException {
    List<URI> addresses = new ArrayList<>();
    for (TransportConnector connector : broker.getTransportConnectors()) {
      addresses.add(connector.getConnectUri());
    }
    return addresses;
  }

  @Override
  public void stop() {
    BrokerService running = broker;
    broker = null;
    if (running == null) {
      return;
    }
    try {
      running.stop();
      running.waitUntilStopped();
    } catch (Exception e) {
      throw new IllegalStateException("The embedded broker did not stop cleanly", e);
    }
  }

  @Override
  public boolean isRunning() {
    return broker != null;
  }

  /** Far below Camel: started before it, stopped after it. */
  @Override
  public int getPhase() {
    return 0;
  }
}
