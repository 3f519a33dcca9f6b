package io.quayside.cli;

import io.quayside.edi.Interchange;
import java.util.List;

/**
 * What is said about one file.
 *
 * @param file as it was named
 * @param interchanges as read; empty when nothing could be
 */
record FileReport(
    String file, Outcome outcome, List<Interchange> interchanges, List<Remark> remarks) {

  static FileReport unreadable(String file, UnreadableException e) {
    Remark remark = Remark.said(Remark.Scope.FILE, "file", "fatal", e.reason(), e.remedy());
    return new FileReport(file, Outcome.UNREADABLE, List.of(), List.of(remark));
  }
}
