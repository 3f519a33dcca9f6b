package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.edi.EdiFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMappingTest {
  private static final String ACME = "partners/acme/850-to-order.xml";
  private static final OrderSchema SCHEMA = new OrderSchema(Samples.FILES);
  private static final OrderMapping MAPPING = new OrderMapping(Samples.FILES, SCHEMA);

  @AfterAll
  static void close() {
    MAPPING.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rich", "split", "odd", "orders", "grocery", "texts", "messages", "reached"})
  void anOrderBecomesTheCanonicalOrderThatWasWorkedOutByHand(String name) {
    MappedOrder mapped = map(name);

    assertThat(mapped.order()).isEqualTo(Samples.json(name + ".json"));
    assertThat(SCHEMA.check(mapped.order())).isEmpty();
  }

  @Test
  void whatNoRuleTookIsListedWithItsPlace() {
    assertThat(map("rich").unused())
        .containsExactly(
            "TAX02 `SP` (line 9, byte 327)",
            "TAX03 `IL` (line 9, byte 330)",
            "FOB02 `OR` (line 10, byte 351)",
            "PO404 `CTN` (line 45, byte 1185)");
    assertThat(map("split").unused())
        .containsExactly("SLN0502 `1` (line 13, byte 415)", "SLN0503 `2` (line 13, byte 415)");
  }

  @Test
  void whatNoRuleTookOfOtherDocumentsIsListedToo() {
    assertThat(map("orders").unused())
        .containsExactly(
            "PAC01 `5` (line 42, byte 942)",
            "LOC01 `27` (line 51, byte 1109)",
            "LOC02 `BE` (line 51, byte 1112)",
            "PIA01 `3` (line 52, byte 1120)",
            "PIA02 `OLD-9:SA` (line 52, byte 1122)");
    assertThat(map("grocery").unused()).containsExactly("G7204 `1` (line 18, byte 477)");
  }

  @Test
  void aGoodOrderHasNoFindings() {
    assertThat(map("orders").findings()).isEmpty();
    assertThat(map("grocery").findings()).isEmpty();
    assertThat(map("rich").findings()).isEmpty();
    assertThat(map("split").findings()).isEmpty();
  }

  @Test
  void anOddValueIsKeptOutAndReportedWithItsPlace() {
    String text = Samples.text("odd.edi");
    List<MappedOrder.Problem> findings = map("odd").findings();

    assertThat(findings)
        .filteredOn(finding -> finding.byteOffset() >= 0)
        .extracting(MappedOrder.Problem::where)
        .containsExactly("BEG05", "CUR02", "DTM02", "DTM", "PO102", "PO104");
    assertThat(findings)
        .filteredOn(finding -> finding.byteOffset() >= 0 && finding.where().length() > 3)
        .allSatisfy(
            finding ->
                assertThat(text.substring(finding.byteOffset())).startsWith(finding.value()));
    assertThat(findings.get(0).sentence())
        .isEqualTo("BEG05 `20261332` (line 4, byte 185): no such day. Give the date as CCYYMMDD.");
  }

  @Test
  void totalsThatDoNotAgreeAreTold() {
    assertThat(map("odd").findings())
        .filteredOn(finding -> finding.byteOffset() < 0)
        .extracting(MappedOrder.Problem::sentence)
        .containsExactly(
            "line 1, article number UP `012345678906`: no GTIN: its length or check digit is wrong, so it is kept as it was sent. Compare it with the sender's catalogue.",
            "line 1, schedules `9`: the schedules add up to 9, the line orders 10. Ask the sender for the right split.",
            "totals.lineCount `3`: the sender counts 3 lines, the order has 2. Ask the sender whether a line is missing or wrong.",
            "totals.quantity `11`: the hash total is 11, the quantities of the lines add up to 10. Ask the sender whether a line is missing or wrong.");
  }

  @Test
  void theAmountOfPricesPerHundredIsRoundedOnceForEachLine() {
    String text = Samples.text("split.edi").replace("CTT*2~\n", "CTT*2~\nAMT*TT*785.01~\n");

    assertThat(Samples.map(MAPPING, Samples.readText(text), null).findings())
        .extracting(MappedOrder.Problem::sentence)
        .containsExactly(
            "totals.amount `785.01`: the sender's total is 785.01, the lines add up to 785.00. Ask the sender whether a line is missing or wrong.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "140", "265"})
  void termsByDateAreTakenAsDates(String due) {
    String text =
        Samples.text("orders.edi")
            .replace("PAT+1++5:3:D:30'", "PAT+3'\nDTM+" + due + ":20261224:102'")
            .replace("PAT+22++5:3:D:10'", "PAT+22'\nDTM+12:20261204:102'");

    assertThat(
            Samples.map(MAPPING, Samples.readText(text), null)
                .order()
                .get("paymentTerms")
                .toString())
        .isEqualTo(
            "[{\"typeCode\":\"3\",\"netDueDate\":\"2026-12-24\"},{\"typeCode\":\"22\",\"discountPercent\":\"2.5\",\"discountDate\":\"2026-12-04\"}]");
  }

  @Test
  void anAllowanceOfTheEarlierFormAndANoteBehindAPartyAreTaken() {
    String text =
        Samples.text("split.edi")
            .replace("*X*004010~", "*X*003030~")
            .replace(
                "N1*ST**92*0042~\n",
                "ITA*A**F340*02***1000~\nN1*ST**92*0042~\nNTE*DEL*Ring at dock 7~\n");

    MappedOrder mapped = Samples.map(MAPPING, Samples.readText(text), null);

    assertThat(mapped.order().path("allowancesAndCharges").toString())
        .isEqualTo(
            "[{\"type\":\"allowance\",\"code\":\"F340\",\"amount\":\"10.00\",\"handling\":\"off-invoice\",\"handlingCode\":\"02\"}]");
    assertThat(mapped.order().at("/notes/0/text").asText()).isEqualTo("Ring at dock 7");
  }

  @Test
  void aPartnersFileChangesOnlyWhatDiffers() {
    JsonNode base = map("rich").order();
    JsonNode acme = Samples.map(MAPPING, Samples.read("rich.edi"), ACME).order();

    assertThat(acme.path("release").asText()).isEqualTo("00417");
    assertThat(acme.has("contract")).isFalse();
    assertThat(acme.path("type").asText()).isEqualTo("stand-alone");
    assertThat(acme.at("/dates/cancelAfter").asText()).isEqualTo("2026-11-10");
    assertThat(acme.at("/notes/0/text").asText()).isEqualTo("Dock 7");
    assertThat(acme.path("lines")).isEqualTo(base.path("lines"));
    assertThat(acme.path("parties")).isEqualTo(base.path("parties"));
  }

  @Test
  void eightThreadsMixNothingUp() throws InterruptedException, ExecutionException {
    List<EdiFile> files =
        List.of(Samples.read("rich.edi"), Samples.read("split.edi"), Samples.read("odd.edi"));
    List<MappedOrder> expected =
        files.stream().map(file -> Samples.map(MAPPING, file, null)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<MappedOrder>>> runs = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int first = thread;
        runs.add(
            threads.submit(
                () -> {
                  List<MappedOrder> mapped = new ArrayList<>();
                  for (int i = first; i < first + 60; i++) {
                    mapped.add(Samples.map(MAPPING, files.get(i % 3), i % 5 == 0 ? ACME : null));
                  }
                  return mapped;
                }));
      }
      for (int thread = 0; thread < 8; thread++) {
        List<MappedOrder> mapped = runs.get(thread).get();
        for (int i = thread; i < thread + 60; i++) {
          if (i % 5 != 0) {
            assertThat(mapped.get(i - thread)).isEqualTo(expected.get(i % 3));
          }
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aMissingMappingIsNamedWithItsRemedy() {
    EdiFile file = Samples.read("rich.edi");

    assertThatThrownBy(() -> Samples.map(MAPPING, file, "partners/nobody/850-to-order.xml"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("mappings/partners/nobody/850-to-order.xml")
        .hasMessageContaining("mend the name");
  }

  private static MappedOrder map(String name) {
    return Samples.map(MAPPING, Samples.read(name + ".edi"), null);
  }
}
