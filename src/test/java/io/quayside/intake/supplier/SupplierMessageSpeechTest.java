package io.quayside.intake.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.edi.EdiReader;
import io.quayside.edi.EdiSchemas;
import io.quayside.edi.TransactionSet;
import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.DocumentMapping;
import io.quayside.mapping.DocumentSource;
import io.quayside.mapping.MappedDocument;
import io.quayside.order.message.GoodsShipped.Package;
import io.quayside.order.message.SupplierStatus;
import io.quayside.order.message.SupplierStatus.Item;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same in EDIFACT: ORDRSP, DESADV, INVOIC. */
class SupplierMessageSpeechTest {
  private static final ConfigFiles FILES = new ConfigFiles(null);
  private static final DocumentMapping MAPPING = new DocumentMapping(FILES);
  private static final EdiReader READER =
      new EdiReader(new EdiSchemas(path -> FILES.open("mappings/" + path).orElse(null)));

  private static List<SupplierStatus> hear(String type, String... segments) {
    String file =
        "UNB+UNOC:3+4098765000008:14+4012345000009:14+261123:0430+501'UNH+1+%s:D:96A:UN'%s'UNT+%d+1'UNZ+1+501'"
            .formatted(type, String.join("'", segments), segments.length + 2);
    TransactionSet set =
        READER
            .read(file.getBytes(StandardCharsets.US_ASCII))
            .interchanges()
            .get(0)
            .groups()
            .get(0)
            .sets()
            .get(0);
    assertThat(set.findings()).isEmpty();
    MappedDocument mapped =
        MAPPING.map(
            DocumentSource.of(set), "edifact/%s-to-supplier-status.xml".formatted(type), null);
    assertThat(mapped.violations()).isEmpty();
    assertThat(mapped.findings()).isEmpty();
    assertThat(mapped.unused()).isEmpty();
    return new SupplierSpeech(
            new ObjectMapper().convertValue(mapped.content(), SupplierDocument.class),
            "D-1",
            Instant.parse("2026-11-23T10:00:00Z"),
            ZoneId.of("America/New_York"),
            3)
        .statuses();
  }

