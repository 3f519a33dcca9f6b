package io.quayside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quayside.intake.Format;
import io.quayside.intake.PaperFiles;
import io.quayside.intake.Recognition;
import io.quayside.intake.extract.PaperKind;
import io.quayside.intake.extract.Papers;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappedOrder;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import io.quayside.mapping.tree.OrderFiles;
import io.quayside.mapping.tree.OrderFiles.Found;
import io.quayside.mapping.tree.OrderFiles.FoundOrder;
import io.quayside.mapping.tree.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates the orders of a file that is no EDI. */
final class OrdersOfFile {
  private final Terminal terminal;
  private final ConfigFiles files;
  private final OrderFiles reader;
  private final OrderMapping mapping;
  private final OrderSchema schema;
  private final boolean evidence;

  OrdersOfFile(
      Terminal terminal,
      ConfigFiles files,
      OrderMapping mapping,
      OrderSchema schema,
      boolean evidence) {
    this.terminal = terminal;
    this.files = files;
    this.reader = new OrderFiles(files);
    this.mapping = mapping;
    this.schema = schema;
    this.evidence = evidence;
  }

  FileReport translate(String name, Format format, byte[] bytes) throws UnreadableException {
    Optional<Found> laidOut = laidOut(format, bytes);
    Optional<PaperKind> paper = PaperFiles.kind(Recognition.of(bytes));
    if (laidOut.isEmpty() && paper.isPresent()) {
      return new OrderOfPaper(terminal, files, schema, evidence)
          .translate(name, paper.get(), bytes);
    }
    Found found;
    try {
      found = laidOut.isPresent() ? laidOut.get() : read(format, bytes);
    } catch (UnreadableDocumentException e) {
      throw new UnreadableException(e.getMessage(), "");
    }
    if (found.orders().isEmpty() && format == Format.CSV) {
      return new OrderOfPaper(terminal, files, schema, evidence)
          .translate(name, PaperKind.TEXT, bytes);
    }
    if (found.orders().isEmpty()) {
      throw new UnreadableException(found.why(), "");
    }
    List<Remark> remarks = new ArrayList<>();
    Outcome outcome = Outcome.ACCEPTED;
    try {
      for (FoundOrder order : found.orders()) {
        outcome = outcome.orWorse(one(order, remarks));
      }
    } catch (MappingException e) {
      throw new UnreadableException("It cannot be translated: " + e.getMessage(), "");
    }
    return new FileReport(name, outcome, List.of(), remarks);
  }

  private Optional<Found> laidOut(Format format, byte[] bytes) throws UnreadableException {
    try {
      return switch (format) {
        case TEXT, CSV -> reader.fixedWidth(bytes);
        case OFFICE, OLD_OFFICE -> reader.workbook(new Papers(files).sheets(bytes));
        default -> Optional.empty();
      };
    } catch (UnreadableDocumentException e) {
      throw new UnreadableException(e.getMessage(), "");
    }
  }

  private Found read(Format format, byte[] bytes) throws UnreadableDocumentException {
    return switch (format) {
      case XML -> reader.xml(bytes);
      case JSON -> reader.json(bytes);
      case IDOC -> reader.idoc(bytes);
      default -> reader.csv(bytes);
    };
  }

  private Outcome one(FoundOrder order, List<Remark> remarks) {
    Remark.Scope scope = new Remark.Scope("", "", order.type(), order.reference());
    MappedOrder mapped = mapped(order);
    mapped.findings().forEach(problem -> remarks.add(Remark.of(scope, problem)));
    for (String unused : mapped.unused()) {
      String why = unused + ": no rule of the mapping takes it, so the order does not have it.";
      remarks.add(Remark.said(scope, "order", "note", why, ""));
    }
    List<String> violations = schema.check(mapped.order());
    if (!violations.isEmpty()) {
      violations.forEach(why -> remarks.add(Remark.said(scope, "order", "fatal", why, "")));
      String why = "It does not make a canonical order, so none was written.";
      remarks.add(Remark.said(scope, "order", "fatal", why, ""));
      return Outcome.REJECTED;
    }
    String text = mapped.order().toString();
    terminal.out(
        out -> {
          out.write(text.substring(0, text.length() - 1).getBytes(UTF_8));
          OrderLine.end(evidence ? mapped.evidence() : null, out);
        });
    return mapped.findings().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_ERRORS;
  }

  private MappedOrder mapped(FoundOrder order) {
    if (order.canonical() != null) {
      return new MappedOrder(order.canonical(), List.of(), List.of(), Map.of());
    }
    return evidence
        ? mapping.mapWithEvidence(order.source(), order.mapping(), null)
        : mapping.map(order.source(), order.mapping(), null);
  }
}
