package io.quayside.intake;

import io.quayside.intake.extract.TemplateFile;
import io.quayside.mapping.ConfigFiles;
import io.quayside.partner.Partners;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes template files in at the start: those of the installation that were not known before, and
 * those below {@code quayside.home} that somebody edited. One that is not right is told and left. A
 * file that the hub died before writing, or before removing, is brought to what the database holds.
 */
@Component
class TemplateImport implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TemplateImport.class);
  private static final Pattern PATH =
      Pattern.compile("mappings/partners/([a-z0-9][a-z0-9-]*)/([^/]+)\\.template\\.yaml");

  private final ConfigFiles config;
  private final TemplateFolder folder;
  private final Templates templates;
  private final Partners partners;
  private final IntakeProblems problems;
  private boolean done;

  TemplateImport(
      ConfigFiles config,
      TemplateFolder folder,
      Templates templates,
      Partners partners,
      IntakeProblems problems) {
    this.config = config;
    this.folder = folder;
    this.templates = templates;
    this.partners = partners;
    this.problems = problems;
  }

  private interface Text {
    String read() throws IOException;
  }

  @Override
  public void start() {
    for (String path : config.list("mappings/partners/")) {
      Matcher named = PATH.matcher(path);
      if (named.matches() && templates.find(named.group(1), named.group(2)).isEmpty()) {
        take(named.group(1), named.group(2), path, () -> text(path));
      }
    }
    for (TemplateFolder.Lying one : folder.files()) {
      if (!isLeftBehind(one)) {
        take(one.partnerId(), one.layout(), one.path().toString(), () -> TemplateFolder.text(one));
      }
    }
    partners.all().forEach(partner -> templates.of(partner.id()).forEach(folder::keep));
    done = true;
  }

  /** Does it hold what an earlier version held? Then nobody edited it. */
  private boolean isLeftBehind(TemplateFolder.Lying file) {
    Optional<Templates.Stored> known = templates.find(file.partnerId(), file.layout());
    if (known.isEmpty()) {
      return false;
    }
    try {
      String text = TemplateFolder.text(file);
      boolean earlier =
          templates.history(file.partnerId(), file.layout()).stream()
              .anyMatch(version -> version.source().equals(text));
      if (!earlier) {
        return false;
      }
      if (known.get().state().equals("deleted")) {
        folder.remove(file.partnerId(), file.layout());
      } else if (!known.get().source().equals(text)) {
        folder.write(file.partnerId(), file.layout(), known.get().source());
      }
      problems.goodFile(file.path().toString());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void take(String partnerId, String layout, String origin, Text text) {
    try {
      if (partners.find(partnerId).isEmpty()) {
        throw new IllegalArgumentException("there is no partner " + partnerId);
      }
      String source = text.read();
      Optional<Templates.Stored> before = templates.find(partnerId, layout);
      if (before.isEmpty() || !before.get().source().equals(source)) {
        TemplateFile.read(layout, source);
        templates.save(partnerId, layout, source, "file " + origin);
        LOG.info("Template {} of {} from {}", layout, partnerId, origin);
      }
      problems.goodFile(origin);
    } catch (IllegalArgumentException | IOException e) {
      LOG.error("{} was NOT taken in, the others were. {}", origin, e.getMessage());
      problems.badFile(origin, null, e.getMessage());
    }
  }

  private String text(String path) throws IOException {
    try (InputStream in = config.open(path).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

  /** After the partners, before everything that takes documents in. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1001;
  }
}
