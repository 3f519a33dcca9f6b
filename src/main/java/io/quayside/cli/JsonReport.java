package io.quayside.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A report for programs: one JSON object a file, on one line. */
final class JsonReport {
  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  static String line(FileReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new JsonReport(json).write(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(FileReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", report.file());
    json.writeStringField("outcome", report.outcome().word());
    json.writeArrayFieldStart("interchanges");
    for (Interchange interchange : report.interchanges()) {
      interchange(interchange);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Remark remark : report.remarks()) {
      finding(remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void interchange(Interchange interchange) throws IOException {
    json.writeStartObject();
    json.writeStringField("controlNumber", interchange.controlNumber());
    json.writeStringField("sender", interchange.sender().id());
    json.writeStringField("senderQualifier", interchange.sender().qualifier());
    json.writeStringField("receiver", interchange.receiver().id());
    json.writeStringField("receiverQualifier", interchange.receiver().qualifier());
    json.writeBooleanField("test", interchange.test());
    json.writeStringField("verdict", Words.dashed(interchange.verdict().name()));
    json.writeArrayFieldStart("groups");
    for (FunctionalGroup group : interchange.groups()) {
      json.writeStartObject();
      json.writeStringField("functionalId", group.functionalId());
      json.writeStringField("controlNumber", group.controlNumber());
      json.writeStringField("version", group.version());
      json.writeStringField("verdict", Words.dashed(group.verdict().name()));
      json.writeArrayFieldStart("documents");
      for (TransactionSet set : group.sets()) {
        json.writeStartObject();
        json.writeStringField("type", set.type());
        json.writeStringField("controlNumber", set.controlNumber());
        json.writeStringField("verdict", Words.dashed(set.verdict().name()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(Remark remark) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", remark.severity());
    json.writeStringField("level", remark.level());
    given("code", remark.code());
    given("interchange", remark.scope().interchange());
    given("group", remark.scope().group());
    given("type", remark.scope().type());
    given("document", remark.scope().set());
    given("where", remark.where());
    if (remark.line() > 0) {
      json.writeNumberField("line", remark.line());
      json.writeNumberField("byte", remark.byteOffset());
    }
    given("value", remark.value());
    json.writeStringField("why", remark.why());
    given("remedy", remark.remedy());
    json.writeStringField("text", remark.text());
    json.writeEndObject();
  }

  private void given(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
