package io.quayside.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An interchange with {@code *} and {@code ~}, split and no more: not read by the hub's reader. */
record Edi(String file, List<List<String>> segments) {

  static Edi read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return new Edi(
          file.getFileName().toString(),
          Arrays.stream(text.split("~\\s*"))
              .map(segment -> List.of(segment.split("\\*", -1)))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document type, for example {@code 855}. */
  String type() {
    return first("ST").get(1);
  }

  /** ISA13. */
  String controlNumber() {
    return first("ISA").get(13);
  }

  List<String> first(String tag) {
    return all(tag).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + tag + " in " + file + ": " + segments));
  }

  List<List<String>> all(String tag) {
    return segments.stream().filter(segment -> segment.get(0).equals(tag)).toList();
  }

  /** Segments with that tag, as text. */
  List<String> lines(String tag) {
    return all(tag).stream().map(segment -> String.join("*", segment)).toList();
  }

  /** The purchase order that an 855, 856 or 810 answers. */
  String po() {
    return switch (type()) {
      case "855" -> first("BAK").get(3);
      case "856" -> first("PRF").get(1);
      case "810" -> first("BIG").get(4);
      default -> throw new AssertionError("no PO in a " + type());
    };
  }
}
