package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Habits of purchase orders by many systems, each on a paper of its own. */
class OddLayoutsTest {
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));

  @Test
  void anItemNumberThatCountsTenTwentyIsTheLines() {
    JsonNode order =
        read(
            """
            PO Number: 4500-31

            Item#   Matl/Desc                    Quantity   UOM   Price   Net Amount
                    ACCOUNT WITH VENDOR - 4000312
            10      389585                       450        EA    7.50    3,375.00
                    PALLET, WOOD 48 X 40
                    Vendor Material No: 4055
            Total Amount: 3,375.00
            """);
    assertThat(order.at("/lines")).hasSize(1);
    assertThat(order.at("/lines/0/lineNumber").asText()).isEqualTo("10");
    assertThat(order.at("/lines/0/ids/0/value").asText()).isEqualTo("4055");
    assertThat(order.at("/lines/0/quantity").asText()).isEqualTo("450");
  }

  @Test
  void aHouseNumberIsNoPostalCodeAndMonthsComeFirstThere() {
    JsonNode order =
        read(
            """
            Purchase Order No: 170382
            Date: 01/04/2021
            Date required: 01/08/2021

            Bill to:
            Ridge Foods, LLC.
            1800 Northwestern Drive
            El Paso, Texas 79912

            Vendor:
            Brown Steel
            2495 Uravan St.
            Aurora, CO 80011

            Qty    Item No.   Description   Unit Price   Amount
            540    S7-008     Pallet        9.00         4,860.00
            """);
    assertThat(order.at("/billTo/address/city").asText()).isEqualTo("El Paso");
    assertThat(order.at("/billTo/address/region").asText()).isEqualTo("TX");
    assertThat(order.at("/billTo/address/lines/0").asText()).isEqualTo("1800 Northwestern Drive");
    assertThat(order.at("/seller/address/city").asText()).isEqualTo("Aurora");
    assertThat(order.at("/poDate").asText()).isEqualTo("2021-01-04");
    assertThat(order.at("/dates/requestedDelivery").asText()).isEqualTo("2021-01-08");
  }

  @Test
  void aTownThatBeginsLikeAStreetIsATown() {
    JsonNode order =
        read(
            """
            Bestellnummer: 88-1
            Lieferadresse:
            Muster AG
            Bahnhofstrasse 3
            9000 St. Gallen
            Schweiz

            Menge   Artikelnummer   Bezeichnung   Einzelpreis   Gesamtpreis
            5       A-100           Klammer       2,00          10,00
            """);
    assertThat(order.at("/shipTo/address/city").asText()).isEqualTo("St. Gallen");
    assertThat(order.at("/shipTo/address/postalCode").asText()).isEqualTo("9000");
  }

  @Test
  void aDateThatCanBeReadInOneWayOnlyIsRead() {
    JsonNode order =
        read(
            """
            Pedido de Compra No.4300004732
            Fecha: 21/01/2021
            Entrega: 02/15/2021

            No.   Articulo   Descripcion   Cantidad   Precio   Total
            1     702041     Tarimas       1,428      8.00     11,424.00
            """);
    assertThat(order.at("/poNumber").asText()).isEqualTo("4300004732");
    assertThat(order.at("/poDate").asText()).isEqualTo("2021-01-21");
    assertThat(order.at("/dates/requestedDelivery").asText()).isEqualTo("2021-02-15");
  }

  @Test
  void aColonInACellOfItsOwnBelongsToItsLabel() {
    JsonNode order =
        read(
            """
            Local Purchase Order
            Vendor Code    : V00013          PO No      :   UP1 - 102217
            Vendor Name    : Port Supply     Date       :   17/05/2026
            Payment Term   : 90 DAYS PDC

            S.No   Item Code   Description       Qty   UOM   Unit Price   Amount
            1      EG30119     Enclosure 16 M    4     NOS   124.00       496.00
            """);
    assertThat(order.at("/poNumber").asText()).isEqualTo("UP1 - 102217");
    assertThat(order.at("/poDate").asText()).isEqualTo("2026-05-17");
    assertThat(order.at("/paymentTerms/0/text").asText()).isEqualTo("90 DAYS PDC");
    assertThat(order.at("/lines/0/unit").asText()).isEqualTo("EA");
  }

  @Test
  void aDateBelowALineIsNoLine() {
    JsonNode order =
        read(
            """
            Purchase Order Number: 8377216

            Line    Item #    Description      Qty        Unit Price   Extended Price
            1.000   11619     Pallet, block    540.0000   4.8600       2,624.40
                    Requested Date             Promised Date
                    01/07/21                   01/08/21
            Delivery Date:                     16-JAN-2021
            Total Order: 2,624.40
            """);
    assertThat(order.at("/lines")).hasSize(1);
    assertThat(order.at("/lines/0/ids/0/value").asText()).isEqualTo("11619");
    assertThat(order.at("/lines/0/quantity").asText()).isEqualTo("540.0000");
  }

  @Test
  void theNumberBesideItsDateIsReadAndNoLawInTheSmallPrint() {
    JsonNode order =
        read(
            """
            PO number/date
            4512029509 / 01/27/2021

            Deliv. terms: EXW
            Payt. terms: Within 30 days Due net

            Qty   Item No.   Description   Unit Price   Amount
            504   101790     Pallet        5.13         2,585.52

            The clause of Executive Order 11246 applies.
            """);
    assertThat(order.at("/poNumber").asText()).isEqualTo("4512029509");
    assertThat(order.at("/poDate").asText()).isEqualTo("2021-01-27");
    assertThat(order.at("/paymentTerms/0/netDays").asText()).isEqualTo("30");
    assertThat(order.at("/freight/incoterm").asText()).isEqualTo("EXW");
  }

  @Test
  void aLabelIsNoValueAndAnUnknownLabelKeepsItsLastWord() {
    JsonNode order =
        read(
            """
            Purchase Order No: 497317
            Shipping from: Dock 4, Joliet
            Promised Date: 02/20/2021
            Terms & Conditions: see www.example.com

            P.O.DATE      SHIP VIA      TERMS      BUYER REQ      REQUISITIONER
            02/13/2021                  Net 30

            Qty   Item No.   Description   Unit Price   Amount
            10    TB-1       Board         15.37        153.70
            """);
    assertThat(order.at("/poDate").asText()).isEqualTo("2021-02-13");
    assertThat(order.at("/paymentTerms/0/text").asText()).isEqualTo("Net 30");
    assertThat(order.at("/carrier").isMissingNode()).isTrue();
    assertThat(order.at("/buyer").isMissingNode()).isTrue();
  }

  @Test
  void labelsCentredAboveTheirBlocksKeepThem() {
    Drawing draw = new Drawing(false);
    draw.text(50, 40, "PURCHASE ORDER 497317");
    String[][] rows = {
      {"VENDOR", "BILL TO", "SHIP TO"},
      {"Lakeside Supply Group Inc", "Northfield Telecom, Inc.", "Northfield Warehouse Company"},
      {"3333 Warren Road, Suite 200", "750 N. Commons Drive", "12 Industrial Drive, Gate 5"},
      {"Lisle, IL 60532", "Aurora, IL 60504", "Joliet, IL 60431"}
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < 3; c++) {
        double left = 40 + c * 170;
        if (r == 0) {
          draw.centred(left + 70, 70, rows[r][c]);
        } else {
          draw.text(left, 70 + r * 13, rows[r][c]);
        }
      }
    }
    JsonNode order = order(draw.bytes());
    assertThat(order.at("/seller/name").asText()).isEqualTo("Lakeside Supply Group Inc");
    assertThat(order.at("/billTo/name").asText()).isEqualTo("Northfield Telecom, Inc.");
    assertThat(order.at("/billTo/address/city").asText()).isEqualTo("Aurora");
    assertThat(order.at("/shipTo/name").asText()).isEqualTo("Northfield Warehouse Company");
    assertThat(order.at("/shipTo/address/city").asText()).isEqualTo("Joliet");
  }

  @Test
  void aTitleRightAboveTheHeadingIsNoPartOfIt() {
    Drawing draw = new Drawing(false);
    draw.text(50, 40, "Purchase Order: 4145602");
    draw.text(50, 88, "Purchase Order 4145602");
    double[] at = {50, 90, 170, 330, 390, 430, 480};
    String[][] rows = {
      {"Line", "Item", "Description", "Price", "Qty", "UOM", "Amount"},
      {"1", "S0208525-00", "Pallet, timber block", "$5.75", "540", "EA", "$3,105.00"},
      {"", "Supplier Item", "4000287387", "", "", "", ""},
      {"2", "S0208526-00", "Pallet, half block", "$5.00", "10", "EA", "$50.00"}
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < at.length; c++) {
        draw.text(at[c], 101 + r * 13, rows[r][c]);
      }
    }
    JsonNode order = order(draw.bytes());
    assertThat(order.at("/lines")).hasSize(2);
    assertThat(order.at("/lines/0/lineNumber").asText()).isEqualTo("1");
    assertThat(order.at("/lines/0/ids/0/scheme").asText()).isEqualTo("vendor");
    assertThat(order.at("/lines/0/ids/0/value").asText()).isEqualTo("4000287387");
    assertThat(order.at("/lines/0/ids/1/scheme").asText()).isEqualTo("buyer");
    assertThat(order.at("/lines/0/ids/1/value").asText()).isEqualTo("S0208525-00");
  }

  @Test
  void aTotalBehindTheTotalQuantityIsTheTotal() {
    JsonNode order =
        read(
            """
            PO #: 1497

            Description              Quantity   Cost     Amount
            Pallet blue 4-way        504        3.881    1,956.02
            PURCHASE ORDER TOTAL:    504                 1,956.02
            """);
    assertThat(order.at("/totals/amount").asText()).isEqualTo("1956.02");
  }

  @Test
  void anInvoiceWithTheNumberOfAnOrderWaitsForAPerson() {
    for (String title : List.of("TAX INVOICE", "Rechnung Nr. 471102", "Devis", "Packing Slip")) {
      Extraction read =
          extract(
              """
              %s
              Purchase Order No: 4500-77
              Date: 2026-11-20

              Item No.   Description   Qty   Unit Price   Amount
              W-001      Widget        5     4.00         20.00
              """
                  .formatted(title));
      assertThat(read.leastNeeded()).as(title).isLessThan(0.5);
      assertThat(read.mapped().findings().toString()).contains("calls itself");
    }
  }

  @Test
  void anOrderThatSaysWhereItsInvoiceGoesIsAnOrder() {
    Extraction read =
        extract(
            """
            Purchase Order
            Invoice
            PO Number: 4500-78
            Send invoice to: ap@example.com

            Item No.   Description   Qty   Unit Price   Amount
            W-001      Widget        5     4.00         20.00
            """);
    assertThat(read.mapped().findings()).isEmpty();
    assertThat(read.leastNeeded()).isGreaterThan(0.9);
  }

  private static JsonNode read(String text) {
    return extract(text).mapped().order();
  }

  private static Extraction extract(String text) {
    Paper paper = PaperTasks.read(PaperKind.TEXT, text.getBytes(StandardCharsets.UTF_8));
    return EXTRACTOR.extract(paper, Knowledge.NONE);
  }

  private static JsonNode order(byte[] pdf) {
    Paper paper = PaperTasks.read(PaperKind.PDF, pdf);
    return EXTRACTOR.extract(paper, Knowledge.NONE).mapped().order();
  }
}
