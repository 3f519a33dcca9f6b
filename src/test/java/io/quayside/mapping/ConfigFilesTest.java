package io.quayside.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFilesTest {
  private static final String SCHEMA = "mappings/order.schema.json";

  @TempDir Path config;
  @TempDir Path work;

  @Test
  void aFileOfTheConfigFolderComesBeforeTheWorkingDirectoryAndTheProduct() throws IOException {
    write(work, "routes/shared/policies.camel.yaml", "[]");
    write(work, SCHEMA, "from the working directory");
    write(config, SCHEMA, "from the config folder");

    assertThat(text(new ConfigFiles(config.toString(), work), SCHEMA))
        .isEqualTo("from the config folder");
    assertThat(text(new ConfigFiles(null, work), SCHEMA)).isEqualTo("from the working directory");
    assertThat(new ConfigFiles(" ", work).origin(SCHEMA)).startsWith(work.toString());
  }

  @Test
  void aWorkingDirectoryWithoutTheSharedPoliciesIsNotLookedAt() throws IOException {
    write(work, SCHEMA, "somebody else's");

    assertThat(text(new ConfigFiles(null, work), SCHEMA)).isNotEqualTo("somebody else's");
    assertThat(new ConfigFiles(null, work).origin(SCHEMA))
        .isEqualTo(SCHEMA + " (inside the product)");
  }

  @Test
  void allLayersAreListedTogether() throws IOException {
    write(config, "mappings/partners/acme/850-to-order.xml", "<x/>");
    write(config, SCHEMA, "{}");

    assertThat(new ConfigFiles(config.toString(), work).list("mappings/"))
        .contains("mappings/partners/acme/850-to-order.xml")
        .containsOnlyOnce(SCHEMA)
        .isSorted();
  }

  @Test
  void nothingOutsideTheTwoFoldersIsFound() throws IOException {
    write(config, "secret.txt", "x");

    ConfigFiles files = new ConfigFiles(config.toString(), work);
    assertThat(files.open("secret.txt")).isEmpty();
    assertThat(files.open("mappings/../secret.txt")).isEmpty();
    assertThat(files.open("/etc/hostname")).isEmpty();
  }

  @Test
  void aConfigFolderThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> new ConfigFiles(work + "/nowhere"))
        .hasMessageContaining("nowhere")
        .hasMessageContaining("quayside.config");
  }

  private static void write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String text(ConfigFiles files, String path) throws IOException {
    try (InputStream in = files.open(path).orElseThrow()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
