package io.quayside.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateWritesTest {

  @TempDir Path home;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private final LateWrites late = new LateWrites(now::get);

  private Path archived(String text) throws Exception {
    Path file = Files.createDirectories(home.resolve("archive")).resolve("R1_po.edi");
    Files.writeString(file, text);
    late.watch(file, home.resolve("inbox/acme/po.edi"), text.length());
    return file;
  }

  private void after(Duration time) throws Exception {
    now.addAndGet(time.toNanos());
    late.look();
  }

  @Test
  void whatWasAddedAfterTheMoveGoesBackAsAWhole() throws Exception {
    Path file = archived("first");
    after(Duration.ofMinutes(1));
    Files.writeString(file, " second", StandardOpenOption.APPEND);
    after(Duration.ofMinutes(2));
    assertThat(home.resolve("inbox/acme/po.edi")).hasContent("first second");
    assertThat(file).doesNotExist();
  }

  @Test
  void anotherFileOfTheNameIsNotOverwritten() throws Exception {
    Path file = archived("first");
    Path next = Files.createDirectories(home.resolve("inbox/acme")).resolve("po.edi");
    Files.writeString(next, "another");
    Files.writeString(file, " second", StandardOpenOption.APPEND);
    after(Duration.ofSeconds(1));
    assertThat(next).hasContent("another");
    Files.delete(next);
    after(Duration.ofSeconds(1));
    assertThat(next).hasContent("first second");
  }

  @Test
  void anUnchangedFileStaysAndIsLookedAtForTenMinutesOnly() throws Exception {
    Path file = archived("first");
    for (int i = 0; i < 12; i++) {
      after(Duration.ofMinutes(20));
    }
    Files.writeString(file, " second", StandardOpenOption.APPEND);
    after(Duration.ofHours(1));
    assertThat(file).hasContent("first second");
    assertThat(home.resolve("inbox/acme/po.edi")).doesNotExist();
  }
}
