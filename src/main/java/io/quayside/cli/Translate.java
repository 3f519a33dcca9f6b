package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.DocumentSource;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints canonical orders, one JSON object a line. */
final class Translate extends DataCommand {
  private final boolean evidence;
  private OrderSchema schema;
  private OrderMapping mapping;

  /**
   * @param evidence with each order, where its values stand
   */
  Translate(Terminal terminal, ConfigFiles files, boolean evidence) {
    super(terminal, files);
    this.evidence = evidence;
  }

  /** Whole: a set is an order only when the envelope around it is right. */
  @Override
  EdiFile read(EdiReader reader, InputStream in) throws IOException {
    return reader.read(in.readAllBytes());
  }

  @Override
  FileReport handle(String name, EdiFile file) throws UnreadableException {
    List<Remark> remarks = new ArrayList<>(Remark.of(file));
    Outcome outcome = Outcome.of(file);
    try {
      for (Interchange interchange : file.interchanges()) {
        for (FunctionalGroup group : interchange.groups()) {
          for (TransactionSet set : group.sets()) {
            outcome = outcome.orWorse(one(interchange, group, set, remarks));
          }
        }
      }
    } catch (MappingException e) {
      throw new UnreadableException("It cannot be translated: " + e.getMessage(), "");
    }
    return new FileReport(name, outcome, file.interchanges(), remarks);
  }

  private Outcome one(
      Interchange interchange, FunctionalGroup group, TransactionSet set, List<Remark> remarks) {
    Remark.Scope scope = Remark.Scope.of(interchange, group, set);
    Optional<String> base = OrderMapping.base(files, set.type());
    if (base.isEmpty()) {
      String why = "No mapping makes an order of it.";
      remarks.add(Remark.said(scope, "set", "note", why, ""));
      return Outcome.ACCEPTED;
    }
    if (!set.accepted()) {
      String why = "It is rejected, so no order was written.";
      remarks.add(Remark.said(scope, "set", "note", why, "Validate says what must be mended."));
      return Outcome.REJECTED;
    }
    OrderLine line = new OrderLine();
    List<String> violations = new ArrayList<>();
    MappedOrder mapped =
        mapping()
            .mapLines(
                DocumentSource.of(set),
                base.get(),
                null,
                evidence,
                each -> {
                  if (line.count() > 0) {
                    violations.addAll(schema.checkLine(line.count(), each));
                  }
                  line.add(each);
                })
            .withEnvelope(
                set.version(),
                interchange.controlNumber(),
                group.isImplied() ? null : group.controlNumber(),
                interchange.test());
    violations.addAll(0, schema.checkHead(mapped.order(), line.first()));
    mapped.findings().forEach(problem -> remarks.add(Remark.of(scope, problem)));
    for (String unused : mapped.unused()) {
      String why = unused + ": no rule of the mapping takes it, so the order does not have it.";
      remarks.add(Remark.said(scope, "order", "note", why, ""));
    }
    if (!violations.isEmpty()) {
      violations.forEach(
          violation -> remarks.add(Remark.said(scope, "order", "fatal", violation, "")));
      String why = "It does not make a canonical order, so none was written.";
      remarks.add(Remark.said(scope, "order", "fatal", why, ""));
      return Outcome.REJECTED;
    }
    terminal.out(out -> line.write(mapped.order(), evidence ? mapped.evidence() : null, out));
    return mapped.findings().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_ERRORS;
  }

  /** Made when the first document comes. */
  private OrderMapping mapping() {
    if (mapping == null) {
      schema = new OrderSchema(files);
      mapping = new OrderMapping(files, schema);
    }
    return mapping;
  }
}
