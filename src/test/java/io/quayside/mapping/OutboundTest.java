package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.edi.OutSegment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundTest {
  private static final Outbound OUTBOUND = new Outbound(Samples.FILES);

  @Test
  void aTemplateYieldsSegmentsWithoutADelimiterOfItsOwn() {
    List<OutSegment> segments =
        OUTBOUND.render("test/answer.ftl", Map.of("order", order("Acme Inc")));

    assertThat(segments)
        .containsExactly(
            OutSegment.of("BAK", "00", "AC", "0042", "20261120"),
            OutSegment.of("N1", "ST", "Acme Inc"),
            OutSegment.of("PO1", "010", "1000000.5", "EA", "", "", "VN", "W-1"),
            OutSegment.of("SLN", "1", "", "", "", List.of("EA", "", "3")),
            OutSegment.of("PO1", "020", "5"),
            OutSegment.of("SLN", "2", "", "", "", "EA"));
  }

  @Test
  void charactersOfXmlAndOfEdiInAValueStayAValue() {
    String name = "A&B <\"C\"> *~>: 'D' ${x} é";
    List<OutSegment> segments = OUTBOUND.render("test/answer.ftl", Map.of("order", order(name)));

    assertThat(segments.get(1).element(2)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          execute       | not allowed
          api           | api
          class         | order.class
          undefined     | order.nothing
          other-segment | `BAC01` is no element of BAK, as BAK01 is
          text          | text `*oops~` stands outside a segment
          not-closed    | no well-formed XML
          doctype       | no well-formed XML
          include       | include
          nowhere       | test/nowhere.ftl
          """)
  void aTemplateThatReachesTooFarOrYieldsNonsenseIsRefusedByName(String name, String why) {
    assertThatThrownBy(() -> OUTBOUND.render("test/" + name + ".ftl", Map.of("order", order("x"))))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("test/" + name + ".ftl")
        .hasMessageContaining(why);
  }

  private static Map<String, Object> order(String name) {
    Map<String, Object> line = new HashMap<>();
    line.put("lineNumber", "010");
    line.put("quantity", new BigDecimal("1000000.5"));
    line.put("unit", "EA");
    line.put("sku", "W-1");
    line.put("multiplier", 3);
    return Map.of(
        "poNumber",
        "0042",
        "poDate",
        "2026-11-20",
        "name",
        name,
        "lines",
        List.of(line, Map.of("lineNumber", "020", "quantity", "5")));
  }
}
