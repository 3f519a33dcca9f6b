package io.quayside.cli;

import io.quayside.mapping.ConfigFiles;

/** A command with data on standard output; what is said about it goes beside it. */
abstract class DataCommand extends FileCommand {
  DataCommand(Terminal terminal, ConfigFiles files) {
    super(terminal, files);
  }

  @Override
  final void report(FileReport report) {
    PlainReport.remarksOnly(report).forEach(line -> terminal.err(Words.harmless(line)));
  }

  @Override
  final void report(String json) {
    terminal.err(json);
  }
}
