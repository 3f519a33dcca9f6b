package io.quayside.partner.sftp;

import io.quayside.partner.Channel;
import io.quayside.partner.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What an {@code sftp} endpoint needs for a partner's channel. Host key, key and password become
 * beans that the parameters name, so that no secret ever stands in a URI, which is logged.
 */
@Component
public class SftpConnections {

  private final Environment environment;

  SftpConnections(Environment environment) {
    this.environment = environment;
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
      byte[] key = read(channel, channel.key()).getBytes(StandardCharsets.UTF_8);
      registry.bind(name + "-key", byte[].class, key);
      options.put("privateKey", "#" + name + "-key");
    }
    if (channel.passphrase() != null) {
      registry.bind(
          name + "-passphrase", String.class, read(channel, channel.passphrase()).strip());
      options.put("privateKeyPassphrase", "#bean:" + name + "-passphrase");
    }
    if (channel.password() != null) {
      registry.bind(
          name + "-password", String.class, read(channel, channel.password()).stripTrailing());
      options.put("password", "#bean:" + name + "-password");
    }
    options.put(
        "preferredAuthentications",
        channel.password() == null
            ? "publickey"
            : channel.key() == null ? "password,keyboard-interactive" : "publickey,password");
    return options;
  }

  private String read(Channel.Sftp channel, Secret secret) {
    if (secret.env() != null) {
      String value = environment.getProperty(secret.env());
      if (value == null || value.isBlank()) {
        throw new IllegalStateException(
            "Channel %s: the environment variable %s is not set. Set it and restart, or name another."
                .formatted(channel.id(), secret.env()));
      }
      return value;
    }
    try {
      return Files.readString(Path.of(secret.file()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "Channel %s: the file %s cannot be read (%s). Put the secret there, or name another file."
              .formatted(channel.id(), secret.file(), e.getClass().getSimpleName()));
    }
  }
}
