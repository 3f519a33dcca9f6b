package io.quayside.partner.mail;

import io.quayside.partner.MailServer;
import io.quayside.partner.Secrets;
import org.springframework.stereotype.Component;

/** What we show a mail server at each sign-in: the password, or a token that is still good. */
@Component
public class MailPasswords {

  private final Secrets secrets;
  private final AccessTokens tokens;

  MailPasswords(Secrets secrets, AccessTokens tokens) {
    this.secrets = secrets;
    this.tokens = tokens;
  }

  /**
   * Reads the password anew, or gives the access token.
   *
   * @throws IllegalStateException when it cannot be had; the message names where it should come
   *     from, never the secret
   */
  public String of(String channelId, MailServer server) {
    if (server.oauth() != null) {
      return tokens.of(channelId, server.oauth());
    }
    return secrets.read(channelId, server.password()).stripTrailing();
  }

  /** The server refused what we showed: a cached token is asked for anew the next time. */
  public void refused(MailServer server) {
    if (server.oauth() != null) {
      tokens.forget(server.oauth());
    }
  }
}
