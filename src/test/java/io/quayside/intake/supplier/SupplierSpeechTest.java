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

/** Suppliers write the same thing in many ways; it is heard as one. */
class SupplierSpeechTest {
  private static final ConfigFiles FILES = new ConfigFiles(null);
  private static final DocumentMapping MAPPING = new DocumentMapping(FILES);
  private static final EdiReader READER =
      new EdiReader(new EdiSchemas(path -> FILES.open("mappings/" + path).orElse(null)));

  private static List<SupplierStatus> hear(String type, String functionalId, String... segments) {
    String body = String.join("~", segments) + "~";
    String file =
        "ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*QUAYSIDE       *261123*0430*U*00401*000000501*0*P*>~"
            + "GS*%s*NWGS*QUAYSIDE*20261123*0430*12*X*004010~ST*%s*0001~"
                .formatted(functionalId, type)
            + body
            + "SE*%d*0001~GE*1*12~IEA*1*000000501~".formatted(segments.length + 2);
    TransactionSet set =
        READER
            .read(file.getBytes(StandardCharsets.US_ASCII))
            .interchanges()
            .get(0)
            .groups()
            .get(0)
            .sets()
            .get(0);
    MappedDocument mapped =
        MAPPING.map(DocumentSource.of(set), "x12/%s-to-supplier-status.xml".formatted(type), null);
    assertThat(mapped.violations()).isEmpty();
    assertThat(mapped.findings()).isEmpty();
    assertThat(mapped.unused()).isEmpty();
    SupplierDocument document =
        new ObjectMapper().convertValue(mapped.content(), SupplierDocument.class);
    return new SupplierSpeech(
            document,
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
                    .formatted(item.quantity(), item.status(), item.date(), item.arrives()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACK*IA*60*EA*068*20261124;ACK*IB*40*EA*068*20261208 | 60 null 2026-11-24 2026-11-27;40 backordered 2026-12-08 2026-12-11",
        "ACK*BP*60*EA*068*20261124 | 60 null 2026-11-24 2026-11-27;40 backordered null null",
        "ACK*IB*40*EA*067*20261208 | 40 backordered 2026-12-05 2026-12-08;60 null null null",
        "ACK*IQ*60*EA*067*20261208 | 60 null 2026-12-05 2026-12-08;40 refused null null",
        "ACK*IA | 100 null null null",
        "ACK*R2*100*EA | 100 refused null null",
        "ACK*IR*30*EA;ACK*IP*70*EA | 30 refused null null;70 null null null",
      })
  void aLineIsConfirmedInManyWays(String acks, String heard) {
    String[] segments =
        (String.join(
                ";",
                "BAK*00*AC*PO-1001*20261123",
                "PO1*1*100*EA*7.50**BP*W-001",
                acks.strip(),
                "CTT*1"))
            .split(";");
    SupplierStatus status = hear("855", "PR", segments).get(0);

    assertThat(parts(status)).containsExactly(heard.strip().split(";"));
    assertThat(status.lines().get(0).price()).isEqualTo("7.50");
    assertThat(status.lines().get(0).sku()).isEqualTo("W-001");
  }

  @Test
  void whatIsRefusedInEveryLineIsRefused() {
    SupplierStatus status =
        hear(
                "855",
                "PR",
                "BAK*00*RD*PO-1001*20261123",
                "PO1*1*100*EA*7.50**BP*W-001",
                "REF*ZZ**discontinued",
                "ACK*IR*100*EA",
                "CTT*1")
            .get(0);
    assertThat(status.status()).isEqualTo("refused");
    assertThat(status.lines()).extracting(Item::reason).containsExactly("discontinued");
    assertThat(hear("855", "PR", "BAK*00*RJ*PO-1001*20261123").get(0).status())
        .isEqualTo("refused");
    assertThat(hear("855", "PR", "BAK*00*AT*PO-1001*20261123").get(0).status())
        .isEqualTo("confirmed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POC*1*QD*60*0*EA*7.50**BP*W-001 | 60 null null null",
        "POC*1*RS*100*0*EA*7.50**BP*W-001;ACK*DR*100*EA*068*20261208 | 100 null 2026-12-08 2026-12-11",
        "POC*1*CA*100*0*EA*7.50**BP*W-001;ACK*IQ*60*EA*067*20261208 | 60 null 2026-12-05 2026-12-08;40 refused null null",
        "POC*1*DI*0*0*EA*7.50**BP*W-001;ACK*IA*0*EA | 0 refused null null",
        "POC*1*DI*100*0*EA*7.50**BP*W-001;ACK*IA*100*EA | 100 refused null null",
      })
  void aLineIsChangedInManyWays(String said, String heard) {
    String[] segments =
        (String.join(";", "BCA*04*AC*PO-1001***20261123***NW-77*20261124", said.strip(), "CTT*1"))
            .split(";");
    SupplierStatus status = hear("865", "CA", segments).get(0);

    assertThat(status.supplierOrder()).isEqualTo("PO-1001");
    assertThat(status.status()).isEqualTo("confirmed");
    assertThat(parts(status)).containsExactly(heard.strip().split(";"));
    assertThat(status.lines().get(0).price()).isEqualTo("7.50");
    assertThat(status.lines().get(0).sku()).isEqualTo("W-001");
  }

  @Test
  void aNoticeOfTwoOrdersIsHeardAsTwoWithTheirOwnPackages() {
    List<SupplierStatus> heard =
        hear(
            "856",
            "SH",
            "BSN*00*S-1*20261123*0900*0001",
            "HL*1**S",
            "TD5*B*2*UPSN",
            "REF*BM*BOL9",
            "DTM*011*20261124",
            "HL*2*1*O",
            "PRF*PO-1001",
            "HL*3*2*T",
            "MAN*GM*00006141410000000111",
            "HL*4*3*P",
            "MAN*GM*00006141410000000128",
            "HL*5*4*I",
            "LIN*1*BP*W-001",
            "SN1*1*40*EA",
            "HL*6*1*O",
            "PRF*PO-1002",
            "HL*7*6*P",
            "MAN*CP*1Z9",
            "HL*8*7*I",
            "LIN*1*BP*W-003",
            "SN1*1*5*EA",
            "CTT*8");
    assertThat(heard)
        .extracting(SupplierStatus::supplierOrder)
        .containsExactly("PO-1001", "PO-1002");
    Package pallet = heard.get(0).shipment().packages().get(0);
    assertThat(pallet.type()).isEqualTo("pallet");
    assertThat(pallet.sscc()).isEqualTo("006141410000000111");
    assertThat(pallet.packages()).hasSize(1);
    assertThat(pallet.packages().get(0).contents().get(0).quantity()).isEqualTo("40");
    assertThat(heard.get(1).shipment().packages().get(0).tracking()).isEqualTo("1Z9");
    assertThat(heard.get(1).lines()).hasSize(1);
    assertThat(heard.get(0).lines().get(0).arrives()).isEqualTo("2026-11-27");
    assertThat(heard.get(0).at()).isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
    assertThat(heard.get(0).shipment().billOfLading()).isEqualTo("BOL9");
  }

  @Test
  void anInvoicePricedPerHundredIsHeardForOne() {
    SupplierStatus invoice =
        hear(
                "810",
                "IN",
                "BIG*20261123*N-1*20261120*PO-1001***CR",
                "IT1*1*5000*EA*12.50*HP*BP*S-100",
                "TDS*62500",
                "CTT*1")
            .get(0);
    assertThat(invoice.lines().get(0).price()).isEqualTo("0.125");
    assertThat(invoice.invoice().total()).isEqualTo("625.00");
    assertThat(invoice.invoice().kind()).isEqualTo("credit");
  }
}
