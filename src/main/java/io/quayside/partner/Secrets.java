package io.quayside.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Reads secrets where a partner file says they are, each time anew. */
@Component
public class Secrets {

  private final Environment environment;

  Secrets(Environment environment) {
    this.environment = environment;
  }

  /**
   * The secret's text as it stands there, line ends of a file included.
   *
   * @throws IllegalStateException when it is not there; the message names channel and place, never
   *     the secret
   */
  public String read(String channelId, Secret secret) {
    if (secret.env() != null) {
      String value = environment.getProperty(secret.env());
      if (value == null || value.isBlank()) {
        throw new IllegalStateException(
            "Channel %s: the environment variable %s is not set. Set it and restart, or name another."
                .formatted(channelId, secret.env()));
      }
      return value;
    }
    try {
      return Files.readString(Path.of(secret.file()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "Channel %s: the file %s cannot be read (%s). Put the secret there, or name another file."
              .formatted(channelId, secret.file(), e.getClass().getSimpleName()));
    }
  }
}
