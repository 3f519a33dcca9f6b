package io.quayside.partner.sftp;

import io.quayside.partner.Channel;
import io.quayside.partner.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.springframework.stereotype.Component;

/**
 * What an {@code sftp} endpoint needs for a partner's channel. Host key, key and password become
 * beans that the parameters name, so that no secret ever stands in a URI, which is logged.
 */
@Component
public class SftpConnections {

  private final Secrets secrets;

  SftpConnections(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads the channel's secrets anew and binds them.
   *
   * @return endpoint options: username, knownHosts, and password or privateKey with its passphrase
   * @throws IllegalStateException when a secret is not there; the message names where it should be
   */
  public Map<String, String> options(CamelContext camel, Channel.Sftp channel) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("username", channel.user());
    String name = "sftp-" + channel.id().replaceAll("[^A-Za-z0-9-]", "-");
    Registry registry = camel.getRegistry();
    byte[] pins = String.join("\n", channel.hostKeys()).getBytes(StandardCharsets.US_ASCII);
    registry.bind(name + "-host-keys", byte[].class, pins);
    options.put("knownHosts", "#" + name + "-host-keys");
    if (channel.key() != null) {
      byte[] key = secrets.read(channel.id(), channel.key()).getBytes(StandardCharsets.UTF_8);
      registry.bind(name + "-key", byte[].class, key);
      options.put("privateKey", "#" + name + "-key");
    }
    if (channel.passphrase() != null) {
      registry.bind(
          name + "-passphrase",
          String.class,
          secrets.read(channel.id(), channel.passphrase()).strip());
      options.put("privateKeyPassphrase", "#bean:" + name + "-passphrase");
    }
    if (channel.password() != null) {
      registry.bind(
          name + "-password",
          String.class,
          secrets.read(channel.id(), channel.password()).stripTrailing());
      options.put("password", "#bean:" + name + "-password");
    }
    options.put(
        "preferredAuthentications",
        channel.password() == null
            ? "publickey"
            : channel.key() == null ? "password,keyboard-interactive" : "publickey,password");
    return options;
  }
}
