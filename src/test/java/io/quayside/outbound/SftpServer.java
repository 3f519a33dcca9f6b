package io.quayside.outbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server that can go down and come back on its port. Password: secret. */
final class SftpServer implements AutoCloseable {
  private final Path root;
  private final KeyPair hostKey;
  private int port;
  private SshServer server;

  SftpServer(Path root) throws Exception {
    this.root = root;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    this.hostKey = generator.generateKeyPair();
    Files.createDirectories(root.resolve("in"));
    up();
  }

  void up() throws IOException {
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator((user, password, session) -> password.equals("secret"));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    port = server.getPort();
  }

  void down() throws IOException {
    server.stop(true);
  }

  int port() {
    return port;
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
  }

  Path in() {
    return root.resolve("in");
  }

  @Override
  public void close() throws IOException {
    down();
  }
}
