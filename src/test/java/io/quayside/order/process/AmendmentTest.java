package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import org.junit.jupiter.api.Test;

/** A change that names only what changes, in the order in force. */
class AmendmentTest {
  private static final Json JSON = new Json(new ObjectMapper());

  private static final PurchaseOrder IN_FORCE =
      JSON.read(
          """
          {"poNumber":"1","purposeCode":"00","dates":{"requestedDelivery":"2026-12-01","cancelAfter":"2026-12-31"},
           "lines":[{"lineNumber":"010","quantity":"40","unit":"EA","price":{"amount":"12.50","per":"1"},"description":"Widget"},
                    {"lineNumber":"020","quantity":"5","unit":"EA"},{"lineNumber":"030","quantity":"7","unit":"EA"}]}
          """,
          PurchaseOrder.class);

  private static PurchaseOrder change(String rest) {
    return Amendment.of(
        IN_FORCE,
        JSON.read("{\"poNumber\":\"1\",\"purposeCode\":\"04\"," + rest + "}", PurchaseOrder.class),
        JSON);
  }

  @Test
  void whatIsNotNamedStays() {
    PurchaseOrder amended =
        change(
            """
            "dates":{"requestedDelivery":"2026-12-05"},
            "lines":[{"lineNumber":"10","change":"change","changeCode":"QD","quantity":"30","unit":"EA"},
                     {"lineNumber":"020","change":"delete","changeCode":"DI"},
                     {"lineNumber":"030","change":"none","changeCode":"NC","quantity":"9"},
                     {"lineNumber":"040","change":"add","changeCode":"AI","quantity":"2","unit":"CA"}]
            """);
    assertThat(amended.lines()).extracting(Line::quantity).containsExactly("30", "7", "2");
    assertThat(amended.lines().get(0).price().amount()).isEqualTo("12.50");
    assertThat(amended.lines().get(0).description()).isEqualTo("Widget");
    assertThat(amended.lines()).extracting(Line::change).containsOnlyNulls();
    assertThat(amended.dates().requestedDelivery()).isEqualTo("2026-12-05");
    assertThat(amended.dates().cancelAfter()).isEqualTo("2026-12-31");
    assertThat(amended.purposeCode()).isEqualTo("04");
  }

  @Test
  void aDocumentThatRestatesTheOrderIsTheOrder() {
    assertThat(change("\"lines\":[{\"lineNumber\":\"010\",\"quantity\":\"1\"}]").lines())
        .hasSize(1);
  }

  @Test
  void aDocumentWithoutLinesChangesTheHeadAlone() {
    PurchaseOrder amended = change("\"dates\":{\"cancelAfter\":\"2027-01-15\"},\"lines\":[]");

    assertThat(amended.dates().cancelAfter()).isEqualTo("2027-01-15");
    assertThat(amended.lines()).extracting(Line::quantity).containsExactly("40", "5", "7");
  }

  @Test
  void aLineThatIsNotThereIsNeitherDeletedNorAdded() {
    assertThat(change("\"lines\":[{\"lineNumber\":\"99\",\"change\":\"delete\"}]").lines())
        .extracting(Line::lineNumber)
        .containsExactly("010", "020", "030");
  }

  @Test
  void aLineWithoutANumberIsKnownByItsItemNotByItsPlaceInTheChange() {
    PurchaseOrder inForce =
        JSON.read(
            """
            {"poNumber":"1","lines":[
             {"lineNumber":"1","quantity":"60","ids":[{"scheme":"buyer","code":"BP","value":"A1"}]},
             {"lineNumber":"2","quantity":"5","ids":[{"scheme":"buyer","code":"BP","value":"A3"}]},
             {"lineNumber":"3","quantity":"8","ids":[{"scheme":"buyer","code":"BP","value":"A4"}]}]}
            """,
            PurchaseOrder.class);
    PurchaseOrder change =
        JSON.read(
            """
            {"poNumber":"1","purposeCode":"04","lines":[
             {"lineNumber":"1","change":"delete","ids":[{"scheme":"buyer","value":"A3"}]},
             {"lineNumber":"2","change":"add","quantity":"9","ids":[{"scheme":"buyer","value":"A1"}]},
             {"lineNumber":"3","change":"delete","ids":[{"scheme":"buyer","value":"A9"}]},
             {"lineNumber":"4","change":"change","quantity":"7","ids":[{"scheme":"buyer","value":"A4"}]}]}
            """,
            PurchaseOrder.class);

    assertThat(Amendment.numbered(inForce, change, JSON).lines())
        .extracting(Line::lineNumber)
        .containsExactly("2", "4", "5", "3");
    assertThat(Amendment.of(inForce, change, JSON).lines())
        .extracting(line -> line.lineNumber() + " " + line.quantity())
        .containsExactly("1 60", "3 7", "4 9");
  }

