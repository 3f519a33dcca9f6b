package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.Severities;
import io.quayside.intake.Format;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** A command over files, one after the other; its exit code is that of the worst. */
abstract class FileCommand {
  static final Set<Format> EDI = Set.of(Format.X12, Format.EDIFACT);

  final Terminal terminal;
  final ConfigFiles files;
  private final EdiReader reader;

  FileCommand(Terminal terminal, ConfigFiles files) {
    this.terminal = terminal;
    this.files = files;
    this.reader =
        new EdiReader(new EdiSchemas(path -> files.open("mappings/" + path).orElse(null)));
  }

  /** Reads a file of any length: the segments of its sets are not kept. */
  EdiFile read(EdiReader reader, InputStream in) throws IOException {
    return reader.read(in, severities(), set -> {});
  }

  /** How heavy errors weigh. */
  Severities severities() {
    return Severities.usual();
  }

  /** The formats that the command takes. */
  Set<Format> taken() {
    return EDI;
  }

  /** Does its work with a file that is no EDI, where the command takes such. */
  FileReport handle(String name, Format format, byte[] bytes) throws UnreadableException {
    throw new IllegalStateException("The command takes no " + format);
  }

  /** Does its work with a file that was read; what it returns is reported. */
  abstract FileReport handle(String name, EdiFile file) throws UnreadableException;

  /** Tells a person. */
  abstract void report(FileReport report);

  /** Tells a program. */
  abstract void report(String json);

  /**
   * Takes the files one by one.
   *
   * @param json findings for programs
   */
  final Outcome run(List<String> names, boolean json) {
    Sources sources = new Sources(terminal.in());
    Outcome worst = Outcome.ACCEPTED;
    for (String name : names) {
      FileReport report = one(name, sources);
      if (json) {
        report(JsonReport.line(report));
      } else {
        report(report);
      }
      terminal.flush();
      worst = worst.orWorse(report.outcome());
    }
    return worst;
  }

  private FileReport one(String name, Sources sources) {
    try (Sources.Opened file = sources.open(name, taken())) {
      return EDI.contains(file.format())
          ? handle(name, read(reader, file.in()))
          : handle(name, file.format(), file.in().readAllBytes());
    } catch (IOException e) {
      return FileReport.unreadable(name, Sources.failed(e));
    } catch (UnreadableException e) {
      return FileReport.unreadable(name, e);
    } catch (OutOfMemoryError e) {
      return FileReport.unreadable(
          name,
          new UnreadableException(
              "It does not fit into %d MB of memory."
                  .formatted(Runtime.getRuntime().maxMemory() >> 20),
              "Give Java more, for example -Xmx4g, or split the file after an IEA or UNZ."));
    }
  }
}
