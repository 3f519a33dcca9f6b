package io.quayside;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Set;

/**
 * Starts the hub ({@code serve}, the default) or one of its commands. Knows neither Spring nor the
 * commands' classes at compile time, so that a command starts fast.
 */
public final class Launcher {

  private static final int USAGE = 64;
  private static final String HUB = "io.quayside.QuaysideApplication";
  private static final String COMMANDS = "io.quayside.cli.Commands";
  private static final String READING = "io.quayside.intake.ReadingProcess";

  /** Not for people: the hub starts itself a second time to read files under limits. */
  private static final String READ_FILES = "read-files";

  private static final Set<String> COMMAND_NAMES = Set.of("validate", "translate", "ack");

  private static final String HELP =
      """
      Usage: quayside [serve] [--NAME=VALUE ...]   starts the hub, by default on port 8080
             quayside validate [--json] FILE...    says in plain words what is right and wrong
             quayside translate [--json] FILE...   prints canonical orders
             quayside ack [--json] FILE...         prints the TA1 and 997 that the hub would answer

      Settings are quayside.* names, for example --quayside.home=/srv/quayside, or QUAYSIDE_HOME
      in the environment. A command with --help says more.""";

  private Launcher() {}

  /** Dispatches {@code serve} and the command line tools. */
  public static void main(String[] args) throws Throwable {
    harden();
    if (args.length == 1 && args[0].matches("--help|-h|help")) {
      System.out.println(HELP);
      return;
    }
    boolean options = args.length == 0 || args[0].startsWith("--");
    String command = options ? "serve" : args[0];
    if (command.equals("serve")) {
      call(HUB, options ? args : Arrays.copyOfRange(args, 1, args.length));
    } else if (command.equals(READ_FILES)) {
      call(READING, args);
    } else if (COMMAND_NAMES.contains(command)) {
      call(COMMANDS, args);
    } else {
      System.err.println(
          "Unknown command \""
              + command
              + "\". Use serve (the default), validate, translate or ack; options start with --.");
      System.exit(USAGE);
    }
  }

  /** No Java objects from outside, no entities and no foreign schemas in XML. */
  static void harden() {
    setUnlessSet("jdk.serialFilter", "!*");
    setUnlessSet("jdk.xml.entityExpansionLimit", "1");
    setUnlessSet("javax.xml.accessExternalDTD", "");
    setUnlessSet("javax.xml.accessExternalSchema", "");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static void call(String mainClass, String[] args) throws Throwable {
    try {
      Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
