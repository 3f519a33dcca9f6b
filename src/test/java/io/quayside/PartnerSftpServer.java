package io.quayside;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A partner's SFTP server, in-process: one user that signs in by key, directories {@code out} and
 * {@code in}.
 */
final class PartnerSftpServer {

  private final SshServer server;
  private final Path root;
  private final Path userKey;
  private final String fingerprint;

  private PartnerSftpServer(SshServer server, Path root, Path userKey, String fingerprint) {
    this.server = server;
    this.root = root;
    this.userKey = userKey;
    this.fingerprint = fingerprint;
  }

  static PartnerSftpServer start(Path root) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    KeyPair host = generator.generateKeyPair();
    KeyPair user = generator.generateKeyPair();
    Files.createDirectories(root.resolve("out"));
    Files.createDirectories(root.resolve("in"));
    Path userKey = writeKey(root.resolveSibling("partner-sftp-user.key"), user);
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(host));
    PublicKey known = user.getPublic();
    server.setPublickeyAuthenticator((name, key, session) -> KeyUtils.compareKeys(known, key));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, host.getPublic());
    return new PartnerSftpServer(server, root, userKey, fingerprint);
  }

  private static Path writeKey(Path file, KeyPair pair) throws IOException {
    Files.createFile(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("-----BEGIN PRIVATE KEY-----\n".getBytes());
      out.write(
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(pair.getPrivate().getEncoded()));
      out.write("\n-----END PRIVATE KEY-----\n".getBytes());
    }
    return file;
  }

  Path directory(String name) {
    return root.resolve(name);
  }

  /** Puts this server's port, keys and fingerprint into a partner file. */
  String fillIn(String partnerFile) {
    return partnerFile
        .replace("port: 0", "port: " + server.getPort())
        .replace("KEYFILE", userKey.toString())
        .replace("HOSTKEY", fingerprint);
  }

  void stop() throws IOException {
    server.stop(true);
  }
}
