package io.quayside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.intake.extract.Confidence;
import io.quayside.intake.extract.Extraction;
import io.quayside.intake.extract.Knowledge;
import io.quayside.intake.extract.PaperKind;
import io.quayside.intake.extract.Papers;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.OrderSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Translates a document for people: the order in it, and how sure each value is. */
final class OrderOfPaper {
  private final Terminal terminal;
  private final Papers papers;
  private final OrderSchema schema;
  private final boolean evidence;

  OrderOfPaper(Terminal terminal, ConfigFiles files, OrderSchema schema, boolean evidence) {
    this.terminal = terminal;
    this.papers = new Papers(files);
    this.schema = schema;
    this.evidence = evidence;
  }

  FileReport translate(String name, PaperKind kind, byte[] bytes) throws UnreadableException {
    Extraction read = papers.extract(kind, bytes, Knowledge.NONE);
    if (read.trouble() != null) {
      throw new UnreadableException(read.trouble(), "");
    }
    if (!read.found()) {
      throw new UnreadableException(
          "No order was found in it.", "Ask the sender, or enter the order by hand.");
    }
    Remark.Scope scope =
        new Remark.Scope("", "", "order", read.mapped().order().path("poNumber").asText(""));
    List<Remark> remarks = new ArrayList<>();
    read.mapped().findings().forEach(problem -> remarks.add(Remark.of(scope, problem)));
    List<String> violations = schema.check(read.mapped().order());
    violations.forEach(why -> remarks.add(Remark.said(scope, "order", "fatal", why, "")));
    if (!violations.isEmpty()) {
      String why = "It does not make a whole order, so none was written.";
      remarks.add(Remark.said(scope, "order", "fatal", why, ""));
      return new FileReport(name, Outcome.REJECTED, List.of(), remarks);
    }
    write(read);
    Outcome outcome =
        read.mapped().findings().isEmpty() ? Outcome.ACCEPTED : Outcome.ACCEPTED_WITH_ERRORS;
    return new FileReport(name, outcome, List.of(), remarks);
  }

  private void write(Extraction read) {
    ObjectNode order = read.mapped().order().deepCopy();
    if (evidence) {
      order.set("confidence", confidence(read.confidence()));
    }
    String text = order.toString();
    terminal.out(
        out -> {
          out.write(text.substring(0, text.length() - 1).getBytes(UTF_8));
          OrderLine.end(evidence ? read.mapped().evidence() : null, out);
        });
  }

  private static ObjectNode confidence(Map<String, Confidence> all) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode node = json.createObjectNode();
    new TreeMap<>(all)
        .forEach(
            (pointer, sure) -> {
              ObjectNode one = node.putObject(pointer);
              try {
                one.set("value", json.readTree(sure.words()));
              } catch (JsonProcessingException ours) {
                throw new IllegalStateException("a confidence is a number", ours);
              }
              sure.checks().forEach(one.withArray("checks")::add);
            });
    return node;
  }
}
