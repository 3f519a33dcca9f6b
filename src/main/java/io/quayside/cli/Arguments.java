package io.quayside.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A command line, taken apart. By hand, because a library for it takes half of the time in which
 * {@code validate} of a small file is done.
 *
 * @param command validate, translate or ack
 * @param at null when not given
 * @param control the first control number
 * @param partner a partner file, null when not given
 */
record Arguments(
    String command,
    List<String> files,
    boolean json,
    boolean evidence,
    boolean help,
    OffsetDateTime at,
    long control,
    String partner) {

  private static final List<String> COMMANDS = List.of("validate", "translate", "ack");

  /** Options before, between or behind the files; behind {@code --} all are files. */
  static Arguments parse(List<String> words) throws UsageException {
    String command = words.isEmpty() ? "" : words.get(0);
    if (!COMMANDS.contains(command)) {
      throw new UsageException(
          "Unknown command `" + command + "`. Use validate, translate or ack.");
    }
    List<String> files = new ArrayList<>();
    boolean json = false;
    boolean evidence = false;
    boolean help = false;
    OffsetDateTime at = null;
    long control = 1;
    String partner = null;
    Iterator<String> rest = words.subList(1, words.size()).iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("--")) {
        rest.forEachRemaining(files::add);
      } else if (word.equals("--json")) {
        json = true;
      } else if (command.equals("translate") && word.equals("--evidence")) {
        evidence = true;
      } else if (word.equals("--help") || word.equals("-h")) {
        help = true;
      } else if (command.equals("ack") && isOption("--at", word)) {
        at = instant(value("--at", word, rest));
      } else if (command.equals("ack") && isOption("--control", word)) {
        control = number(value("--control", word, rest));
      } else if (command.equals("ack") && isOption("--partner", word)) {
        partner = value("--partner", word, rest);
      } else if (word.startsWith("-") && !word.equals(Sources.STDIN)) {
        throw new UsageException("`" + word + "` is no option of " + command + ".");
      } else {
        files.add(word);
      }
    }
    if (files.isEmpty() && !help) {
      throw new UsageException("No file is named; - is standard input.");
    }
    return new Arguments(command, List.copyOf(files), json, evidence, help, at, control, partner);
  }

  private static boolean isOption(String option, String word) {
    return word.equals(option) || word.startsWith(option + "=");
  }

  /** Behind the equals sign, or the next word. */
  private static String value(String option, String word, Iterator<String> rest)
      throws UsageException {
    if (word.length() > option.length()) {
      return word.substring(option.length() + 1);
    }
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value.");
    }
    return rest.next();
  }

  private static OffsetDateTime instant(String text) throws UsageException {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--at `" + text + "` is no instant. Give it as 2026-11-21T10:00:00Z.");
    }
  }

  private static long number(String text) throws UsageException {
    if (text.matches("0*[1-9][0-9]{0,8}")) {
      return Long.parseLong(text);
    }
    throw new UsageException(
        "--control `%s`: a control number is 1 to %d.".formatted(text, Answers.NUMBERS));
  }
}
