package io.quayside.intake;

import io.quayside.mapping.ConfigFiles;
import io.quayside.partner.PartnerFileException;
import io.quayside.partner.Partners;
import io.quayside.partner.SharedChannels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes the installation's partner and channel files in at the start, before any route runs. One
 * that is not right is told loudly and stops nobody else.
 */
@Component
class PartnerImport implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerImport.class);
  private static final String PARTNERS = "routes/partners/";
  private static final String CHANNELS = "routes/channels/";

  private final ConfigFiles files;
  private final Partners partners;
  private final SharedChannels channels;
  private final IntakeProblems problems;
  private boolean done;

  PartnerImport(
      ConfigFiles files, Partners partners, SharedChannels channels, IntakeProblems problems) {
    this.files = files;
    this.partners = partners;
    this.channels = channels;
    this.problems = problems;
  }

  @Override
  public void start() {
    for (String path : files.list(CHANNELS)) {
      take(path, ".channel.yaml", channels::importFile);
    }
    for (String path : files.list(PARTNERS)) {
      take(path, ".partner.yaml", partners::importFile);
    }
    done = true;
  }

  private interface Import {
    void file(String id, String text, String origin);
  }

  private void take(String path, String suffix, Import into) {
    if (!path.endsWith(suffix)) {
      return;
    }
    String id = path.substring(path.lastIndexOf('/') + 1, path.length() - suffix.length());
    String origin = files.origin(path);
    try {
      into.file(id, text(path), origin);
      problems.goodFile(path);
      LOG.info("{} from {}", path, origin);
    } catch (PartnerFileException e) {
      LOG.error("{} was NOT taken in, the others were. {}", origin, e.getMessage());
      problems.badFile(path, suffix.equals(".partner.yaml") ? id : null, e.getMessage());
    }
  }

  private String text(String path) {
    try (InputStream in = files.open(path).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.origin(path), e);
    }
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }

  /** Before everything that takes documents in. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
