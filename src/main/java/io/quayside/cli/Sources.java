package io.quayside.cli;

import io.quayside.intake.Format;
import io.quayside.intake.Recognition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** Files by name, {@code -} for standard input. */
final class Sources {
  static final String STDIN = "-";
  private static final int HEAD = 1 << 16;
  private static final long MOST = Integer.MAX_VALUE - 8L;

  private final InputStream stdin;
  private boolean stdinRead;

  Sources(InputStream stdin) {
    this.stdin = stdin;
  }

  /** How a file is called in messages. */
  static String label(String name) {
    return name.equals(STDIN) ? "standard input" : name;
  }

  /** A file of a format that is taken, from its first byte. */
  record Opened(Format format, InputStream in) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** A file of a format that is taken; anything else is said to be what it is. */
  Opened open(String name, Set<Format> taken) throws UnreadableException {
    InputStream in = name.equals(STDIN) ? stdin() : file(name);
    try {
      byte[] head = in.readNBytes(HEAD);
      Format format = check(head, taken);
      return new Opened(format, new SequenceInputStream(new ByteArrayInputStream(head), in));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Format check(byte[] head, Set<Format> taken) throws UnreadableException {
    Recognition.Recognised seen = Recognition.of(head);
    if (seen.format() == Format.EMPTY) {
      throw new UnreadableException(
          head.length == 0 ? "The file is empty." : "The file has only blanks.",
          "Ask the sender for it again.");
    }
    if (seen.format() == Format.UNKNOWN) {
      throw new UnreadableException(
          "This is " + seen.format().description() + ".",
          "An X12 file begins with ISA, an EDIFACT file with UNA or UNB.");
    }
    if (!taken.contains(seen.format())) {
      String document = seen.document().isEmpty() ? "" : ", document " + seen.document();
      String sender = seen.sender().isEmpty() ? "" : ", from " + seen.sender();
      throw new UnreadableException(
          "This is %s%s%s, which is not read here."
              .formatted(seen.format().description(), document, sender),
          "Ask for it as X12 or EDIFACT.");
    }
    return seen.format();
  }

  private InputStream stdin() throws UnreadableException {
    if (stdinRead) {
      throw new UnreadableException("It was read already.", "Name - only once.");
    }
    stdinRead = true;
    return stdin;
  }

  private static InputStream file(String name) throws UnreadableException {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new UnreadableException("This is a folder.", "Name the files in it.");
      }
      if (Files.notExists(path)) {
        throw new UnreadableException(
            "There is no such file in " + Path.of("").toAbsolutePath() + ".", "Mend the name.");
      }
      if (Files.size(path) > MOST) {
        throw new UnreadableException("It is larger than 2 GB.", "Split it after an IEA or UNZ.");
      }
      return Files.newInputStream(path);
    } catch (InvalidPathException e) {
      throw new UnreadableException("This is no file name.", "Mend the name.");
    } catch (AccessDeniedException e) {
      throw new UnreadableException("You may not read it.", "Have its permissions changed.");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static UnreadableException failed(IOException e) {
    return new UnreadableException(
        "Reading failed: " + e.getMessage() + ".", "Try again, or copy it to a local disk.");
  }
}
