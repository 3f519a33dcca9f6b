package io.quayside.partner;

import io.quayside.partner.Channel.Mailbox.Protocol;
import io.quayside.partner.MailServer.OAuth;
import io.quayside.partner.MailServer.Security;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads {@code {kind: email, host: …}}: a mailbox that orders are sent to. */
final class MailboxReader {

  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Map<String, Integer> PORTS =
      Map.of("imap/tls", 993, "imap/other", 143, "pop3/tls", 995, "pop3/other", 110);

  private MailboxReader() {}

  static Channel.Mailbox read(String id, FileNode block) {
    String protocol = block.oneOf("protocol", "imap", "imap", "pop3");
    boolean imap = protocol.equals("imap");
    String folder = block.matching("folder", Grammar.DIRECTORY, "INBOX");
    if (!imap && !folder.equals("INBOX")) {
      block.fault("folder", folder, "is not known to POP3", "Leave it out, or use protocol: imap");
    }
    return new Channel.Mailbox(
        id,
        imap ? Protocol.IMAP : Protocol.POP3,
        server(block, protocol),
        folder,
        block.matching("processed", Grammar.DIRECTORY, "Processed"),
        block.matching("problem", Grammar.DIRECTORY, "Problem"),
        block.flag("keep", false),
        authserv(block),
        block.duration("poll", POLL),
        idle(block, imap));
  }

  private static boolean idle(FileNode block, boolean imap) {
    boolean idle = block.flag("idle", false);
    if (idle && !imap) {
      block.fault("idle", "true", "is not known to POP3", "Leave it out, or use protocol: imap");
    }
    return idle;
  }

  private static MailServer server(FileNode block, String protocol) {
    String security = block.oneOf("security", "tls", "tls", "starttls", "none");
    Secret password = ChannelReader.secret(block, "password");
    OAuth oauth = block.has("oauth") ? oauth(block.block("oauth")) : null;
    if ((password == null) == (oauth == null)) {
      block.fault(
          "passwordEnv",
          "",
          password == null ? "is missing" : "stands beside oauth",
          "Give either passwordEnv or passwordFile, or an oauth block");
    }
    int standard = PORTS.get(protocol + (security.equals("tls") ? "/tls" : "/other"));
    return new MailServer(
        block.requiredMatching("host", Grammar.HOST),
        block.whole("port", standard, 1, 65_535),
        Security.valueOf(security.toUpperCase(java.util.Locale.ROOT)),
        block.requiredMatching("user", Grammar.USER),
        password,
        oauth);
  }

  private static OAuth oauth(FileNode block) {
    String url = block.requiredMatching("tokenUrl", Grammar.URL);
    if (url != null && url.startsWith("http:") && !url.matches("http://(localhost|127\\.).*")) {
      block.fault("tokenUrl", url, "is not encrypted", "Give an https address");
    }
    OAuth oauth =
        new OAuth(
            url,
            block.requiredMatching("clientId", Grammar.CLIENT_ID),
            ChannelReader.secret(block, "clientSecret"),
            ChannelReader.secret(block, "refreshToken"),
            block.matching("scope", Grammar.SCOPE, null));
    if (oauth.clientSecret() == null && oauth.refreshToken() == null) {
      block.fault(
          "clientSecretEnv",
          "",
          "is missing",
          "Name where the client secret or the refresh token is: clientSecretEnv, refreshTokenEnv or …File");
    }
    block.refuseOthers();
    return oauth;
  }

  private static List<String> authserv(FileNode block) {
    List<String> names = block.texts("authserv", List.of());
    for (String name : names) {
      Grammar.HOST
          .refuse(name)
          .ifPresent(
              why ->
                  block.fault(
                      "authserv",
                      name,
                      why,
                      "Give the name that our mail host puts first in Authentication-Results, or microsoft-365"));
    }
    return names;
  }
}
