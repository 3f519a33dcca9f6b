package io.quayside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/** One run of a command: exit code, standard output, standard error. */
record CommandLineRun(int code, String out, String err) {

  static CommandLineRun of(String... args) {
    return of(Map.of(), new byte[0], args);
  }

  static CommandLineRun of(Map<String, String> environment, byte[] stdin, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new ByteArrayInputStream(stdin), out, err);
    int code = Commands.run(args, terminal, environment);
    return new CommandLineRun(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
