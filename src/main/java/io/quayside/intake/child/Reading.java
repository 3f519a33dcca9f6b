package io.quayside.intake.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * The work of such a process: one file after the other from standard input, one answer each on
 * standard output. It ends by itself when the hub is gone, be it in the middle of a file, and when
 * nothing came for a minute.
 */
public final class Reading {

  private static final long IDLE_SECONDS = 60;

  /** Reads a file; an exception's message is the answer when it cannot. */
  public interface Task {
    byte[] read(byte[] file, String argument) throws Exception;
  }

  private record Asked(String task, byte[] file) {}

  private final Map<String, Task> tasks;
  private final SynchronousQueue<Asked> queue = new SynchronousQueue<>();
  private final DataOutputStream out =
      new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));

  private Reading(Map<String, Task> tasks) {
    this.tasks = tasks;
  }

  /** Serves until the end of the process. */
  public static void serve(Map<String, Task> tasks) {
    System.setOut(System.err);
    Reading reading = new Reading(tasks);
    Thread listener = new Thread(reading::listen, "listener");
    listener.setDaemon(true);
    listener.start();
    reading.work();
  }

  private void listen() {
    try (DataInputStream in = new DataInputStream(System.in)) {
      while (true) {
        String task = in.readUTF();
        byte[] file = new byte[in.readInt()];
        in.readFully(file);
        queue.put(new Asked(task, file));
      }
    } catch (IOException | InterruptedException hubIsGone) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void work() {
    try {
      Asked asked = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      while (asked != null) {
        answer(asked);
        asked = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      }
      Runtime.getRuntime().halt(0);
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private void answer(Asked asked) throws IOException {
    String[] words = asked.task().split(" ", 2);
    byte[] answer;
    boolean good = false;
    try {
      answer = tasks.get(words[0]).read(asked.file(), words.length > 1 ? words[1] : "");
      good = true;
    } catch (StackOverflowError e) {
      answer = bytes("It is nested too deeply to be read.");
    } catch (Exception e) {
      answer = bytes(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
    if (answer.length > Child.MOST_OUTPUT) {
      good = false;
      answer = bytes("What is in it is larger than %d MB.".formatted(Child.MOST_OUTPUT >> 20));
    }
    out.writeBoolean(good);
    out.writeInt(answer.length);
    out.write(answer);
    out.flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
