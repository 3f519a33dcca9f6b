package io.quayside.outbound;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.TransformerFactoryImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Others' opinion on a UBL document: OASIS' schema, and for one that keeps the rules of Peppol the
 * rules of OpenPeppol and of EN 16931 themselves, warnings too.
 */
final class PeppolRules {
  private static final String RULES = "external/schematron/openpeppol/2024.11/xslt/";
  private static final List<String> BILLING =
      List.of("CEN-EN16931-UBL.xslt", "PEPPOL-EN16931-UBL.xslt");
  private static final Map<String, List<String>> OF =
      Map.of(
          "OrderResponse",
          List.of("PEPPOLBIS-T76.xslt"),
          "DespatchAdvice",
          List.of("PEPPOLBIS-T16.xslt"),
          "Invoice",
          BILLING,
          "CreditNote",
          BILLING);

  /** What the schemas of UBL refer to, in the order in which each needs the ones before. */
  private static final List<String> MODULES =
      List.of(
          "CCTS_CCT_SchemaModule.xsd",
          "xmldsig-core-schema.xsd",
          "XAdES01903v132-201601.xsd",
          "XAdES01903v141-201601.xsd");

  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final Map<String, Templates> COMPILED = new ConcurrentHashMap<>();

  private PeppolRules() {}

  /** {@code PEPPOL-T76-R010 at /OrderResponse: …}; empty when nobody finds anything. */
  static List<String> faults(byte[] bytes) throws Exception {
    List<String> faults = new ArrayList<>();
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
    String type = document.getDocumentElement().getLocalName();
    try {
      SCHEMAS
          .computeIfAbsent(type, PeppolRules::schema)
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(bytes)));
    } catch (SAXException e) {
      faults.add("XSD: " + e.getMessage());
    }
    if (document.getElementsByTagNameNS("*", "CustomizationID").getLength() > 0) {
      for (String rules : OF.get(type)) {
        faults.addAll(broken(rules, bytes));
      }
    }
    return faults;
  }

  private static List<String> broken(String rules, byte[] bytes) throws Exception {
    DOMResult report = new DOMResult();
    COMPILED
        .computeIfAbsent(rules, PeppolRules::compile)
        .newTransformer()
        .transform(new StreamSource(new ByteArrayInputStream(bytes)), report);
    NodeList failed = ((Document) report.getNode()).getElementsByTagNameNS("*", "failed-assert");
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < failed.getLength(); i++) {
      Element one = (Element) failed.item(i);
      faults.add(
          "%s %s at %s: %s"
              .formatted(
                  one.getAttribute("id"),
                  one.getAttribute("flag"),
                  one.getAttribute("location").replaceAll("\\*:|\\[namespace-uri[^]]*]", ""),
                  one.getTextContent().strip()));
    }
    return faults;
  }

  private static Schema schema(String type) {
    try {
      List<Source> modules = new ArrayList<>();
      for (String module : MODULES) {
        modules.add(new StreamSource(resource("schemas/" + module).toExternalForm()));
      }
      String main = "external/schemas/ubl21/maindoc/UBL-%s-2.1.xsd".formatted(type);
      modules.add(new StreamSource(resource(main).toExternalForm()));
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "all");
      return factory.newSchema(modules.toArray(Source[]::new));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Templates compile(String rules) {
    try {
      return new TransformerFactoryImpl()
          .newTemplates(new StreamSource(resource(RULES + rules).toExternalForm()));
    } catch (Exception e) {
      throw new IllegalStateException(rules, e);
    }
  }

  private static URL resource(String path) {
    return Objects.requireNonNull(PeppolRules.class.getClassLoader().getResource(path), path);
  }
}
