package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a file in a process of its own, with an end to its time and its memory. */
final class ChildReader {
  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String MEMORY = "-Xmx256m";
  private static final int MOST_OUTPUT = 64 * 1024 * 1024;

  private final Duration longest;

  ChildReader(Duration longest) {
    this.longest = longest;
  }

  Paper read(PaperKind kind, byte[] bytes) {
    try {
      byte[] answer = run(List.of(kind.name()), bytes);
      return answer.length == 0
          ? Paper.unreadable(kind.word(), "It needs more memory than a file may take.")
          : new ObjectMapper().readValue(answer, Paper.class);
    } catch (TimeoutException e) {
      return Paper.unreadable(
          kind.word(),
          "Reading it took more than %d seconds, so it was stopped."
              .formatted(longest.toSeconds()));
    } catch (IOException e) {
      return Paper.unreadable(
          kind.word(), "The process that reads it ended without an answer: " + e.getMessage());
    }
  }

  /** A page of a PDF as PNG; empty when it cannot be drawn. */
  byte[] picture(byte[] bytes, int page) {
    try {
      return run(List.of(PaperKind.PDF.name(), String.valueOf(page)), bytes);
    } catch (TimeoutException | IOException e) {
      return new byte[0];
    }
  }

  private byte[] run(List<String> arguments, byte[] bytes) throws IOException, TimeoutException {
    Process process =
        new ProcessBuilder(command(arguments))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      CompletableFuture.runAsync(() -> write(process, bytes));
      byte[] answer =
          CompletableFuture.supplyAsync(() -> answer(process))
              .get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return answer.length > MOST_OUTPUT ? new byte[0] : answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a file was read", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      process.destroyForcibly();
    }
  }

  private static void write(Process process, byte[] bytes) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(bytes);
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private static byte[] answer(Process process) {
    try (InputStream out = process.getInputStream()) {
      return out.readNBytes(MOST_OUTPUT + 1);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The same program again: its jar, or its class path. */
  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            MEMORY,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-XX:+ExitOnOutOfMemoryError"));
    String path = System.getProperty("java.class.path");
    boolean jar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
    if (jar) {
      command.addAll(List.of("-jar", path));
    } else {
      command.addAll(List.of("-cp", path, "io.quayside.Launcher"));
    }
    command.add("read-paper");
    command.addAll(arguments);
    return command;
  }
}
