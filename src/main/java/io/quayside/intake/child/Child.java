package io.quayside.intake.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One such process, seen from the hub. */
final class Child {

  static final int MOST_OUTPUT = 64 * 1024 * 1024;

  /** What a JVM that runs out of memory ends with, by {@code ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /** Nothing else of our environment, which holds secrets, is shown to it. */
  private static final Set<String> SHOWN = Set.of("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private final Process process;
  private final DataOutputStream in;
  private final DataInputStream out;
  private int files;
  private volatile boolean late;

  Child(String mainClass) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(mainClass)).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(SHOWN);
    process = builder.start();
    in = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    out = new DataInputStream(process.getInputStream());
  }

  /** Sends the file and waits for the answer; {@link EOFException} when it had gone before. */
  byte[] read(String task, byte[] file) throws IOException {
    boolean first = files++ == 0;
    try {
      in.writeUTF(task);
      in.writeInt(file.length);
      in.write(file);
      in.flush();
      return answer();
    } catch (IOException e) {
      if (e instanceof ChildException) {
        throw e;
      }
      int code = exitCode();
      if (!first && code == 0 && !late) {
        throw new EOFException("it ended while it had nothing to do");
      }
      throw ChildException.ended(
          code == OUT_OF_MEMORY
              ? "It needs more memory than a file may take."
              : "The process that reads it ended without an answer (exit code %d)."
                  .formatted(code));
    }
  }

  private byte[] answer() throws IOException {
    boolean good = out.readBoolean();
    int length = out.readInt();
    if (length < 0 || length > MOST_OUTPUT) {
      throw ChildException.ended(
          "What is in it is larger than %d MB.".formatted(MOST_OUTPUT >> 20));
    }
    byte[] bytes = out.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    if (!good) {
      throw ChildException.refused(new String(bytes, StandardCharsets.UTF_8));
    }
    return bytes;
  }

  private int exitCode() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  boolean usable() {
    return process.isAlive();
  }

  int files() {
    return files;
  }

  /** Its time is over. */
  void late() {
    late = true;
    process.destroyForcibly();
  }

  boolean isLate() {
    return late;
  }

  void end() {
    process.destroyForcibly();
  }

  /** The same program again: its jar, or its class path. */
  private static List<String> command(String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+ExitOnOutOfMemoryError"));
    String path = System.getProperty("java.class.path");
    boolean jar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
    command.addAll(jar ? List.of("-jar", path) : List.of("-cp", path, mainClass));
    command.add("read-files");
    return command;
  }
}
