package io.quayside.outbound;

import io.quayside.partner.sftp.HostKeyRefused;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/** What went wrong on the way to a partner, for people. */
final class Words {
  private static final int LENGTH = 300;

  private Words() {}

  /** The deepest cause in plain words. */
  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    String lower = message.toLowerCase(Locale.ROOT);
    if (root instanceof HostKeyRefused || root instanceof IllegalStateException) {
      return clean(message);
    }
    if (root instanceof UnknownHostException) {
      return "the host name %s cannot be found".formatted(clean(message));
    }
    if (root instanceof ConnectException || lower.contains("connection refused")) {
      return "the server refuses the connection (%s)".formatted(clean(message));
    }
    if (root instanceof SocketTimeoutException || lower.contains("timeout")) {
      return "the server does not answer in time (%s)".formatted(clean(message));
    }
    if (lower.contains("auth fail") || lower.contains("auth cancel")) {
      return "the server does not accept our sign-in (%s)".formatted(clean(message));
    }
    if (lower.contains("hostkey") || lower.contains("host key")) {
      return "the server shows another host key than the one agreed (%s)".formatted(clean(message));
    }
    if (lower.contains("no such file")) {
      return "the directory is not there on the server (%s)".formatted(clean(message));
    }
    if (lower.contains("permission denied")) {
      return "we may not write there (%s)".formatted(clean(message));
    }
    return clean(message);
  }

  private static String clean(String message) {
    return Text.clean(message, LENGTH);
  }
}
