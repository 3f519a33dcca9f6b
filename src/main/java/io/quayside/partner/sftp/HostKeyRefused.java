package io.quayside.partner.sftp;

import java.util.List;

/** The server shows another host key than the pinned one. Nothing was sent to it. */
public final class HostKeyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HostKeyRefused(String host, String type, String shown, List<String> pinned) {
    super(
        ("%s shows the %s host key %s, but the partner file pins %s. Ask the partner, by another way,"
                + " whether it changed its key; if so put the new fingerprint into hostKey. If not,"
                + " somebody else answers in its place.")
            .formatted(host, type, shown, String.join(" or ", pinned)));
  }
}
