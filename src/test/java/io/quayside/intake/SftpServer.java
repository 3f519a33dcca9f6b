package io.quayside.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server: user acme, password secret, a directory of its own. */
final class SftpServer implements AutoCloseable {

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;
  private volatile boolean refusesRenames;

  SftpServer(Path directory, int port) {
    try {
      hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
      server.setHost("127.0.0.1");
      server.setPort(port);
      server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
      server.setPasswordAuthenticator(
          (user, password, session) -> user.equals("acme") && password.equals("secret"));
      server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
      SftpSubsystemFactory sftp = new SftpSubsystemFactory();
      sftp.addSftpEventListener(
          new SftpEventListener() {
            @Override
            public void moving(
                ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
              if (refusesRenames) {
                throw new IOException("renames are refused");
              }
            }
          });
      server.setSubsystemFactories(List.of(sftp));
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void refuseRenames(boolean refuse) {
    refusesRenames = refuse;
  }

  int port() {
    return server.getPort();
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(hostKey.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
