package io.quayside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.filter.DestinationMapEntry;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.AuthorizationEntry;
import org.apache.activemq.security.AuthorizationPlugin;
import org.apache.activemq.security.DefaultAuthorizationMap;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** Who may read and write which queues of the listening broker; the hub itself may all. */
final class BrokerUsers {

  private static final String HUB = "quayside-hub";
  private static final String EVERYBODY = "everybody";

  private final Map<String, BrokerProperties.User> users;
  private final String hubPassword = UUID.randomUUID().toString();

  BrokerUsers(Map<String, BrokerProperties.User> users) {
    this.users = users;
  }

  String hubUser() {
    return HUB;
  }

  String hubPassword() {
    return hubPassword;
  }

  List<BrokerPlugin> plugins() throws Exception {
    List<AuthenticationUser> known = new ArrayList<>();
    known.add(new AuthenticationUser(HUB, hubPassword, HUB + "," + EVERYBODY));
    users.forEach(
        (name, user) ->
            known.add(new AuthenticationUser(name, user.password(), name + "," + EVERYBODY)));
    SimpleAuthenticationPlugin authentication = new SimpleAuthenticationPlugin(known);
    authentication.setAnonymousAccessAllowed(false);
    return List.of(authentication, new AuthorizationPlugin(new DefaultAuthorizationMap(entries())));
  }

  @SuppressWarnings("rawtypes")
  private List<DestinationMapEntry> entries() throws Exception {
    Map<String, Set<String>> readers = new LinkedHashMap<>();
    Map<String, Set<String>> writers = new LinkedHashMap<>();
    users.forEach(
        (name, user) -> {
          user.read()
              .forEach(q -> readers.computeIfAbsent(q, k -> new LinkedHashSet<>()).add(name));
          user.write()
              .forEach(q -> writers.computeIfAbsent(q, k -> new LinkedHashSet<>()).add(name));
        });
    Set<String> names = new LinkedHashSet<>(readers.keySet());
    names.addAll(writers.keySet());

    List<DestinationMapEntry> entries = new ArrayList<>();
    for (byte type : List.of(ActiveMQDestination.QUEUE_TYPE, ActiveMQDestination.TOPIC_TYPE)) {
      entries.add(entry(type, ">", HUB, HUB, HUB));
      for (String name : names) {
        String read = String.join(",", readers.getOrDefault(name, Set.of(HUB)));
        String write = String.join(",", writers.getOrDefault(name, Set.of(HUB)));
        entries.add(entry(type, name, read, write, read + "," + write));
      }
    }
    entries.add(
        entry(
            ActiveMQDestination.TOPIC_TYPE,
            "ActiveMQ.Advisory.>",
            EVERYBODY,
            EVERYBODY,
            EVERYBODY));
    return entries;
  }

  private static AuthorizationEntry entry(
      byte type, String name, String read, String write, String create) throws Exception {
    AuthorizationEntry entry = new AuthorizationEntry();
    entry.setDestination(ActiveMQDestination.createDestination(name, type));
    entry.setRead(read);
    entry.setWrite(write);
    entry.setAdmin(create);
    return entry;
  }
}
