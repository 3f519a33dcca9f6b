package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateWritesTest {

  @TempDir Path home;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private Path inbox;
  private LateWrites late;

  @BeforeEach
  void open() throws Exception {
    inbox = Files.createDirectories(home.resolve("inbox"));
    late = new LateWrites(inbox, now::get);
  }

  private Path archived(String name, String text) throws Exception {
    Path file = Files.createDirectories(home.resolve("archive")).resolve(name);
    Files.writeString(file, text);
    late.watch(file, text.length());
    return file;
  }

  private void after(Duration time) throws Exception {
    now.addAndGet(time.toNanos());
    late.look();
  }

  @Test
  void whatWasAddedAfterTheMoveGoesBackAsAWhole() throws Exception {
    Path file = archived("R1_po.edi", "first");
    Path other = archived("R2_po.edi", "another");
    after(Duration.ofMinutes(1));
    Files.writeString(file, " second", StandardOpenOption.APPEND);
    after(Duration.ofMinutes(2));
    assertThat(inbox.resolve("R1_po.edi")).hasContent("first second");
    assertThat(file).doesNotExist();
    assertThat(other).hasContent("another");
  }

  @Test
  void oneThatCannotGoBackNowKeepsNoOtherFromGoingBack() throws Exception {
    Path file = archived("R1_po.edi", "first");
    Path other = archived("R2_po.edi", "first");
    Path taken = Files.writeString(inbox.resolve("R1_po.edi"), "in the way");
    Files.writeString(file, " second", StandardOpenOption.APPEND);
    Files.writeString(other, " second", StandardOpenOption.APPEND);
    after(Duration.ofSeconds(1));
    assertThat(inbox.resolve("R2_po.edi")).hasContent("first second");
    assertThat(taken).hasContent("in the way");
    Files.delete(taken);
    after(Duration.ofSeconds(2));
    assertThat(taken).hasContent("first second");
  }

  @Test
  void whatBecameALinkIsNotMoved() throws Exception {
    Path file = archived("R1_po.edi", "first");
    Path secret = Files.writeString(home.resolve("secret"), "not an order");
    Files.delete(file);
    Files.createSymbolicLink(file, secret);
    after(Duration.ofMinutes(1));
    assertThat(inbox).isEmptyDirectory();
    assertThat(secret).hasContent("not an order");
  }

  @Test
  void anUnchangedFileStaysAndIsLookedAtForTenMinutesOnly() throws Exception {
    Path file = archived("R1_po.edi", "first");
    for (int i = 0; i < 12; i++) {
      after(Duration.ofMinutes(20));
    }
    Files.writeString(file, " second", StandardOpenOption.APPEND);
    after(Duration.ofHours(1));
    assertThat(file).hasContent("first second");
    assertThat(inbox).isEmptyDirectory();
  }
}