  private static List<String> parts(SupplierStatus status) {
    return status.lines().stream()
        .map(
            item ->
                "%s %s %s %s"
                    .formatted(item.quantity(), item.status(), item.arrives(), item.reason()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5  | QTY+21:100:PCE;DTM+67:20261208:102 | 100 null 2026-12-08 null",
        "3  | QTY+21:100:PCE;QTY+113:60:PCE;QTY+83:40:PCE | 60 null null null;40 backordered null null",
        "3  | QTY+21:100:PCE;QTY+83:40:PCE | 40 backordered null null;60 null null null",
        "3  | QTY+21:100:PCE;QTY+113:60:PCE | 60 null null null;40 refused null code 113",
        "3  | QTY+21:100:PCE;QTY+113:60:PCE;DTM+69:20261208:102;QVR+-40:21+BP | 60 null 2026-12-08 null;40 backordered 2026-12-08 null",
        "3  | QTY+21:100:PCE;QTY+113:60:PCE;QVR+-40:21++AV | 60 null null out of stock;40 refused null out of stock",
        "3  | QTY+21:100:PCE;QVR+-40:21+CP | 60 null null null;40 refused null null",
        "3  | QTY+21:100:PCE;QTY+113:0:PCE | 100 refused null code 3",
        "7  | QTY+21:100:PCE;QVR+-100:21++AUE | 100 refused null article unknown",
        "3  | QTY+21:100:PCE;QTY+113:100:PCE;SCC+1;QTY+11:60:PCE;DTM+67:20261201:102;SCC+1;QTY+11:40:PCE;DTM+67:20261208:102 | 60 null 2026-12-01 null;40 null 2026-12-08 null",
        "3  | QTY+21:100:PCE;QTY+113:60:PCE;QTY+83:40:PCE;SCC+1;QTY+11:80:PCE;DTM+67:20261201:102 | 60 null 2026-12-01 null;20 backordered 2026-12-01 null;20 backordered null null",
      })
  void aLineIsConfirmedInManyWays(String action, String said, String heard) {
    String[] segments =
        String.join(
                ";",
                "BGM+231+NW-77+4",
                "DTM+137:20261123:102",
                "RFF+ON:PO-1001",
                "LIN+1+" + action.strip() + "+4012345678901:EN",
                "PIA+1+W-001:IN",
                said.strip(),
                "UNS+S",
                "CNT+2:1")
            .split(";");
    SupplierStatus status = hear("ORDRSP", segments).get(0);

    assertThat(status.supplierOrder()).isEqualTo("PO-1001");
    assertThat(parts(status)).containsExactly(heard.strip().split(";"));
    assertThat(status.lines().get(0).sku()).isEqualTo("W-001");
  }

  @Test
  void anAnswerWithoutLinesSpeaksOfAll() {
    SupplierStatus status =
        hear(
                "ORDRSP",
                "BGM+231+NW-77+27",
                "DTM+137:20261123:102",
                "RFF+ON:PO-1001",
                "UNS+S",
                "CNT+2:0")
            .get(0);

    assertThat(status.status()).isEqualTo("refused");
    assertThat(status.lines()).isEmpty();
  }

  @Test
  void aPriceIsForOneAndComesFromTheNetPrice() {
    Item item =
        hear(
                "ORDRSP",
                "BGM+231+NW-77+29",
                "DTM+137:20261123:102",
                "RFF+ON:PO-1001",
                "LIN+1+5",
                "PIA+5+W-001:IN",
                "QTY+21:100:PCE",
                "PRI+AAB:900,00:::100:PCE",
                "PRI+AAA:750,00:::100:PCE",
                "UNS+S",
                "CNT+2:1")
            .get(0)
            .lines()
            .get(0);

    assertThat(item.price()).isEqualTo("7.50");
  }

  @Test
  void aNoticeOverTwoOrdersIsHeardByBothWithItsOwnPackages() {
    List<SupplierStatus> all =
        hear(
            "DESADV",
            "BGM+351+NWS-500+9",
            "DTM+137:20261123:102",
            "DTM+11:20261208:102",
            "TDT+20++30++UPSN:172:182",
            "CPS+1",
            "CPS+2+1",
            "PAC+1++201",
            "CPS+3+2",
            "PAC+1++CT",
            "MEA+AAE+G+KGM:4,5",
            "PCI+33E",
            "GIN+BJ+006141410000000012",
            "LIN+1",
            "PIA+5+W-001:IN",
            "QTY+12:40:PCE",
            "RFF+ON:PO-1001:7",
            "LIN+2",
            "PIA+5+W-003:IN",
            "QTY+12:5:PCE",
            "RFF+ON:PO-1002:1",
            "CNT+2:2");

    assertThat(all).extracting(SupplierStatus::supplierOrder).containsExactly("PO-1001", "PO-1002");
    SupplierStatus first = all.get(0);
    assertThat(first.lines()).extracting(Item::lineNumber).containsExactly("7");
    assertThat(first.lines().get(0).arrives()).isEqualTo("2026-12-11");
    assertThat(first.shipment().number()).isEqualTo("NWS-500");
    assertThat(first.shipment().scac()).isEqualTo("UPSN");
    Package pallet = first.shipment().packages().get(0);
    assertThat(pallet.type()).isEqualTo("pallet");
    Package carton = pallet.packages().get(0);
    assertThat(carton.sscc()).isEqualTo("006141410000000012");
    assertThat(carton.weight() + carton.weightUnit()).isEqualTo("4.5KG");
    assertThat(carton.contents()).extracting("quantity").containsExactly("40");
    assertThat(all.get(1).lines()).extracting(Item::sku).containsExactly("W-003");
  }

  @Test
  void aCollectiveInvoiceIsHeardByEachOrderWithoutATotalOfItsOwn() {
    List<SupplierStatus> all =
        hear(
            "INVOIC",
            "BGM+381+NWI-9+9",
            "DTM+137:20261123:102",
            "CUX+2:EUR:4",
            "LIN+1",
            "PIA+5+W-001:IN",
            "QTY+47:40:PCE",
            "PRI+AAA:7.50",
            "RFF+ON:PO-1001:1",
            "LIN+2",
            "PIA+5+W-003:IN",
            "QTY+47:5:PCE",
            "PRI+AAA:4.25",
            "RFF+ON:PO-1002:1",
            "UNS+S",
            "CNT+2:2",
            "MOA+77:321.25");

    assertThat(all).extracting(SupplierStatus::supplierOrder).containsExactly("PO-1001", "PO-1002");
    assertThat(all)
        .allSatisfy(
            one -> {
              assertThat(one.invoice().number()).isEqualTo("NWI-9");
              assertThat(one.invoice().kind()).isEqualTo("credit");
              assertThat(one.invoice().total()).isNull();
            });
    assertThat(all.get(1).lines().get(0).price()).isEqualTo("4.25");
  }
}
