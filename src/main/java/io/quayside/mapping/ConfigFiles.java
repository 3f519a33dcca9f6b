package io.quayside.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files below {@code routes/} and {@code mappings/}, looked up one by one: the folder {@code
 * quayside.config}, then the working directory if it holds {@code
 * routes/shared/policies.camel.yaml}, then the copy inside the product.
 *
 * <p>Paths are relative with forward slashes, for example {@code mappings/x12/850-to-order.xml}; a
 * path that leaves the two folders is not found. Safe for threads; nothing is cached, so an edited
 * file is seen at the next look-up.
 */
public final class ConfigFiles {
  private static final String HOUSE_MARK = "routes/shared/policies.camel.yaml";
  private static final List<String> TOPS = List.of("routes/", "mappings/");

  private final List<Path> folders;

  /**
   * @param config the folder of {@code quayside.config} (env {@code QUAYSIDE_CONFIG}); null or
   *     blank when unset
   * @throws IllegalArgumentException when it is set and is no folder
   */
  public ConfigFiles(String config) {
    this(config, Path.of("").toAbsolutePath());
  }

  ConfigFiles(String config, Path workingDirectory) {
    List<Path> found = new ArrayList<>();
    if (config != null && !config.isBlank()) {
      Path folder = Path.of(config.strip()).toAbsolutePath();
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException(
            "quayside.config `%s` is not a folder. Name the folder that holds routes/ and mappings/, or leave it unset."
                .formatted(folder));
      }
      found.add(folder);
    }
    if (Files.isRegularFile(workingDirectory.resolve(HOUSE_MARK))) {
      found.add(workingDirectory);
    }
    this.folders = List.copyOf(found);
  }

  /** The file's bytes, to be closed by the caller; empty when no layer has it. */
  public Optional<InputStream> open(String path) {
    if (!allowed(path)) {
      return Optional.empty();
    }
    try {
      for (Path folder : folders) {
        Path file = folder.resolve(path);
        if (Files.isRegularFile(file)) {
          return Optional.of(Files.newInputStream(file));
        }
      }
      URL inside = inside(path);
      return inside == null ? Optional.empty() : Optional.of(inside.openStream());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + origin(path), e);
    }
  }

  /** Whether a layer has the file. */
  public boolean has(String path) {
    return allowed(path)
        && (folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(path)))
            || inside(path) != null);
  }

  /** All files of all layers whose path starts with the prefix, sorted, each path once. */
  public List<String> list(String prefix) {
    SortedSet<String> paths = new TreeSet<>();
    try {
      for (Path folder : folders) {
        paths.addAll(below(folder));
      }
      paths.addAll(insideProduct());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + prefix + " in " + folders, e);
    }
    return paths.stream().filter(path -> path.startsWith(prefix)).toList();
  }

  /** Where the file stands, for messages; the path itself when no layer has it. */
  public String origin(String path) {
    if (!allowed(path)) {
      return path;
    }
    for (Path folder : folders) {
      if (Files.isRegularFile(folder.resolve(path))) {
        return folder.resolve(path).toString();
      }
    }
    return inside(path) == null ? path : path + " (inside the product)";
  }

  private static boolean allowed(String path) {
    return TOPS.stream().anyMatch(path::startsWith)
        && Path.of(path).normalize().toString().replace('\\', '/').equals(path);
  }

  private static URL inside(String path) {
    return ConfigFiles.class.getClassLoader().getResource(path);
  }

  private static List<String> below(Path folder) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String top : TOPS) {
      if (Files.isDirectory(folder.resolve(top))) {
        try (Stream<Path> files = Files.walk(folder.resolve(top))) {
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .forEach(paths::add);
        }
      }
    }
    return paths;
  }

  /** The product's own copy stands beside this class: in a folder, a jar, or a jar inside a jar. */
  private static List<String> insideProduct() throws IOException {
    String self = ConfigFiles.class.getName().replace('.', '/') + ".class";
    URL url = inside(self);
    if (url.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> !name.endsWith("/") && TOPS.stream().anyMatch(name::startsWith))
            .toList();
      }
    }
    try {
      Path root = Path.of(url.toURI());
      for (int i = 0; i < self.split("/").length; i++) {
        root = root.getParent();
      }
      return below(root);
    } catch (URISyntaxException e) {
      throw new IOException("cannot find the product's own files beside " + url, e);
    }
  }
}
