package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.mapping.ConfigFiles;

/** Says in plain words what is right and wrong. */
final class Validate extends FileCommand {
  Validate(Terminal terminal, ConfigFiles files) {
    super(terminal, files);
  }

  @Override
  FileReport handle(String name, EdiFile file) {
    return new FileReport(name, Outcome.of(file), file.interchanges(), Remark.of(file));
  }

  @Override
  void report(FileReport report) {
    PlainReport.whole(report).forEach(line -> terminal.out(Words.harmless(line)));
  }

  @Override
  void report(String json) {
    terminal.out(json);
  }
}
