package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code mappings/} holds its rules, and each rule finds a file that breaks it. */
class MappingFilesTest {
  private static final ConfigFiles PRODUCT = new ConfigFiles(null);
  private static final ConfigFiles BAD =
      new ConfigFiles(Path.of("src/test/resources/mapping").toString());

  static List<String> mappings() {
    return below("mappings/x12/", "-to-order.xml");
  }

  static List<String> overlays() {
    return below("mappings/partners/", "-to-order.xml");
  }

  static List<String> templates() {
    return below("mappings/", ".ftl");
  }

  private static List<String> below(String prefix, String end) {
    return PRODUCT.list(prefix).stream()
        .filter(path -> path.endsWith(end))
        .map(path -> path.substring("mappings/".length()))
        .toList();
  }

  @Test
  void theMappingOf850IsThere() {
    assertThat(mappings()).contains("x12/850-to-order.xml");
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void aMappingStandsOnItsSchemaAndFillsTheCanonicalOrder(String mapping) {
    String type = mapping.replaceAll(".*/(\\d+)-to-order.xml", "$1");

    assertThat(new MappingRules(PRODUCT, type).broken(MappingFile.parse(PRODUCT, mapping)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void aMappingLoads(String mapping) {
    try (OrderMapping orders = new OrderMapping(PRODUCT, new OrderSchema(PRODUCT))) {
      orders.load(mapping, null);
    }
  }

  @Test
  void everyOverlayLoadsWithItsBase() {
    try (OrderMapping orders = new OrderMapping(PRODUCT, new OrderSchema(PRODUCT))) {
      for (String overlay : overlays()) {
        orders.load("x12/" + overlay.substring(overlay.lastIndexOf('/') + 1), overlay);
      }
    }
  }

  @Test
  void everyTemplateParses() {
    Outbound outbound = new Outbound(PRODUCT);

    assertThat(templates()).allSatisfy(template -> assertThat(outbound.load(template)).isNotNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unanchored        | `BEG/@BEG03` is not anchored; begin with x12-850
          no-such-segment   | there is no segment `BGN` there
          no-such-loop      | there is no loop `HL-loop` there
          no-such-element   | BEG has 12 elements, so there is no `BEG13`
          no-such-qualifier | REF has 4 elements, so there is no `REF09`
          no-such-property  | the canonical order has no property `ponumber`
          other-loop        | `x12-850/N1-loop/N1/@N101` does not stand in `x12-850/PO1-loop`
          not-wired         | bean `line`: nobody wires it
          not-retained      | bean `order`: it must have retain="true"
          other-class       | bean `order`: its class is not io.quayside.mapping.Fields
          """)
  void aMappingThatBreaksARuleIsFound(String name, String why) {
    List<String> broken =
        new MappingRules(BAD, "850").broken(MappingFile.parse(BAD, "bad/" + name + ".xml"));

    assertThat(broken).anySatisfy(sentence -> assertThat(sentence).contains(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-reader         | must have exactly one <reader class="io.quayside.mapping.EdiReader"/>
          no-such-table     | codes.yaml has no table `types`
          no-such-decoder   | no decoder is called `dat`
          not-xml           | is no readable XML
          doctype           | DOCTYPE is disallowed
          nowhere           | there is no `mappings/bad/nowhere.xml`
          """)
  void aMappingThatCannotBeRunDoesNotLoad(String name, String why) {
    try (OrderMapping orders = new OrderMapping(BAD, new OrderSchema(BAD))) {
      assertThatThrownBy(() -> orders.load("bad/" + name + ".xml", null))
          .isInstanceOf(MappingException.class)
          .hasMessageContaining(why);
    }
  }

  @Test
  void aTemplateThatDoesNotParseIsFound() {
    assertThatThrownBy(() -> new Outbound(BAD).load("bad/unclosed.ftl"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("bad/unclosed.ftl");
  }
}
