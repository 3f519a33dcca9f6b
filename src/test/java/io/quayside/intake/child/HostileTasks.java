package io.quayside.intake.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reading process whose files do what hostile files make a parser do. */
public final class HostileTasks {
  private HostileTasks() {}

  public static void main(String[] args) {
    Reading.serve(
        Map.of(
            "process", (file, argument) -> text(ProcessHandle.current().pid()),
            "environment", (file, argument) -> text(System.getenv().keySet()),
            "echo", (file, argument) -> file,
            "refuse", (file, argument) -> refuse(),
            "memory", (file, argument) -> memory(),
            "loop", (file, argument) -> loop(),
            "deep", (file, argument) -> new byte[deep(1)],
            "crash", (file, argument) -> crash(),
            "print", (file, argument) -> print(),
            "large", (file, argument) -> new byte[Child.MOST_OUTPUT + 1]));
  }

  private static byte[] text(Object value) {
    return String.valueOf(value).getBytes();
  }

  private static byte[] refuse() {
    throw new IllegalArgumentException("It is damaged.");
  }

  private static byte[] memory() {
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(new byte[1 << 20]);
    }
  }

  private static byte[] loop() {
    int n = 0;
    while (true) {
      n++;
    }
  }

  private static int deep(int n) {
    return n + deep(n + 1);
  }

  private static byte[] crash() {
    Runtime.getRuntime().halt(134);
    return new byte[0];
  }

  private static byte[] print() {
    System.out.println("noise of a library");
    return text("quiet");
  }
}
