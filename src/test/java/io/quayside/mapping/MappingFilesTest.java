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
    return below("mappings/", ".xml").stream()
        .filter(path -> path.contains("-to-") && !path.startsWith("partners/"))
        .toList();
  }

  static List<String> overlays() {
    return below("mappings/partners/", ".xml");
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
  void aMappingStandsOnItsSchemaAndFillsItsContract(String mapping) {
    assertThat(new MappingRules(PRODUCT, mapping).broken(MappingFile.parse(PRODUCT, mapping)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void aMappingLoadsInSmooksAndIsCompiled(String mapping) {
    loads(PRODUCT, mapping, null);

    try (MappingEngine engine = new MappingEngine(PRODUCT)) {
      assertThat(engine.compiled(mapping, null)).isPresent();
    }
  }

  @Test
  void everyOverlayLoadsWithItsBase() {
    for (String overlay : overlays()) {
      loads(PRODUCT, "x12/" + overlay.substring(overlay.lastIndexOf('/') + 1), overlay);
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
        new MappingRules(BAD, "x12/850-to-order.xml")
            .broken(MappingFile.parse(BAD, "bad/" + name + ".xml"));

    assertThat(broken).anySatisfy(sentence -> assertThat(sentence).contains(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-reader         | must have exactly one <reader class="io.quayside.mapping.DocumentReader"/>
          no-such-table     | codes.yaml has no table `types`
          no-such-decoder   | no decoder is called `dat`
          not-xml           | is no readable XML
          doctype           | DOCTYPE is disallowed
          nowhere           | there is no `mappings/bad/nowhere.xml`
          """)
  void aMappingThatCannotBeRunDoesNotLoad(String name, String why) {
    String mapping = "bad/" + name + ".xml";

    assertThatThrownBy(() -> loads(BAD, mapping, null))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(why);
    try (MappingEngine engine = new MappingEngine(BAD)) {
      assertThatThrownBy(() -> engine.compiled(mapping, null))
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

  private static void loads(ConfigFiles files, String mapping, String overlay) {
    try (SmooksMappings smooks = new SmooksMappings(files)) {
      smooks.load(mapping, overlay);
    }
  }
}
