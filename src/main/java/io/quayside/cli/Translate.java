package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.edi.EdiReader;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.Severities;
import io.quayside.edi.TransactionSet;
import io.quayside.intake.Format;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints canonical orders, one JSON object a line. */
final class Translate extends DataCommand {
  private final boolean evidence;
  private OrderSchema schema;
  private OrderMapping mapping;
  private Translation translation;

  /**
   * @param evidence with each order, where its values stand
   */
  Translate(Terminal terminal, ConfigFiles files, boolean evidence) {
    super(terminal, files);
    this.evidence = evidence;
  }

  @Override
  Set<Format> taken() {
    return Set.of(
        Format.X12,
        Format.EDIFACT,
        Format.XML,
        Format.JSON,
        Format.IDOC,
        Format.CSV,
        Format.PDF,
        Format.OFFICE,
        Format.OLD_OFFICE,
        Format.TEXT);
  }

  @Override
  FileReport handle(String name, Format format, byte[] bytes) throws UnreadableException {
    load();
    return new OrdersOfFile(terminal, files, mapping, schema, evidence)
        .translate(name, format, bytes);
  }

  private void load() {
    if (mapping == null) {
      schema = new OrderSchema(files);
      mapping = new OrderMapping(files, schema);
    }
  }

  @Override
  EdiFile read(EdiReader reader, InputStream in) throws IOException {
    load();
    translation = new Translation(files, mapping, schema, evidence);
    return reader.read(in, Severities.usual(), translation::add);
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
    Translation.Mapped mapped = translation.next();
    if (OrderMapping.base(files, set.type()).isEmpty()) {
      String why = "No mapping makes an order of it.";
      remarks.add(Remark.said(scope, "set", "note", why, ""));
      return Outcome.ACCEPTED;
    }
    if (!set.accepted()) {
      translation.skip(mapped);
      String why = "It is rejected, so no order was written.";
      remarks.add(Remark.said(scope, "set", "note", why, "Validate says what must be mended."));
      return Outcome.REJECTED;
    }
    Translation.Findings order = mapped.order();
    order.odd().forEach(problem -> remarks.add(Remark.of(scope, problem)));
    for (String unused : order.unused()) {
      String why = unused + ": no rule of the mapping takes it, so the order does not have it.";
      remarks.add(Remark.said(scope, "order", "note", why, ""));
    }
    if (!order.violations().isEmpty()) {
      order
          .violations()
          .forEach(violation -> remarks.add(Remark.said(scope, "order", "fatal", violation, "")));
      String why = "It does not make a canonical order, so none was written.";
      remarks.add(Remark.said(scope, "order", "fatal", why, ""));
      return Outcome.REJECTED;
    }
    terminal.out(out -> translation.write(mapped, interchange, group, set, out));
    return order.odd().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_ERRORS;
  }
}
