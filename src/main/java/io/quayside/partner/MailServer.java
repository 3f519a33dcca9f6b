package io.quayside.partner;

/**
 * A mail server and how we sign in there.
 *
 * @param user null when the server asks for nothing
 * @param password null when it signs in by OAuth 2, or not at all
 * @param oauth null when it signs in by password
 */
public record MailServer(
    String host, int port, Security security, String user, Secret password, OAuth oauth) {

  /** How the connection is protected. NONE is for tests and servers on the same machine. */
  public enum Security {
    TLS,
    STARTTLS,
    NONE
  }

  /**
   * Access tokens by OAuth 2 (RFC 6749): with a refresh token when there is one, else by client
   * credentials.
   *
   * @param tokenUrl the provider's token endpoint
   * @param clientSecret null for a public client
   * @param refreshToken null for client credentials
   * @param scope null when the provider asks for none
   */
  public record OAuth(
      String tokenUrl, String clientId, Secret clientSecret, Secret refreshToken, String scope) {}
}
