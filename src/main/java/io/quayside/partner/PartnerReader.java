package io.quayside.partner;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a partner file: typed, with its defaults, all faults at once. */
final class PartnerReader {

  private static final List<String> X12_REPLIES = List.of("997", "855", "856", "810");
  private static final List<String> EDIFACT_REPLIES =
      List.of("CONTRL", "ORDRSP", "DESADV", "INVOIC");
  private static final List<String> CXML_REPLIES =
      List.of("ConfirmationRequest", "ShipNoticeRequest", "InvoiceDetailRequest");
  private static final List<String> UBL_REPLIES =
      List.of("OrderResponse", "DespatchAdvice", "Invoice");
  private static final List<String> JSON_REPLIES =
      List.of("order-confirmed", "order-shipped", "order-invoiced");
  private static final Map<String, List<String>> ECHO =
      Map.of("855", List.of("IA", "DP"), "856", List.of("IA", "DP"), "810", List.of("IA", "DP"));

  private final Company company;

  PartnerReader(Company company) {
    this.company = company;
  }

  /** Reads a file that must be about this partner; the version is counted by the store. */
  TradingPartner read(String id, String text, long version) {
    return FileText.read("partner file " + id, text, file -> partner(id, file, version));
  }

  private TradingPartner partner(String expected, FileNode file, long version) {
    String id = file.requiredMatching("id", Grammar.ID);
    if (id != null && !id.equals(expected)) {
      file.fault(
          "id", id, "is not the id of this file", "Write " + expected + " or rename the file");
    }
    List<Identifier> identifiers = identifiers(file, "identifiers");
    if (identifiers.isEmpty()) {
      file.fault(
          "identifiers",
          "",
          "is missing",
          "Give at least one, for example {scheme: x12, qualifier: \"ZZ\", value: ACMEEDI}");
    }
    List<Identifier> we = identifiers(file, "we");
    FileNode channels = file.block("channels");
    List<Channel> in = ChannelReader.in(expected, channels);
    Map<String, Channel> out = ChannelReader.out(expected, channels);
    channels.refuseOthers();
    Channel general = out.remove("");
    boolean named = file.has("replies");
    List<String> replies = file.texts("replies", replies(identifiers, general));
    TradingPartner partner =
        new TradingPartner(
            expected,
            file.required("name", "Give the partner's name for people"),
            roles(file),
            file.word("mode", TradingPartner.Mode.LIVE),
            zone(file),
            file.matching("language", Grammar.WORD, "en"),
            identifiers,
            we.isEmpty() ? company.identifiers() : we,
            in,
            general,
            out,
            replies,
            file.texts("approve", List.of()),
            X12Reader.read(file.block("x12")),
            EdifactReader.read(file.block("edifact"), contrl(named, replies)),
            file.texts("orderIdentity", List.of("poNumber", "release")),
            locations(file.block("locations")),
            AgreementReader.read(file.block("agreement")),
            acknowledgment(file.block("acknowledgment")),
            asn(file.block("asn")),
            echo(file.block("echo")),
            items(file.block("items")),
            mappings(file.block("mappings")),
            extraction(file.block("extraction")),
            file.has("export") ? export(file.block("export")) : null,
            version);
    checkIdentity(file, partner.orderIdentity());
    file.refuseOthers();
    return partner;
  }

  /** A file that names CONTRL among its replies wants it, asked for or not. */
  private static EdifactSettings.Contrl contrl(boolean named, List<String> replies) {
    return named && replies.contains("CONTRL")
        ? EdifactSettings.Contrl.ALWAYS
        : EdifactSettings.Contrl.WHEN_ASKED;
  }

  private static void checkIdentity(FileNode file, List<String> identity) {
    List<String> known = List.of("poNumber", "release", "contract", "poDate", "shipTo", "buyer");
    identity.stream()
        .filter(one -> !known.contains(one))
        .forEach(
            one ->
                file.fault(
                    "orderIdentity",
                    one,
                    "cannot identify an order",
                    "Use " + String.join(", ", known)));
    if (!identity.contains("poNumber")) {
      file.fault("orderIdentity", "", "lacks poNumber", "Add poNumber");
    }
  }

  /** In the standards that it is known in, and as JSON where its address takes calls. */
  private static List<String> replies(List<Identifier> identifiers, Channel out) {
    Map<String, List<String>> standards =
        Map.of(
            "x12", X12_REPLIES,
            "edifact", EDIFACT_REPLIES,
            "cxml", CXML_REPLIES,
            "ubl", UBL_REPLIES);
    List<String> replies = new ArrayList<>();
    identifiers.stream()
        .map(Identifier::scheme)
        .distinct()
        .forEach(scheme -> replies.addAll(standards.getOrDefault(scheme, List.of())));
    if (out instanceof Channel.Callback) {
      replies.addAll(JSON_REPLIES);
    }
    return replies;
  }

  private static Set<TradingPartner.Role> roles(FileNode file) {
    Set<TradingPartner.Role> roles = EnumSet.noneOf(TradingPartner.Role.class);
    for (String text : file.texts("roles", List.of("customer"))) {
      switch (text) {
        case "customer" -> roles.add(TradingPartner.Role.CUSTOMER);
        case "supplier" -> roles.add(TradingPartner.Role.SUPPLIER);
        case "carrier" -> roles.add(TradingPartner.Role.CARRIER);
        default -> file.fault("roles", text, "is not a role", "Use customer, supplier and carrier");
      }
    }
    return roles;
  }

  private ZoneId zone(FileNode file) {
    String text = file.text("zone");
    if (text == null) {
      return company.zone();
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      file.fault("zone", text, "is not a time zone", "Give its name, for example America/Chicago");
      return company.zone();
    }
  }

