package io.quayside.partner.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;

/**
 * Camel's component {@code sftp}. {@code knownHosts} holds fingerprints, one a line, instead of a
 * known_hosts text, and there is no endpoint without it. A directory with a leading slash is
 * absolute; one without starts where the sign-in lands.
 */
@Component("sftp")
@org.apache.camel.spi.annotations.Component("sftp")
class PinnedSftpComponent extends SftpComponent {

  @Override
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) throws Exception {
    byte[] pins = resolveAndRemoveReferenceParameter(parameters, "knownHosts", byte[].class);
    if (pins == null || pins.length == 0) {
      throw new IllegalArgumentException(
          "no host key is pinned: give knownHosts a bean with fingerprints");
    }
    String base = uri.contains("?") ? uri.substring(0, uri.indexOf('?')) : uri;
    SftpConfiguration configuration = new SftpConfiguration(new URI(base));
    configuration.setDirectory(directory(remaining));
    configuration.setStrictHostKeyChecking("yes");
    configuration.setUseUserKnownHostsFile(false);
    List<String> fingerprints = new String(pins, StandardCharsets.US_ASCII).lines().toList();
    return new Endpoint(uri, this, configuration, new HostKeyPins(fingerprints));
  }

  /** What follows {@code host:port/}. */
  private static String directory(String remaining) {
    int slash = remaining.indexOf('/');
    String path = slash < 0 ? "" : remaining.substring(slash + 1);
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static final class Endpoint extends SftpEndpoint {
    private final HostKeyPins pins;

    Endpoint(
        String uri, SftpComponent component, SftpConfiguration configuration, HostKeyPins pins) {
      super(uri, component, configuration);
      this.pins = pins;
    }

    @Override
    public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
      SftpOperations operations = new Operations(pins);
      operations.setEndpoint(this);
      return operations;
    }
  }

  private static final class Operations extends SftpOperations {
    private final HostKeyPins pins;

    Operations(HostKeyPins pins) {
      this.pins = pins;
    }

    @Override
    protected Session createSession(RemoteFileConfiguration configuration) throws JSchException {
      Session session = super.createSession(configuration);
      session.setHostKeyRepository(pins);
      session.setConfig("StrictHostKeyChecking", "yes");
      return session;
    }
  }
}
