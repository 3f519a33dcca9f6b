package io.quayside;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code quayside.broker}: the embedded broker, or another one by {@code url}.
 *
 * @param url an external broker, for example {@code failover:(ssl://mq1:61617,ssl://mq2:61617)}
 * @param listen where the embedded broker listens for other machines, OpenWire ({@code ssl:},
 *     {@code tcp:}) and STOMP ({@code stomp+ssl:}, {@code stomp:}); needs {@code users}
 * @param plainText {@code tcp:} and {@code stomp:} may listen on other addresses than this
 *     machine's own: passwords go over that network as they are
 * @param sslBundle for {@code ssl://} and {@code stomp+ssl://}: name of a {@code spring.ssl.bundle}
 * @param users by name: password and the queues to read from and write to
 */
@ConfigurationProperties("quayside.broker")
record BrokerProperties(
    String url,
    String user,
    String password,
    @DefaultValue List<String> listen,
    @DefaultValue("false") boolean plainText,
    String sslBundle,
    @DefaultValue Map<String, User> users) {

  /** A system that connects; the password comes from the environment or another secret source. */
  record User(String password, @DefaultValue List<String> read, @DefaultValue List<String> write) {}

  private static final List<String> NOT_REMOTE =
      List.of("vm:", "xbean:", "broker:", "properties:", "brokerConfig", "http:", "https:");

  private static final List<String> LISTENING =
      List.of("ssl://", "tcp://", "stomp+ssl://", "stomp://");

  BrokerProperties {
    url = blankToNull(url);
    listen = listen.stream().filter(address -> !address.isBlank()).toList();
    for (String word : NOT_REMOTE) {
      if (url != null && url.contains(word)) {
        throw new IllegalArgumentException(
            "quayside.broker.url contains \""
                + word
                + "\": only brokers reached by tcp: or ssl:, alone or in failover:(…), are allowed");
      }
    }
    if (url != null && !listen.isEmpty()) {
      throw new IllegalArgumentException(
          "quayside.broker.url and quayside.broker.listen exclude each other: an external broker"
              + " listens by itself");
    }
    for (String address : listen) {
      if (LISTENING.stream().noneMatch(address::startsWith)) {
        throw new IllegalArgumentException(
            "quayside.broker.listen contains \""
                + address
                + "\": it begins with one of "
                + LISTENING);
      }
      if (!plainText && !address.contains("ssl://") && !ownMachine(address)) {
        throw new IllegalArgumentException(
            "quayside.broker.listen contains \""
                + address
                + "\": without TLS passwords and orders would go over the network as they are."
                + " Listen by ssl:// or stomp+ssl://, on 127.0.0.1, or, in a network of your own,"
                + " set quayside.broker.plain-text=true");
      }
    }
    if (!listen.isEmpty() && users.isEmpty()) {
      throw new IllegalArgumentException(
          "quayside.broker.listen needs quayside.broker.users.<name>.password, .read and .write:"
              + " the broker does not listen without credentials");
    }
    users.forEach(
        (name, system) -> {
          if (system.password() == null || system.password().isBlank()) {
            throw new IllegalArgumentException(
                "quayside.broker.users." + name + ".password is missing");
          }
        });
  }

  /** An address that only this machine reaches; a name counts only where it is localhost. */
  private static boolean ownMachine(String address) {
    String rest = address.substring(address.indexOf("://") + 3);
    return rest.matches("(127(\\.\\d{1,3}){3}|localhost|\\[::1\\])(:\\d+)?([/?].*)?");
  }

  /** Do other machines reach the embedded broker? */
  boolean listens() {
    return !listen.isEmpty();
  }

  boolean embedded() {
    return url == null;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  @Override
  public String toString() {
    return "BrokerProperties[url=" + url + ", listen=" + listen + ", users=" + users.keySet() + "]";
  }
}
