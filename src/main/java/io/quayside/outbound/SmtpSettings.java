package io.quayside.outbound;

import io.quayside.partner.MailServer;
import io.quayside.partner.MailServer.OAuth;
import io.quayside.partner.MailServer.Security;
import io.quayside.partner.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code quayside.mail.*}: the server that our mails leave by.
 *
 * @param host null: no mail is sent
 * @param port 0: by security, 465, 587 or 25
 * @param user null when the server asks for nothing
 * @param passwordEnv name of the environment variable with the password
 * @param passwordFile or of a file with it
 * @param oauth instead of a password
 * @param from our address; its domain stands in Message-IDs
 * @param name our name beside it
 */
@ConfigurationProperties("quayside.mail")
record SmtpSettings(
    String host,
    @DefaultValue("0") int port,
    @DefaultValue("starttls") String security,
    String user,
    String passwordEnv,
    String passwordFile,
    SignIn oauth,
    String from,
    String name) {

  /** Makes the settings a bean. */
  @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(SmtpSettings.class)
  static class Enabled {}

  /** OAuth 2 for the server, as in a mailbox. */
  record SignIn(
      String tokenUrl,
      String clientId,
      String clientSecretEnv,
      String refreshTokenEnv,
      String scope) {

    OAuth oauth() {
      return new OAuth(
          tokenUrl, clientId, secret(clientSecretEnv, null), secret(refreshTokenEnv, null), scope);
    }
  }

  /** Can mail be sent at all? */
  boolean configured() {
    return host != null && !host.isBlank() && from != null && from.indexOf('@') > 0;
  }

  MailServer server() {
    Security protection = Security.valueOf(security.toUpperCase(java.util.Locale.ROOT));
    int standard =
        switch (protection) {
          case TLS -> 465;
          case STARTTLS -> 587;
          case NONE -> 25;
        };
    return new MailServer(
        host,
        port == 0 ? standard : port,
        protection,
        user,
        secret(passwordEnv, passwordFile),
        oauth == null ? null : oauth.oauth());
  }

  /** What stands behind the {@code @} of a Message-ID. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  private static Secret secret(String env, String file) {
    return env == null && file == null ? null : new Secret(env, env == null ? file : null);
  }
}
