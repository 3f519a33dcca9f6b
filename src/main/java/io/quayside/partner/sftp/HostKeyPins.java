package io.quayside.partner.sftp;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Takes a server's host key only when its fingerprint is one of the partner file's. Asked by JSch
 * after the server has proved, in the key exchange, that it holds the key.
 */
final class HostKeyPins implements HostKeyRepository {

  private final List<String> fingerprints;

  HostKeyPins(List<String> fingerprints) {
    this.fingerprints = List.copyOf(fingerprints);
  }

  @Override
  public int check(String host, byte[] key) {
    String shown = fingerprint(key);
    if (fingerprints.contains(shown)) {
      return OK;
    }
    throw new HostKeyRefused(host, type(key), shown, fingerprints);
  }

  /** {@code SHA256:} and base64 without padding, as ssh-keygen -l prints it. */
  static String fingerprint(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String type(byte[] key) {
    int length = key.length < 4 ? 0 : ByteBuffer.wrap(key).getInt();
    return length > 0 && length <= 64 && length + 4 <= key.length
        ? new String(key, 4, length, StandardCharsets.US_ASCII).replaceAll("[^a-z0-9@.-]", "?")
        : "unknown";
  }

  @Override
  public void add(HostKey hostKey, UserInfo info) {
    throw new UnsupportedOperationException("keys are accepted in the partner file only");
  }

  @Override
  public void remove(String host, String type) {}

  @Override
  public void remove(String host, String type, byte[] key) {}

  @Override
  public String getKnownHostsRepositoryID() {
    return "partner file";
  }

  @Override
  public HostKey[] getHostKey() {
    return new HostKey[0];
  }

  @Override
  public HostKey[] getHostKey(String host, String type) {
    return new HostKey[0];
  }
}
