package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.MappingException;
import io.quayside.mapping.OrderMapping;
import io.quayside.mapping.OrderSchema;
import io.quayside.mapping.Outbound;
import io.quayside.mapping.tree.FlatFiles;
import io.quayside.mapping.tree.OrderFiles;
import io.quayside.order.Answers.Confirmation;
import io.quayside.partner.PartnerFiles;
import io.quayside.partner.TradingPartner;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order of ubl-confirmed (line 1: 12 as ordered; line 2: 30 now and 10 later of 40) as our own
 * systems get it.
 */
class ExportedOrderTest {
  private static final Path CASE = Golden.CASES.resolve("ubl-confirmed");
  private static final ConfigFiles FILES = new ConfigFiles("");
  private static final FlatFiles FLAT = new FlatFiles(FILES);
  private static final Outbound TEMPLATES = new Outbound(FILES);

  @Test
  void aTableHasOneRowForEachLine() throws Exception {
    assertThat(
            text(FlatFiles.table(TEMPLATES.write("csv/order-to-export.ftl", model("12.50")), ';')))
        .isEqualTo(
            """
            SALES_ORDER;CUSTOMER;PO_NUMBER;PO_DATE;LINE;SKU;CUSTOMER_ITEM;DESCRIPTION;ORDERED;ACCEPTED;BACKORDERED;UNIT;PRICE;PRICE_PER;CURRENCY;SHIP_DATE;SHIP_TO;NAME;STREET;CITY;REGION;POSTAL_CODE;COUNTRY;ACTION;REVISION
            SO-7781;acme;34;2026-11-20;1;W-001;;"Paint ""blue""; <5 l>";12;12;0;C62;12.50;10;EUR;2026-11-24;7300010000025;Lager 9;Lager 9;Uppsala;;75000;SE;NEW;1
            SO-7781;acme;34;2026-11-20;2;B-200;B-22;'=HYPERLINK(1);40;30;10;CS;3.00;1;EUR;2026-11-24;7300010000025;Lager 9;Lager 9;Uppsala;;75000;SE;NEW;1
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void fixedColumnsAreThoseOfTheLayout() throws Exception {
    String[] lines =
        text(FLAT.fixedWidth(
                TEMPLATES.write("fixed-width/order-to-export.ftl", model("12.5")), "export"))
            .split("\r\n");
    assertThat(lines).hasSize(5);
    assertThat(lines[0])
        .isEqualTo(
            "OH%-35s%s%-20s%-20sEURNEW   1  ".formatted("34", "20261120", "SO-7781", "acme"));
    assertThat(lines[1])
        .isEqualTo(
            "OP%-20s%-35s%-35s%-30s%-3s%-10sSE"
                .formatted("7300010000025", "Lager 9", "Lager 9", "Uppsala", "", "75000"));
    assertThat(lines[2])
        .isEqualTo(
            "OL%-10s%-30s000000000012000C62000000000125000%-5s20261124%-40s"
                .formatted("1", "W-001", "10", "Paint \"blue\"; <5 l>"));
    assertThat(lines[3])
        .startsWith("OL%-10s%-30s000000000040000CS 000000000030000".formatted("2", "B-200"));
    assertThat(lines[4]).isEqualTo("OT%-6s".formatted("2"));
  }

  @Test
  void whatDoesNotFitIsNamedAndNeverCut() {
    assertThatThrownBy(
            () -> FLAT.fixedWidth("<f><OH po-number=\"" + "9".repeat(36) + "\"/></f>", "export"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("does not fit into columns 3 to 37 of record OH");
    assertThatThrownBy(() -> FLAT.fixedWidth("<f><OL quantity=\"0.0005\"/></f>", "export"))
        .hasMessage("`0.0005` is no number with at most 3 decimals");
    assertThatThrownBy(() -> FLAT.fixedWidth("<f/>", "nobody"))
        .hasMessageContaining("There is no layout");
    assertThatThrownBy(() -> FlatFiles.table("<t><row A=\"1\"/><row B=\"1\"/></t>", ','))
        .hasMessageContaining("different columns");
    assertThatThrownBy(
            () ->
                FLAT.idoc(
                    "<O><IDOC><EDI_DC40><DOCNUM>1</DOCNUM></EDI_DC40><E1EDK02><QUALF>001</QUALF><BELNR>%s</BELNR></E1EDK02></IDOC></O>"
                        .formatted("9".repeat(36))))
        .hasMessageContaining("is longer than the 35 characters of E1EDK02 BELNR");
  }

  @Test
  void aNumberThatTheEncodingCannotHoldStopsTheFileAndWordsGetAQuestionMark(@TempDir Path config)
      throws Exception {
    Path layout = config.resolve("mappings/fixed-width/export.layout.yaml");
    Files.createDirectories(layout.getParent());
    Files.writeString(
        layout,
        "encoding: windows-1252\n"
            + Files.readString(Path.of("mappings/fixed-width/export.layout.yaml")));
    FlatFiles ansi = new FlatFiles(new ConfigFiles(config.toString()));
    assertThatThrownBy(() -> ansi.fixedWidth("<f><OH po-number=\"\u8BA2\u53557\"/></f>", "export"))
        .isInstanceOf(MappingException.class)
        .hasMessage(
            "`\u8BA2\u53557` (po-number) has a character that windows-1252, the encoding of the layout export, does not have");
    assertThat(ansi.fixedWidth("<f><OL description=\"Gr\u00FC\u00DFe \u8BA2\"/></f>", "export"))
        .contains("Gr\u00FC\u00DFe ?".getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void aLineEndWithinAValueBeginsNoRecord() {
    assertThat(FLAT.fixedWidth("<f><OL description=\"a&#10;OH1\"/></f>", "export"))
        .asString()
        .endsWith("a OH1" + " ".repeat(35) + "\r\n");
  }

  @Test
  void whatASpreadsheetTakesForAFormulaIsMarkedWhateverItsLines() {
    assertThat(
            new String(
                FlatFiles.table("<t><r A=\"=1&#x2028;2\" B=\"\uFF1D1+1\" C=\"-5\"/></t>", ';'),
                StandardCharsets.UTF_8))
        .contains("'=1\u2028", "'\uFF1D1+1", ";-5");
  }

  @Test
  void aFlatIdocHasItsFieldsWhereSapLooksForThem() throws Exception {
    String xml = TEMPLATES.write("idoc/order-to-ORDERS05.ftl", model("12.50"));
    String[] records = text(FLAT.idoc(xml)).split("\r\n");
    assertThat(records[0]).hasSize(524).startsWith("EDI_DC40     0000000000007781");
    assertThat(records[0].substring(99, 129).strip()).isEqualTo("ORDERS");
    assertThat(records[1])
        .hasSize(1063)
        .startsWith("E2EDK01005                       000000000000778100000100000002000 EUR");
    assertThat(records)
        .anySatisfy(
            record ->
                assertThat(record)
                    .startsWith("E2EDP20001                       00000000000077810000")
                    .contains("30             "));
    OrderFiles reader = new OrderFiles(FILES);
    assertThat(order(reader.idoc(FLAT.idoc(xml))))
        .isEqualTo(order(reader.xml(xml.getBytes(StandardCharsets.UTF_8))));
    ObjectNode order = order(reader.idoc(FLAT.idoc(xml)));
    assertThat(order.at("/poNumber").asText()).isEqualTo("34");
    assertThat(order.at("/lines/1/quantity").asText()).isEqualTo("40");
    assertThat(order.at("/lines/1/schedules/1/quantity").asText()).isEqualTo("10");
    assertThat(order.at("/shipTo/address/city").asText()).isEqualTo("Uppsala");
  }

  private static ObjectNode order(OrderFiles.Found found) {
    OrderSchema schema = new OrderSchema(FILES);
    OrderFiles.FoundOrder one = found.orders().get(0);
    ObjectNode order =
        new OrderMapping(FILES, schema).map(one.source(), one.mapping(), null).order();
    assertThat(schema.check(order)).isEmpty();
    return order;
  }

  @Test
  void aChangeRestatesTheWholeOrderUnderItsNumberAndSaysWhatIsGone() throws Exception {
    Map<String, Object> less = model("12.50", 2, "0");
    String[] rows =
        text(FlatFiles.table(TEMPLATES.write("csv/order-to-export.ftl", less), ';')).split("\r\n");
    assertThat(rows[1]).contains(";12;0;0;C62").endsWith("SE;CHANGE;2");
    assertThat(rows[2]).contains(";40;30;10;CS").endsWith("SE;CHANGE;2");
    String fixed =
        text(FLAT.fixedWidth(TEMPLATES.write("fixed-width/order-to-export.ftl", less), "export"));
    assertThat(fixed).contains("EURCHANGE2  ").doesNotContain("W-001").contains("OT1     ");

    String idoc = TEMPLATES.write("idoc/order-to-ORDERS05.ftl", less);
    assertThat(idoc)
        .contains("<DOCNUM>0010000000007781</DOCNUM>", "<MESTYP>ORDCHG</MESTYP>")
        .containsPattern("<E1EDK01 SEGMENT=\"1\">\\s*<ACTION>002</ACTION>")
        .containsPattern("<POSEX>1</POSEX>\\s*<ACTION>003</ACTION>\\s*<MENGE>0</MENGE>")
        .containsPattern("<POSEX>2</POSEX>\\s*<ACTION>002</ACTION>\\s*<MENGE>40</MENGE>");
  }

  @Test
  void anOrderOfWhichNothingIsLeftIsCancelled() throws Exception {
    Map<String, Object> none = model("12.50", 3, "0", "0");
    assertThat(text(FlatFiles.table(TEMPLATES.write("csv/order-to-export.ftl", none), ';')))
        .contains("SE;CANCEL;3");
    assertThat(
            text(
                FLAT.fixedWidth(
                    TEMPLATES.write("fixed-width/order-to-export.ftl", none), "export")))
        .contains("EURCANCEL3  ")
        .doesNotContain("OL")
        .contains("OT0     ");
    assertThat(TEMPLATES.write("idoc/order-to-ORDERS05.ftl", none))
        .containsPattern("<E1EDK01 SEGMENT=\"1\">\\s*<ACTION>003</ACTION>");
  }

  private static Map<String, Object> model(String price) throws Exception {
    return model(price, 1);
  }

  /** With what is left of the first lines; the rest is cancelled. */
  private static Map<String, Object> model(String price, int revision, String... left)
      throws Exception {
    ObjectNode facts = (ObjectNode) Golden.JSON.readTree(CASE.resolve("facts.json").toFile());
    ((ObjectNode) facts.at("/lines/0/price")).put("amount", price);
    ((ObjectNode) facts.at("/head/order/lines/0")).put("description", "Paint \"blue\"; <5 l>");
    ((ObjectNode) facts.at("/head/order/lines/1")).put("description", "=HYPERLINK(1)");
    for (int i = 0; i < left.length; i++) {
      ObjectNode schedule = (ObjectNode) facts.at("/lines/%d/schedules/0".formatted(i));
      schedule.put("accepted", left[i]).put("backordered", "0");
      schedule.put("cancelled", schedule.get("ordered").asText());
    }
    TradingPartner erp =
        PartnerFiles.read(
            "erp",
            "id: erp\nname: ERP\nidentifiers: [{scheme: idoc, value: SAPPRD}]\nchannels: {out: folder}\nexport: {}\n",
            Golden.COMPANY);
    return new Messages(Golden.JSON)
        .model(
            ExportedOrder.of(
                Golden.JSON.treeToValue(facts, Confirmation.class),
                Golden.partner(CASE),
                erp,
                Golden.COMPANY,
                ZonedDateTime.parse("2026-11-21T16:00:00Z"),
                revision));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
