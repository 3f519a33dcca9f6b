package io.quayside.intake;

import io.quayside.intake.extract.TemplateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The templates as files that people read and edit: {@code
 * ${quayside.home}/mappings/partners/<partner>/<layout>.template.yaml}. The database is the truth;
 * what cannot be written is only logged.
 */
@Component
class TemplateFolder {

  private static final Logger LOG = LoggerFactory.getLogger(TemplateFolder.class);
  static final String SUFFIX = ".template.yaml";
  private static final long LARGEST = 1_000_000;

  /** A file as it lies there. */
  record Lying(String partnerId, String layout, Path path) {}

  private final Path folder;

  TemplateFolder(@Value("${quayside.home}") Path home) {
    this.folder = home.toAbsolutePath().normalize().resolve("mappings/partners");
  }

  void write(String partnerId, String layout, String source) {
    try {
      Path file = file(partnerId, layout);
      Files.createDirectories(file.getParent());
      if (!file.getParent().toRealPath().startsWith(folder.toRealPath())) {
        throw new IOException("it leads out of " + folder);
      }
      Path part = file.resolveSibling("." + layout + ".part");
      Files.deleteIfExists(part);
      Files.writeString(part, source);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("Template {} of {} was not written as a file: {}", layout, partnerId, e.toString());
    }
  }

  /** Writes it where its file is missing. */
  void keep(Templates.Stored template) {
    try {
      Path file = file(template.partnerId(), template.layout());
      if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
        write(template.partnerId(), template.layout(), template.source());
      }
    } catch (IOException e) {
      LOG.warn(
          "Template {} of {} has no file: {}",
          template.layout(),
          template.partnerId(),
          e.toString());
    }
  }

  void remove(String partnerId, String layout) {
    try {
      Files.deleteIfExists(file(partnerId, layout));
    } catch (IOException e) {
      LOG.warn("Template file {} of {} was not removed: {}", layout, partnerId, e.toString());
    }
  }

  /** Neither name can leave the folder: an id of a partner file, and a name that we made. */
  private Path file(String partnerId, String layout) throws IOException {
    if (!partnerId.matches("[a-z0-9][a-z0-9-]*") || !TemplateFile.named(layout)) {
      throw new IOException("that is no name for a file");
    }
    return folder.resolve(partnerId).resolve(layout + SUFFIX);
  }

  /** All files that may be templates; nothing behind a link. */
  List<Lying> files() {
    List<Lying> found = new ArrayList<>();
    for (Path partner : children(folder)) {
      if (Files.isDirectory(partner, LinkOption.NOFOLLOW_LINKS)) {
        for (Path file : children(partner)) {
          String name = file.getFileName().toString();
          boolean template =
              name.endsWith(SUFFIX) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
          if (template) {
            String layout = name.substring(0, name.length() - SUFFIX.length());
            found.add(new Lying(partner.getFileName().toString(), layout, file));
          }
        }
      }
    }
    return found;
  }

  private static List<Path> children(Path directory) {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.sorted().toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be listed: {}", directory, e.toString());
      return List.of();
    }
  }

  static String text(Lying file) throws IOException {
    if (Files.size(file.path()) > LARGEST) {
      throw new IOException("it has more than %d bytes".formatted(LARGEST));
    }
    return Files.readString(file.path(), StandardCharsets.UTF_8);
  }
}
