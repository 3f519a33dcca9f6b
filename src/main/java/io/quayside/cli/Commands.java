package io.quayside.cli;

import io.quayside.mapping.ConfigFiles;
import io.quayside.partner.PartnerFile;
import io.quayside.partner.PartnerFileException;
import io.quayside.partner.TradingPartner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code validate}, {@code translate} and {@code ack} from the command line.
 *
 * <p>Exit codes: 0 accepted, 1 accepted with errors noted, 2 rejected, 3 not readable, the worst of
 * several files; 64 for a wrong command line, 70 for a defect of this program.
 */
public final class Commands {
  /** Without it Smooks would load a logging system, and that takes a third of a second. */
  private static final String LOGGING = "slf4j.provider";

  private static final String LOGGING_TALK = "slf4j.internal.verbosity";

  private static final int USAGE = 64;
  private static final int DEFECT = 70;

  private Commands() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command's name, then its arguments
   */
  public static void main(String[] args) {
    Terminal terminal =
        new Terminal(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    System.setOut(System.err);
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "org.slf4j.helpers.NOP_FallbackServiceProvider");
      System.setProperty(LOGGING_TALK, "WARN");
    }
    System.exit(run(args, terminal, System.getenv()));
  }

  /** Runs a command; standard output carries nothing but what the command is for. */
  static int run(String[] args, Terminal terminal, Map<String, String> environment) {
    try {
      int code = run(Arguments.parse(List.of(args)), terminal, environment);
      terminal.flush();
      return code;
    } catch (UsageException e) {
      terminal.err(Words.harmless(e.getMessage()) + "\n" + Usage.TEXT);
      return USAGE;
    } catch (Terminal.ClosedException e) {
      terminal.err(e.getMessage());
      return Outcome.UNREADABLE.exitCode();
    } catch (RuntimeException e) {
      terminal.err("This is a defect of the program, not of the file. Please report it:");
      e.printStackTrace(terminal.err());
      return DEFECT;
    }
  }

  private static int run(Arguments arguments, Terminal terminal, Map<String, String> environment)
      throws UsageException {
    if (arguments.help()) {
      terminal.out(Usage.TEXT);
      return 0;
    }
    ConfigFiles files = files(setting("quayside.config", environment));
    FileCommand command =
        switch (arguments.command()) {
          case "validate" -> new Validate(terminal, files);
          case "translate" -> new Translate(terminal, files, arguments.evidence());
          default -> ack(arguments, terminal, files, zone(setting("quayside.zone", environment)));
        };
    return command.run(arguments.files(), arguments.json()).exitCode();
  }

  private static Ack ack(Arguments arguments, Terminal terminal, ConfigFiles files, ZoneId zone)
      throws UsageException {
    if (arguments.partner() == null) {
      return new Ack(terminal, files, AckTerms.USUAL, arguments.at(), arguments.control(), zone);
    }
    ZoneId ours = arguments.at() == null ? ZoneId.systemDefault() : arguments.at().getOffset();
    TradingPartner partner = partner(arguments.partner(), zone == null ? ours : zone);
    return new Ack(
        terminal,
        files,
        new AckTerms(partner),
        arguments.at(),
        arguments.control(),
        partner.zone());
  }

  private static TradingPartner partner(String name, ZoneId zone) throws UsageException {
    Path file = Path.of(name);
    String id = file.getFileName().toString().replaceFirst("(\\.partner)?\\.ya?ml$", "");
    try {
      return PartnerFile.read(id, Files.readString(file), zone);
    } catch (IOException e) {
      throw new UsageException("--partner `" + name + "` cannot be read. Name a partner file.");
    } catch (PartnerFileException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static ConfigFiles files(String folder) throws UsageException {
    try {
      return new ConfigFiles(folder);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Null when none is set. */
  private static ZoneId zone(String name) throws UsageException {
    try {
      return name.isBlank() ? null : ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw new UsageException(
          "quayside.zone `" + name + "` is no time zone. Give its name, as America/Chicago.");
    }
  }

  /** A system property, or the environment variable that stands for it; "" when unset. */
  private static String setting(String name, Map<String, String> environment) {
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
    return System.getProperty(name, environment.getOrDefault(variable, ""));
  }
}