  @Test
  void ofAListTheKindsThatAreNotNamedStay() {
    PurchaseOrder order =
        JSON.read(
            """
            {"poNumber":"1","references":[{"code":"IA","value":"V-1"},{"code":"DP","value":"042"}],
             "notes":[{"use":"delivery","text":"Back door"}],"totals":{"lineCount":1},
             "lines":[{"lineNumber":"1","quantity":"1","references":[{"code":"CR","value":"9"}]}]}
            """,
            PurchaseOrder.class);
    PurchaseOrder change =
        JSON.read(
            """
            {"poNumber":"1","references":[{"code":"IA","value":"V-2"},{"code":"CO","value":"7"}],
             "totals":{"lineCount":1},
             "lines":[{"lineNumber":"1","change":"change","quantity":"2","references":[{"code":"BM","value":"8"}]}]}
            """,
            PurchaseOrder.class);

    PurchaseOrder amended = Amendment.of(order, change, JSON);

    assertThat(amended.references())
        .extracting(one -> one.code() + " " + one.value())
        .containsExactly("IA V-2", "DP 042", "CO 7");
    assertThat(amended.lines().get(0).references())
        .extracting(one -> one.code() + " " + one.value())
        .containsExactly("CR 9", "BM 8");
    assertThat(amended.notes()).hasSize(1);
    assertThat(amended.totals()).isNull();
    assertThat(Content.differences(order, amended))
        .isEqualTo(
            "references IA value: V-1, now V-2; references CO: nothing, now CO 7; lines 1 quantity: 1, now 2; lines 1 references BM: nothing, now BM 8");
  }

  @Test
  void anotherStoreBringsNoAddressOfTheOneBefore() {
    String store =
        """
        {"role":"ship-to","name":"Store %s","ids":[{"scheme":"assigned-by-buyer","value":"%s"}]%s}""";
    String order =
        "{\"poNumber\":\"1\",\"shipTo\":%1$s,\"parties\":[{\"role\":\"buyer\",\"name\":\"Acme\"},%1$s]}";
    String address =
        ",\"address\":{\"lines\":[\"1 Main St\"],\"city\":\"Springfield\",\"region\":\"IL\"}";
    PurchaseOrder before =
        JSON.read(order.formatted(store.formatted("42", "0042", address)), PurchaseOrder.class);

    PurchaseOrder moved = amended(before, store.formatted("43", "0043", ""));
    assertThat(moved.shipTo().name()).isEqualTo("Store 43");
    assertThat(moved.shipTo().address()).isNull();
    assertThat(moved.parties())
        .extracting(one -> one.role() + " " + one.name())
        .containsExactly("buyer Acme", "ship-to Store 43");

    PurchaseOrder same = amended(before, store.formatted("42", "0042", ""));
    assertThat(same.shipTo().address().city()).isEqualTo("Springfield");

    String elsewhere = ",\"address\":{\"lines\":[\"9 Lake Ave\"],\"city\":\"Peoria\"}";
    PurchaseOrder readdressed = amended(before, store.formatted("42", "0042", elsewhere));
    assertThat(readdressed.shipTo().address().city()).isEqualTo("Peoria");
    assertThat(readdressed.shipTo().address().region()).isNull();
  }

  private static PurchaseOrder amended(PurchaseOrder before, String shipTo) {
    String change = "{\"poNumber\":\"1\",\"shipTo\":%1$s,\"parties\":[%1$s]}".formatted(shipTo);
    return Amendment.of(before, JSON.read(change, PurchaseOrder.class), JSON);
  }

  @Test
  void linesAreComparedByTheirNumbers() {
    PurchaseOrder amended = change("\"lines\":[{\"lineNumber\":\"020\",\"change\":\"delete\"}]");

    assertThat(Content.differences(IN_FORCE, amended)).isEqualTo("lines 20: 020 5 EA, now nothing");
  }
}