  private static List<Identifier> identifiers(FileNode file, String key) {
    List<Identifier> identifiers = new ArrayList<>();
    for (FileNode.Item item : file.list(key)) {
      FileNode block = item.block();
      String scheme =
          block.oneOf(
              "scheme",
              "x12",
              "x12",
              "edifact",
              "email",
              "webhook",
              "cxml",
              "ubl",
              "idoc",
              "opentrans",
              "oagis",
              "amazon-vendor",
              "fixed-width");
      boolean edi = scheme.equals("x12") || scheme.equals("edifact");
      Grammar values =
          switch (scheme) {
            case "email" -> Grammar.EMAIL;
            case "webhook" -> Grammar.WORD;
            default -> Grammar.EDI_ID;
          };
      String qualifier =
          scheme.equals("x12")
              ? block.requiredMatching("qualifier", Grammar.QUALIFIER)
              : block.matching("qualifier", edi ? Grammar.QUALIFIER : Grammar.WORD, "");
      String value = block.requiredMatching("value", values);
      String group = edi ? block.matching("group", Grammar.EDI_ID, null) : null;
      block.refuseOthers();
      if (value != null && qualifier != null) {
        identifiers.add(new Identifier(scheme, qualifier, value, group));
      }
    }
    return identifiers;
  }

  private static Map<String, Location> locations(FileNode block) {
    Map<String, Location> locations = new LinkedHashMap<>();
    for (String code : List.copyOf(block.keys())) {
      FileNode one = block.block(code);
      locations.put(
          code, new Location(one.required("name", "Name the place"), address(one), one.text("dc")));
      one.refuseOthers();
    }
    return locations;
  }

  private static PostalAddress address(FileNode location) {
    if (!location.has("address")) {
      return null;
    }
    FileNode block = location.block("address");
    PostalAddress address =
        new PostalAddress(
            block.texts("lines", List.of()),
            block.text("city"),
            block.text("region"),
            block.text("postalCode"),
            block.text("country"));
    block.refuseOthers();
    return address;
  }

  private static AcknowledgmentShape acknowledgment(FileNode block) {
    AcknowledgmentShape shape =
        new AcknowledgmentShape(
            block.word("send", AcknowledgmentShape.Send.EVERY),
            block.oneOf("partial", "IA+IB", "IA+IB", "BP", "IB", "IQ"),
            block.oneOf("reject", "IR", "IR", "R2"),
            block.word("price", AcknowledgmentShape.Price.ORDERED),
            block.matching("dates", Grammar.QUALIFIER, "068"));
    block.refuseOthers();
    return shape;
  }

  private static ExtractionSettings extraction(FileNode block) {
    BigDecimal threshold = block.decimal("threshold", ExtractionSettings.REVIEW.threshold());
    if (threshold.signum() <= 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
      block.fault("threshold", threshold.toPlainString(), "is no confidence", "Use 0.01 to 1");
    }
    ExtractionSettings settings =
        new ExtractionSettings(
            block.word("mode", ExtractionSettings.REVIEW.mode()),
            threshold,
            block.flag("ask", ExtractionSettings.REVIEW.ask()));
    block.refuseOthers();
    return settings;
  }

  private static ExportSettings export(FileNode block) {
    String format = block.oneOf("format", "csv", "csv", "fixed-width", "idoc", "idoc-flat");
    String standard =
        switch (format) {
          case "idoc", "idoc-flat" -> "idoc/order-to-ORDERS05.ftl";
          case "fixed-width" -> "fixed-width/order-to-export.ftl";
          default -> "csv/order-to-export.ftl";
        };
    String separator = block.oneOf("separator", "comma", "comma", "semicolon", "tab", "bar");
    ExportSettings settings =
        new ExportSettings(
            format,
            block.matching("mapping", Grammar.MAPPING, standard),
            block.matching("layout", Grammar.WORD, "export"),
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|').get(separator),
            block.texts("partners", List.of()));
    block.refuseOthers();
    return settings;
  }

  private static AsnShape asn(FileNode block) {
    AsnShape shape =
        new AsnShape(
            block.oneOf("structure", "SOI", "SOI", "SOPI", "SOTPI", "SPOI"),
            block.word("asnTrigger", AsnShape.Trigger.SHIPPED),
            block.oneOf("ctt", "hl", "hl", "lines"));
    block.refuseOthers();
    return shape;
  }

  private static Map<String, List<String>> echo(FileNode block) {
    Map<String, List<String>> echo = new LinkedHashMap<>(ECHO);
    for (String document : List.copyOf(block.keys())) {
      echo.put(document, block.texts(document, List.of()));
    }
    return echo;
  }

  private static Items items(FileNode block) {
    List<String> known = List.of("vendor", "buyer", "gtin", "manufacturer", "other");
    List<String> match = block.texts("match", List.of("vendor", "buyer", "gtin"));
    match.stream()
        .filter(one -> !known.contains(one))
        .forEach(
            one ->
                block.fault(
                    "match", one, "is not an id scheme", "Use " + String.join(", ", known)));
    FileNode references = block.block("crossReference");
    Map<String, String> crossReference = new LinkedHashMap<>();
    for (String theirs : List.copyOf(references.keys())) {
      crossReference.put(theirs, references.required(theirs, "Give our SKU"));
    }
    block.refuseOthers();
    return new Items(match, crossReference);
  }

  private static Map<String, String> mappings(FileNode block) {
    Map<String, String> mappings = new LinkedHashMap<>();
    for (String document : List.copyOf(block.keys())) {
      String mapping = block.requiredMatching(document, Grammar.MAPPING);
      if (mapping != null) {
        mappings.put(document, mapping);
      }
    }
    return mappings;
  }
}
