package io.quayside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** The three streams of a command: data in, data out, words about it. Text is UTF-8. */
final class Terminal {
  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;

  Terminal(InputStream in, OutputStream out, OutputStream err) {
    this.in = in;
    this.out = new BufferedOutputStream(out);
    this.err = new PrintStream(err, true, UTF_8);
  }

  /** Standard output takes nothing more. */
  static final class ClosedException extends RuntimeException {
    private ClosedException(IOException cause) {
      super("The output could not be written to its end: " + cause.getMessage() + ".", cause);
    }
  }

  InputStream in() {
    return in;
  }

  PrintStream err() {
    return err;
  }

  /**
   * One line of output.
   *
   * @throws ClosedException when nobody reads it any more, or the disk is full
   */
  void out(String line) {
    out((line + "\n").getBytes(UTF_8));
  }

  void out(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new ClosedException(e);
    }
  }

  /** Writes to standard output. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  void out(Writing writing) {
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new ClosedException(e);
    }
  }

  /** One line beside the output. */
  void err(String line) {
    err.print(line + "\n");
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new ClosedException(e);
    }
    err.flush();
  }
}
