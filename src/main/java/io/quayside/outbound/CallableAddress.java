package io.quayside.outbound;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Whether an address from a partner file may be called: never the hub's own network, whatever name
 * leads there. Only the installation's configuration, not a partner file, makes an exception.
 */
final class CallableAddress {

  private CallableAddress() {}

  /**
   * @throws NoWayException when it may not be called
   * @throws IOException when its name is not known at the moment
   */
  static void check(URI url, CallbackSettings settings) throws IOException {
    String host = url.getHost();
    if (host == null || url.getUserInfo() != null) {
      throw new NoWayException("The address has no plain host: mend it in the partner file");
    }
    int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    if (!settings.ports().contains(port)) {
      throw new NoWayException(
          "Port %d is not called: use %s, or set quayside.callbacks.ports"
              .formatted(port, settings.ports()));
    }
    if (settings.allowedHosts().contains(host)) {
      return;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isInside(address)) {
          throw new NoWayException(
              "The host leads into a private network, which partners' addresses may not: name it in quayside.callbacks.allowed-hosts if it is meant");
        }
      }
    } catch (UnknownHostException e) {
      throw new IOException("The name of the host is not known", e);
    }
  }

  private static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean sharedOrUnusable =
        bytes.length == 4
            ? first == 0 || first == 100 && second >= 64 && second < 128 || first >= 240
            : (first & 0xFE) == 0xFC || isTranslated(bytes);
    return sharedOrUnusable
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || address instanceof Inet6Address six && six.isIPv4CompatibleAddress();
  }

  /** 64:ff9b::/96 (RFC 6052) and 2002::/16 carry an address of version 4. */
  private static boolean isTranslated(byte[] bytes) {
    boolean nat64 =
        bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    return nat64 || sixToFour;
  }
}
