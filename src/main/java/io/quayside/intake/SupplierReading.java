package io.quayside.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.document.Documents.Document;
import io.quayside.intake.supplier.SupplierDocument;
import io.quayside.mapping.DocumentMapping;
import io.quayside.mapping.DocumentSource;
import io.quayside.mapping.MappedDocument;
import io.quayside.mapping.MappingException;
import io.quayside.partner.TradingPartner;
import io.quayside.work.PermanentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a supplier's document by its mapping. */
@Component
class SupplierReading {

  /** The documents of suppliers, with the mapping that reads each. */
  private static final Map<String, String> MAPPINGS =
      Map.of(
          "855", "x12/855-to-supplier-status.xml",
          "865", "x12/865-to-supplier-status.xml",
          "856", "x12/856-to-supplier-status.xml",
          "810", "x12/810-to-supplier-status.xml",
          "ORDRSP", "edifact/ORDRSP-to-supplier-status.xml",
          "DESADV", "edifact/DESADV-to-supplier-status.xml",
          "INVOIC", "edifact/INVOIC-to-supplier-status.xml");

  private final ReadFiles files;
  private final DocumentMapping mapping;
  private final ObjectMapper json;

  SupplierReading(ReadFiles files, DocumentMapping mapping, ObjectMapper json) {
    this.files = files;
    this.mapping = mapping;
    this.json = json;
  }

  /** Whether a supplier speaks by this type of document. */
  static boolean hears(String type) {
    return MAPPINGS.containsKey(type);
  }

  /** What stands in a document, or why that cannot be told. */
  record Heard(SupplierDocument content, List<String> sentences, String kind, String fault) {}

  Heard read(Document document, TradingPartner partner) {
    MappedDocument mapped;
    try {
      mapped =
          mapping.map(
              DocumentSource.of(files.set(document, ReadFiles.agreed(Optional.of(partner)))),
              MAPPINGS.get(document.type()),
              partner.mappings().get(document.type()));
    } catch (MappingException e) {
      return new Heard(null, List.of(e.getMessage()), "mapping-failed", e.getMessage());
    }
    List<String> sentences = new ArrayList<>(mapped.violations());
    mapped.findings().forEach(one -> sentences.add(one.sentence()));
    mapped.unused().forEach(one -> sentences.add("Not used: " + one));
    if (!mapped.violations().isEmpty()) {
      return new Heard(null, sentences, "schema-invalid", String.join("\n", mapped.violations()));
    }
    try {
      return new Heard(
          json.treeToValue(mapped.content(), SupplierDocument.class), sentences, null, null);
    } catch (JsonProcessingException e) {
      throw new PermanentFailure(
          "What the supplier says fits its schema and not our record: " + e.getOriginalMessage(),
          e);
    }
  }
}
