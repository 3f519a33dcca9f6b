package io.quayside.edi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's own schema files, from the source tree. */
final class TestSchemas {
  private TestSchemas() {}

  static EdiSchemas all() {
    return new EdiSchemas(TestSchemas::open);
  }

  static InputStream open(String path) {
    Path file = Path.of("mappings", path);
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
