package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.partner.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOutTest {
  private static final Channel FOLDER = new Channel.Folder("acme/folder");
  private static final byte[] BYTES = "ISA*…~".getBytes(StandardCharsets.UTF_8);

  @TempDir Path home;
  private FolderOut folder;

  @BeforeEach
  void open() {
    folder = new FolderOut(home);
  }

  @Test
  void theFileIsThereWholeAndNothingElse() throws IOException {
    folder.bring(parcel("acme", "855_1_2_3.edi", BYTES), FOLDER);

    assertThat(names()).containsExactly("855_1_2_3.edi");
    assertThat(home.resolve("outbox/acme/855_1_2_3.edi")).hasBinaryContent(BYTES);
  }

  @Test
  void anAttemptThatWasCutOffIsMadeAgainOverItsRemains() throws IOException {
    Files.createDirectories(home.resolve("outbox/acme"));
    Files.writeString(home.resolve("outbox/acme/.855_1_2_3.edi.part"), "half of something longer");

    folder.bring(parcel("acme", "855_1_2_3.edi", BYTES), FOLDER);

    assertThat(names()).containsExactly("855_1_2_3.edi");
    assertThat(home.resolve("outbox/acme/855_1_2_3.edi")).hasBinaryContent(BYTES);
  }

  @Test
  void bringingItTwiceLeavesOneFile() throws IOException {
    folder.bring(parcel("acme", "855_1_2_3.edi", BYTES), FOLDER);

    assertThat(folder.bring(parcel("acme", "855_1_2_3.edi", BYTES), FOLDER)).contains("found");
    assertThat(names()).containsExactly("855_1_2_3.edi");
  }

  @Test
  void anotherFileOfTheSameNameIsNotOverwritten() throws IOException {
    folder.bring(parcel("acme", "a.edi", new byte[] {1}), FOLDER);

    assertThatThrownBy(() -> folder.bring(parcel("acme", "a.edi", BYTES), FOLDER))
        .hasMessageContaining("Another file named a.edi");
    assertThat(home.resolve("outbox/acme/a.edi")).hasBinaryContent(new byte[] {1});
  }

  @Test
  void aPartnerIdNeverLeadsOutOfTheOutbox() {
    assertThatThrownBy(() -> folder.bring(parcel("../../x", "a.edi", BYTES), FOLDER))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aNameIsMadeOfSafeCharactersOnly() {
    assertThat(FileNames.of("855", "../../etc/passwd\n#1", "000000123", "01KAW"))
        .isEqualTo("855_-etc-passwd-1_000000123_01KAW.edi");
  }

  private static Parcel parcel(String partner, String name, byte[] bytes) {
    return new Parcel("D1", partner, name, bytes);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("outbox/acme"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
