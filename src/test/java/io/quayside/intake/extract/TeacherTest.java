package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person's order teaches, and what it does to the next document. */
class TeacherTest {
  private static final double AUTOPILOT = 0.9;
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));
  private static final Knowledge OURS = new Ours(Set.of("W-001", "W-002", "W-003", "W-004"));

  record Ours(Set<String> items) implements Knowledge {
    @Override
    public Optional<Boolean> item(List<String> ids) {
      return ids.stream().anyMatch(items::contains) ? Optional.of(true) : Optional.empty();
    }

    @Override
    public Optional<Boolean> poNumber(String number) {
      return Optional.empty();
    }
  }

  private static final String FIRST =
      """
      BAUTEILE NORD

      Vorgang      BT-20417
      Erstellt am  03.11.2026
      Wunsch       01.12.2026

      Sachteil   Was              Soviel   Geld    Macht
      W-001      Schraube M8         100   1,25   125,00
      W-002      Mutter M8           250   0,80   200,00

      Summe                                       325,00
      """;
  private static final String FIRST_APPROVED =
      """
      {"poNumber":"BT-20417","poDate":"2026-11-03","dates":{"requestedDelivery":"2026-12-01"},
       "lines":[{"ids":[{"scheme":"vendor","value":"W-001"}],"description":"Schraube M8","quantity":"100","price":{"amount":"1.25"}},
                {"ids":[{"scheme":"vendor","value":"W-002"}],"description":"Mutter M8","quantity":"250","price":{"amount":"0.80"}}]}""";
  private static final String SECOND =
      """
      BAUTEILE NORD

      Vorgang      BT-20533
      Erstellt am  05.11.2026
      Wunsch       04.12.2026

      Sachteil   Was              Soviel   Geld     Macht
      W-003      Scheibe 8,4       1.000   0,05     50,00
      W-001      Schraube M8          40   1,25     50,00
      W-004      Federring            12   3,10     37,20

      Summe                                        137,20
      """;

  @Test
  void aTableAndLabelsThatNobodyKnewAreReadTheSecondTime() throws Exception {
    Extraction before = EXTRACTOR.extract(text(FIRST), OURS);
    assertThat(before.mapped().order().path("lines")).isEmpty();
    Learned learned = learned(text(FIRST), FIRST_APPROVED);
    Extraction read = EXTRACTOR.extract(text(SECOND), OURS, List.of(learned));
    ObjectNode order = read.mapped().order();
    assertThat(order.at("/poNumber").asText()).isEqualTo("BT-20533");
    assertThat(order.at("/poDate").asText()).isEqualTo("2026-11-05");
    assertThat(order.at("/dates/requestedDelivery").asText()).isEqualTo("2026-12-04");
    assertThat(order.at("/lines")).hasSize(3);
    assertThat(order.at("/lines/0/quantity").asText()).isEqualTo("1000");
    assertThat(order.at("/lines/0/ids/0/value").asText()).isEqualTo("W-003");
    assertThat(order.at("/lines/2/price/amount").asText()).isEqualTo("3.10");
    assertThat(read.least()).as(read.toString()).isGreaterThanOrEqualTo(AUTOPILOT);
    assertThat(read.mapped().findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void theSecondDocumentOfALayoutNeedsNoTouch(String layout) throws Exception {
    ExtractionProofTest.Print print = ExtractionProofTest.LAYOUTS.get(layout);
    OrderSheet first = ExtractionProofTest.sheet("learning", "bianchi-it-1");
    OrderSheet second = ExtractionProofTest.sheet("learning", "bianchi-it-2");
    Paper taught = PaperTasks.read(print.kind(), print.print().apply(first));
    Lesson lesson = EXTRACTOR.lesson(taught, OURS, approved(layout, taught, first), List.of());
    assertThat(lesson.whole()).isTrue();
    Extraction read =
        EXTRACTOR.extract(
            PaperTasks.read(print.kind(), print.print().apply(second)),
            OURS,
            List.of(new Learned(lesson.template(), 1, 0, 1)));
    Map<String, String> wanted = wanted(second);
    if (wraps(layout)) {
      wanted.replaceAll(
          (pointer, value) ->
              pointer.endsWith("/description") ? value + " " + second.wrapped() : value);
    }
    assertThat(values(read.mapped().order(), second)).as(lesson + "\n" + read).isEqualTo(wanted);
    assertThat(read.mapped().findings()).isEmpty();
    assertThat(read.least()).as(lesson + "\n" + read).isGreaterThanOrEqualTo(AUTOPILOT);
  }

  private static boolean wraps(String layout) {
    return layout.equals("wrapped");
  }

  static Set<String> layouts() {
    return ExtractionProofTest.LAYOUTS.keySet();
  }

  static Map<String, String> wanted(OrderSheet sheet) {
    Map<String, String> wanted = new TreeMap<>();
    sheet.expected().forEach((name, value) -> wanted.put("/" + name, value));
    for (int i = 0; i < sheet.expectedLines().size(); i++) {
      String at = "/lines/" + i + "/";
      sheet.expectedLines().get(i).forEach((name, value) -> wanted.put(at + name, value));
    }
    wanted.put("lines", String.valueOf(sheet.expectedLines().size()));
    return wanted;
  }

  private static Map<String, String> values(JsonNode order, OrderSheet sheet) {
    Map<String, String> values = new TreeMap<>();
    wanted(sheet).keySet().stream()
        .filter(pointer -> pointer.startsWith("/"))
        .forEach(pointer -> values.put(pointer, order.at(pointer).asText("")));
    values.put("lines", String.valueOf(order.path("lines").size()));
    return values;
  }

  /** The order as it was read, mended by a person. */
  private static ObjectNode approved(String layout, Paper paper, OrderSheet sheet) {
    OrderWriter order = new OrderWriter();
    order.order.setAll(EXTRACTOR.extract(paper, OURS).mapped().order().deepCopy());
    wanted(sheet)
        .forEach(
            (pointer, value) -> {
              if (pointer.startsWith("/")) {
                order.fixed(pointer, value);
              }
            });
    if (wraps(layout)) {
      order
          .order
          .path("lines")
          .forEach(
              line ->
                  ((ObjectNode) line)
                      .put(
                          "description",
                          line.path("description").asText() + " " + sheet.wrapped()));
    }
    ArrayNode lines = (ArrayNode) order.order.get("lines");
    while (lines.size() > sheet.expectedLines().size()) {
      lines.remove(lines.size() - 1);
    }
    return order.order;
  }

  @Test
  void aLayoutThatOnlyResemblesTheLearnedOneIsNotTakenForIt() throws Exception {
    Learned learned = learned(text(FIRST), FIRST_APPROVED);
    assertThat(EXTRACTOR.extract(text(SECOND), OURS, List.of(learned)).layout()).isNotNull();
    for (String other :
        List.of(
            SECOND.replace("Soviel   Geld ", "Geld     Soviel"),
            SECOND.replace("Geld ", "Netto"),
            SECOND.replace("Sachteil   Was", "Was   Sachteil"),
            SECOND.replace("Vorgang  ", "Anfrage  ").replace("Wunsch ", "Bedarf "),
            "Kunde: 17\nAngebot: 4\nZeichen: x\nTermin: bald\n" + SECOND)) {
      Extraction read = EXTRACTOR.extract(text(other), OURS, List.of(learned));
      assertThat(read.layout()).as(other).isNull();
    }
  }

  @Test
  void linesAndPagesDoNotChangeALayout() throws Exception {
    ExtractionProofTest.Print print = ExtractionProofTest.LAYOUTS.get("pages");
    List<String> names = new ArrayList<>();
    for (String name : List.of("bianchi-it-1", "bianchi-it-2")) {
      OrderSheet sheet = ExtractionProofTest.sheet("learning", name);
      Paper paper = PaperTasks.read(print.kind(), print.print().apply(sheet));
      names.add(
          EXTRACTOR
              .lesson(paper, OURS, approved("pages", paper, sheet), List.of())
              .template()
              .layout());
    }
    assertThat(names.get(0)).isEqualTo(names.get(1)).startsWith("pdf-");
  }

  @Test
  void aWrongTemplateLosesConfidenceAndWinsItBackOnlyByBeingRight() throws Exception {
    Template template = learned(text(FIRST), FIRST_APPROVED).template();
    double fresh = least(new Learned(template, 1, 0, 1));
    double wrongOnce = least(new Learned(template, 1, 1, 1));
    double wrongTwice = least(new Learned(template, 1, 2, 1));
    double again = least(new Learned(template, 4, 2, 4));
    assertThat(fresh).isGreaterThanOrEqualTo(AUTOPILOT);
    assertThat(wrongOnce).isLessThan(fresh);
    assertThat(wrongTwice).isLessThan(0.8);
    assertThat(again).isGreaterThan(wrongOnce);
  }

  private static double least(Learned learned) {
    return EXTRACTOR.extract(text(SECOND), OURS, List.of(learned)).least();
  }

  @Test
  void valuesThatDoNotAddUpStayDoubtfulWhateverTheTemplateSays() throws Exception {
    Learned best = new Learned(learned(text(FIRST), FIRST_APPROVED).template(), 50, 0, 50);
    Extraction read =
        EXTRACTOR.extract(text(SECOND.replace("40   1,25", "45   1,25")), OURS, List.of(best));
    assertThat(read.layout()).isNotNull();
    assertThat(read.confidence().get("/lines/1/quantity").value()).isLessThan(AUTOPILOT);
    assertThat(read.mapped().findings()).isNotEmpty();
  }

  /** Numbers changed, rows doubled, columns moved: what is sure is right, or is not sure. */
  @Test
  void aTemplateNeverMakesAWrongValueSure() throws Exception {
    Learned best = new Learned(learned(text(FIRST), FIRST_APPROVED).template(), 50, 0, 50);
    Random random = new Random(20261124);
    for (int run = 0; run < 400; run++) {
      String[] lines = SECOND.split("\n");
      String said = damaged(lines, random);
      Extraction read = EXTRACTOR.extract(text(String.join("\n", lines)), OURS, List.of(best));
      JsonNode rows = read.mapped().order().path("lines");
      for (int i = 0; i < rows.size(); i++) {
        String sku = rows.get(i).at("/ids/0/value").asText();
        String wanted = QUANTITIES.getOrDefault(sku, "none");
        String given = rows.get(i).path("quantity").asText("");
        Confidence sure = read.confidence().get("/lines/" + i + "/quantity");
        if (!given.isEmpty() && !given.equals(wanted)) {
          assertThat(sure.value()).as(said + "\n" + read).isLessThan(AUTOPILOT);
        }
      }
    }
  }

  private static final Map<String, String> QUANTITIES =
      Map.of("W-003", "1000", "W-001", "40", "W-004", "12");

  /** One damage to the table, so that a quantity may be read otherwise. */
  private static String damaged(String[] lines, Random random) {
    int row = 7 + random.nextInt(3);
    String before = lines[row];
    switch (random.nextInt(4)) {
      case 0 ->
          lines[row] =
              before.replaceFirst("( )([0-9.]+)(   )", "$1" + (2 + random.nextInt(900)) + "$3");
      case 1 ->
          lines[row] =
              before.substring(0, 25) + " ".repeat(random.nextInt(12)) + before.substring(25);
      case 2 -> lines[6] = lines[6].replace("Soviel   Geld ", "Geld   Soviel ");
      default -> lines[row] = before.substring(0, 27) + before.substring(27 + random.nextInt(6));
    }
    return before + " became " + lines[row];
  }

  @Test
  void aNumberOfAnotherFormIsLookedAt() throws Exception {
    Learned best = new Learned(learned(text(FIRST), FIRST_APPROVED).template(), 50, 0, 50);
    Extraction read =
        EXTRACTOR.extract(text(SECOND.replace("BT-20533", "03.11.26/7")), OURS, List.of(best));
    assertThat(read.confidence().get("/poNumber").value()).isLessThan(AUTOPILOT);
  }

  @Test
  void anItemThatAPersonNamedIsKnownTheNextTimeAsLongAsItIsOurs() throws Exception {
    String theirs = FIRST.replace("W-001", "S-8/25").replace("W-002", "M-8/00");
    Learned learned = learned(text(theirs), FIRST_APPROVED);
    assertThat(learned.template().items())
        .containsEntry("S-8/25", "W-001")
        .containsEntry("M-8/00", "W-002");
    Paper next = text(SECOND.replace("W-001", "S-8/25"));
    JsonNode line = EXTRACTOR.extract(next, OURS, List.of(learned)).mapped().order().at("/lines/1");
    assertThat(line.at("/ids/0/value").asText()).isEqualTo("W-001");
    assertThat(line.at("/ids/1/value").asText()).isEqualTo("S-8/25");
    assertThat(line.at("/ids/1/scheme").asText()).isEqualTo("buyer");
    Knowledge gone = new Ours(Set.of("W-003", "W-004"));
    line = EXTRACTOR.extract(next, gone, List.of(learned)).mapped().order().at("/lines/1");
    assertThat(line.at("/ids/0/value").asText()).isEqualTo("S-8/25");
  }

  @Test
  void aTemplateSurvivesItsFileAndABadFileSaysWhatIsWrong() throws Exception {
    Template template = learned(text(FIRST), FIRST_APPROVED).template();
    String file = TemplateFile.write(template);
    assertThat(file).contains("vorgang: po-number").contains("soviel: quantity");
    assertThat(TemplateFile.read(template.layout(), file)).isEqualTo(template);
    assertThatThrownBy(() -> TemplateFile.read("pdf-00000000", file))
        .hasMessageContaining("name of the file");
    assertThatThrownBy(
            () -> TemplateFile.read(template.layout(), file.replace("po-number", "password")))
        .hasMessageContaining("fields.vorgang: `password` is not allowed");
    assertThatThrownBy(() -> TemplateFile.read(template.layout(), "layout: ["))
        .hasMessageContaining("no YAML");
    assertThat(TemplateFile.named("../../etc/passwd")).isFalse();
  }

  @Test
  void hostileTextsStayTextsInTheFile() throws Exception {
    String nasty = "../../x: {a: !!java.lang.Runtime b} # \u202e";
    Template template =
        Template.none("text")
            .withItems(Map.of(nasty, "W-001", "- a\n  b: c", "W-002"))
            .known("text-0badc0de", List.of("qty"), List.of("from"));
    assertThat(TemplateFile.read("text-0badc0de", TemplateFile.write(template)))
        .isEqualTo(template);
  }

  private static Learned learned(Paper paper, String approved) throws JsonProcessingException {
    Lesson lesson = EXTRACTOR.lesson(paper, OURS, new ObjectMapper().readTree(approved), List.of());
    assertThat(lesson.whole()).isTrue();
    return new Learned(lesson.template(), 1, 0, 1);
  }

  private static Paper text(String text) {
    return PaperTasks.read(PaperKind.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }
}
