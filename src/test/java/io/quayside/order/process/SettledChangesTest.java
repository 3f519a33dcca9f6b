package io.quayside.order.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quayside.order.Answers;
import io.quayside.order.Answers.Change;
import io.quayside.order.Orders;
import io.quayside.order.canonical.Line;
import io.quayside.order.canonical.PurchaseOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a change once a person has settled it, for the answer to it. */
class SettledChangesTest {
  private static final String DELETION =
      """
      [{"lineNumber":"010","change":"change","changeCode":"QD","quantity":"30","unit":"EA"},
       {"lineNumber":"20","change":"delete","changeCode":"DI"},
       {"lineNumber":"77","change":"delete","changeCode":"DI"},
       {"lineNumber":"40","change":"add","changeCode":"AI","quantity":"2","unit":"EA","price":{"amount":"12.50"},
        "ids":[{"scheme":"buyer","code":"BP","value":"A1"}]}]
      """;

  @TempDir Path home;
  private OrderDesk desk;
  private String id;

  @BeforeEach
  void open() {
    desk = new OrderDesk(home);
    desk.stock.put("W-001", new BigDecimal(100));
    desk.warehouseOpen = false;
    id =
        desk.run(
            Sample.order("1")
                .line("10", "40", "EA", "12.50", "A1")
                .line("20", "5", "EA", "12.50", "A1")
                .line("30", "7", "EA", "12.50", "A1")
                .build());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void change(String documentId, String code, String lines) {
    desk.clock.advance(Duration.ofMinutes(1));
    PurchaseOrder document =
        Sample.order("1")
            .text("purposeCode", code)
            .text("purpose", code.equals("01") ? "cancellation" : "change")
            .text("changeNumber", documentId)
            .with("lines", lines)
            .build();
    desk.place(document, documentId, false);
    desk.settle();
  }

  private void settle(String documentId, boolean accept) {
    desk.bean(Orders.class).settle(documentId, accept, "anna");
    desk.settle();
  }

  private Change settled(String documentId) {
    return desk.bean(Answers.class).change(documentId).orElseThrow();
  }

  private JsonNode lastAnswer() {
    List<JsonNode> answers = desk.all("order.confirm");
    return answers.get(answers.size() - 1);
  }

  @Test
  void eachLineIsKnownAsItWasAndAsItWouldBeAndWhatIsNotThereIsNotAdded() {
    change("c1", "04", DELETION);
    assertThat(desk.bean(Answers.class).change("c1")).isEmpty();

    settle("c1", true);

    Change change = settled("c1");
    assertThat(change.orderId()).isEqualTo(id);
    assertThat(change.accepted()).isTrue();
    assertThat(change.asked().changeNumber()).isEqualTo("c1");
    assertThat(change.lines())
        .extracting(
            line ->
                "%s %s %s %s"
                    .formatted(
                        line.key(), quantity(line.before()), quantity(line.after()), line.code()))
        .containsExactly("010 40 30 QD", "20 5 - DI", "30 7 7 null", "40 - 2 AI", "77 - null DI");
    assertThat(change.after().lines())
        .extracting(Line::lineNumber)
        .containsExactly("010", "30", "40");
    assertThat(lastAnswer().path("orderId").asText()).isNotEqualTo(id);
    assertThat(lastAnswer().has("change")).isFalse();
  }

  @Test
  void aChangeThatIsStillOpenGoesOverToTheRevisionAndARefusalIsAnswered() {
    change("c1", "04", DELETION);
    change("c2", "04", "[{\"lineNumber\":\"30\",\"change\":\"change\",\"quantity\":\"9\"}]");
    settle("c1", true);
    String revision = desk.problems().get(0).orderId();
    assertThat(revision).isNotEqualTo(id);
    assertThat(desk.problems())
        .extracting(problem -> problem.key())
        .containsExactly("order/%s/change-to-order/c2".formatted(revision));

    settle("c2", false);

    assertThat(desk.all("order.confirm"))
        .extracting(answer -> answer.path("orderId").asText() + answer.path("change").asText())
        .containsExactly(id, revision + "c2", revision);
    assertThat(settled("c2").accepted()).isFalse();
    assertThat(settled("c2").orderId()).isEqualTo(revision);
    assertThat(desk.problems()).isEmpty();
  }

  @Test
  void aCancellationWithoutLinesIsAnsweredAlsoWhereAPersonCancelsTheOrder() {
    change("c1", "01", "[]");

    desk.bean(Orders.class).cancel(id, "As the customer asks", "anna");
    desk.settle();

    assertThat(lastAnswer().path("change").asText()).isEqualTo("c1");
    assertThat(desk.all("order.confirm")).hasSize(2);
    assertThat(settled("c1").accepted()).isTrue();
    assertThat(settled("c1").after()).isNull();
    assertThat(settled("c1").lines()).hasSize(3).allMatch(line -> line.after() == null);
  }

  @Test
  void aChangeOfAnOrderThatIsNotHereIsAnsweredWhenItIsSetAside() {
    PurchaseOrder document =
        Sample.order("unknown")
            .text("purposeCode", "04")
            .text("purpose", "change")
            .with("lines", DELETION)
            .build();
    desk.place(document, "c9", false);

    settle("c9", false);

    assertThat(lastAnswer().path("change").asText()).isEqualTo("c9");
    assertThat(lastAnswer().has("orderId")).isFalse();
    assertThat(settled("c9").orderId()).isNull();
    assertThat(settled("c9").lines()).hasSize(4).allMatch(line -> line.before() == null);
    assertThat(desk.bean(Answers.class).withoutOrder("c9"))
        .get()
        .satisfies(facts -> assertThat(facts.head().order().poNumber()).isEqualTo("unknown"))
        .satisfies(facts -> assertThat(facts.lines()).isEmpty());
  }

  private static String quantity(Line line) {
    return line == null ? "-" : line.quantity();
  }
}
