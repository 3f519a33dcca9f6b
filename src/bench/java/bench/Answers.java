package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came out, compared with what went in: none lost, none doubled, every number right. */
final class Answers {

  private static final List<String> TYPES = List.of("997", "855", "856", "810");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> controlNumbers = new HashSet<>();

  /** Order number to document type to when its file was written (ms). */
  private final Map<Integer, Map<String, Long>> written = new TreeMap<>();

  /** Reads every file of the folder. */
  static Answers read(Path folder) throws IOException {
    Answers answers = new Answers();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Answers::whole).toList()) {
        answers.add(file);
      }
    }
    return answers;
  }

  static boolean whole(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  private void add(Path file) throws IOException {
    try {
      Interchange answer = Interchange.read(Files.readString(file, StandardCharsets.ISO_8859_1));
      long at = Files.getLastModifiedTime(file).toMillis();
      String fault = answer.envelopeFault();
      if (!fault.isEmpty()) {
        faults.add(file.getFileName() + ": " + fault);
      }
      if (!controlNumbers.add(answer.value("ISA", 13))) {
        faults.add(file.getFileName() + ": ISA13 " + answer.value("ISA", 13) + " twice");
      }
      String type = answer.value("ST", 1);
      int number = number(answer, type);
      if (written.computeIfAbsent(number, n -> new TreeMap<>()).put(type, at) != null) {
        faults.add(file.getFileName() + ": a second " + type + " for order " + number);
      }
      Content.faults(answer, type, number)
          .forEach(one -> faults.add(file.getFileName() + ": " + one));
    } catch (RuntimeException e) {
      faults.add(file.getFileName() + ": " + e);
    }
  }

  private static int number(Interchange answer, String type) {
    String value =
        switch (type) {
          case "997" -> answer.value("AK1", 2);
          case "855" -> answer.value("BAK", 3);
          case "856" -> answer.value("PRF", 1);
          case "810" -> answer.value("BIG", 4);
          default -> throw new IllegalArgumentException("an unexpected " + type);
        };
    return Integer.parseInt(value.replaceFirst("^PO-", ""));
  }

  /** Everything that is wrong, with the orders that lack an answer. */
  List<String> faults(int from, int to) {
    List<String> all = new ArrayList<>(faults);
    for (int number = from; number <= to; number++) {
      Set<String> there = written.getOrDefault(number, Map.of()).keySet();
      for (String type : TYPES) {
        if (!there.contains(type)) {
          all.add("order " + number + " has no " + type);
        }
      }
    }
    return all;
  }

  /** When the last of an order's four answers was written (ms). */
  long last(int number) {
    return written.get(number).values().stream().mapToLong(Long::longValue).max().orElseThrow();
  }
}
