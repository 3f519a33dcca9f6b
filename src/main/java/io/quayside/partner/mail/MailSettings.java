package io.quayside.partner.mail;

import io.quayside.partner.MailServer;
import io.quayside.partner.MailServer.Security;
import java.util.Properties;

/**
 * What Jakarta Mail is told about a server: time-outs, and that the line and the name are right.
 */
public final class MailSettings {

  private static final String CONNECT_MILLIS = "10000";
  private static final String READ_MILLIS = "60000";

  private MailSettings() {}

  /** {@code imaps} for {@code imap} where the line is encrypted from the start. */
  public static String scheme(String protocol, MailServer server) {
    return server.security() == Security.TLS ? protocol + "s" : protocol;
  }

  /**
   * Properties of a session.
   *
   * @param scheme {@code imap, imaps, pop3, pop3s, smtp, smtps}
   */
  public static Properties of(String scheme, MailServer server) {
    Properties properties = new Properties();
    String prefix = "mail." + scheme + ".";
    properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
    properties.put(prefix + "timeout", READ_MILLIS);
    properties.put(prefix + "writetimeout", READ_MILLIS);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
    boolean upgrade = server.security() == Security.STARTTLS;
    properties.put(prefix + "starttls.enable", String.valueOf(upgrade));
    properties.put(prefix + "starttls.required", String.valueOf(upgrade));
    properties.put(prefix + "partialfetch", "true");
    properties.put(prefix + "fetchsize", "1048576");
    if (server.oauth() != null) {
      properties.put(prefix + "auth.mechanisms", "XOAUTH2");
      properties.put(prefix + "sasl.enable", "false");
    }
    return properties;
  }
}
