package io.quayside.intake.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hostile file does to the process that reads it, it does to nobody else. */
class ChildrenTest {

  private static final Children CHILDREN =
      new Children(Duration.ofMinutes(2), HostileTasks.class.getName());

  @Test
  void aProcessThatAnsweredReadsTheNextFile() throws ChildException {
    assertThat(said("process")).isEqualTo(said("process"));
  }

  @Test
  void aRefusedFileCostsNoProcessesAndIsToldInWords() {
    ChildException refused = failure("refuse");
    assertThat(refused).hasMessage("It is damaged.");
    assertThat(refused.refused()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "memory, It needs more memory than a file may take.",
    "crash, The process that reads it ended without an answer (exit code 134).",
    "deep, It is nested too deeply to be read.",
    "large, What is in it is larger than 64 MB."
  })
  void aLostProcessIsReplaced(String task, String sentence) throws ChildException {
    assertThat(failure(task)).hasMessage(sentence);
    assertThat(said("echo")).isEqualTo("file");
  }

  @Test
  void aFileThatTakesTooLongIsStoppedAndTheNextIsRead() throws ChildException {
    Children hasty = new Children(Duration.ofSeconds(3), HostileTasks.class.getName());
    ChildException late =
        catchThrowableOfType(ChildException.class, () -> hasty.read("loop", "file".getBytes()));
    assertThat(late).hasMessage("Reading it took more than 3 seconds, so it was stopped.");
    assertThat(late.refused()).isFalse();
    assertThat(CHILDREN.read("echo", new byte[5_000_000])).hasSize(5_000_000);
  }

  @Test
  void itSeesNothingOfOurEnvironment() throws ChildException {
    assertThat(said("environment")).doesNotContain("HOME", "QUAYSIDE").contains("PATH");
  }

  @Test
  void whatALibraryPrintsDisturbsNoAnswer() throws ChildException {
    assertThat(said("print")).isEqualTo("quiet");
  }

  private static String said(String task) throws ChildException {
    return new String(CHILDREN.read(task, "file".getBytes()));
  }

  private static ChildException failure(String task) {
    return catchThrowableOfType(ChildException.class, () -> CHILDREN.read(task, "file".getBytes()));
  }
}
