package io.quayside.intake.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Reads words out of a picture with Tesseract, a program of the machine (Debian: {@code
 * tesseract-ocr}). It sees only PNG that we made ourselves, and ends after its time.
 */
final class Tesseract {

  private static final int MOST_OUTPUT = 16 * 1024 * 1024;
  private static final List<String> LANGUAGES = List.of("eng", "deu", "fra", "spa");
  private static final ExecutorService WRITERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tesseract-input");
            thread.setDaemon(true);
            return thread;
          });

  private final Path program;
  private final Duration longest;
  private final String languages;

  Tesseract(Path program, Duration longest) {
    this.program = program;
    this.longest = longest;
    this.languages = languages();
  }

  /** The one on the machine's path; empty when it is not installed. */
  static Optional<Tesseract> installed(Duration longest) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "tesseract"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Tesseract(program, longest));
  }

  /**
   * The words of a page, by {@code tesseract stdin stdout tsv}.
   *
   * @throws IOException when the program fails or takes too long
   */
  String tsv(byte[] png) throws IOException {
    return run(List.of("stdin", "stdout", "-l", languages, "--psm", "6", "tsv"), png);
  }

  /** Those of ours whose letters are installed too. */
  private String languages() {
    try {
      List<String> known = run(List.of("--list-langs"), new byte[0]).lines().toList();
      List<String> ours = LANGUAGES.stream().filter(known::contains).toList();
      return ours.isEmpty() ? "eng" : String.join("+", ours);
    } catch (IOException e) {
      return "eng";
    }
  }

  private String run(List<String> arguments, byte[] input) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(java.util.Set.of("PATH", "LANG", "TESSDATA_PREFIX"));
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      WRITERS.execute(() -> write(process, input));
      WRITERS.execute(() -> endLate(process));
      byte[] answer = process.getInputStream().readNBytes(MOST_OUTPUT);
      if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("Tesseract ended without an answer");
      }
      return new String(answer, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a picture was read", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void write(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private void endLate(Process process) {
    try {
      process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
