package io.quayside.intake.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every order in every layout, value by value: right, wrong or left empty, and how sure. */
class ExtractionProofTest {
  private static final double AUTOPILOT = 0.9;
  private static final List<String> SHEETS =
      List.of("acme-us", "harrow-gb", "falke-de", "lumiere-fr", "norte-es");
  private static final Extractor EXTRACTOR = new Extractor(new ConfigFiles(null));

  record Print(PaperKind kind, Function<OrderSheet, byte[]> print) {}

  static final Map<String, Print> LAYOUTS = new LinkedHashMap<>();

  static {
    LAYOUTS.put("letter", new Print(PaperKind.PDF, PdfLayouts::letter));
    LAYOUTS.put("grid", new Print(PaperKind.PDF, PdfLayouts::grid));
    LAYOUTS.put("right head", new Print(PaperKind.PDF, PdfLayouts::rightHead));
    LAYOUTS.put("report", new Print(PaperKind.PDF, PdfLayouts::report));
    LAYOUTS.put("landscape", new Print(PaperKind.PDF, PdfLayouts::landscape));
    LAYOUTS.put("pages", new Print(PaperKind.PDF, PdfLayouts::pages));
    LAYOUTS.put("wrapped", new Print(PaperKind.PDF, PdfLayouts::wrapped));
    LAYOUTS.put("dense", new Print(PaperKind.PDF, PdfLayouts::dense));
    LAYOUTS.put("form", new Print(PaperKind.WORKBOOK, sheet -> WorkbookLayouts.form(sheet, false)));
    LAYOUTS.put(
        "old form", new Print(PaperKind.WORKBOOK, sheet -> WorkbookLayouts.form(sheet, true)));
    LAYOUTS.put("blocks", new Print(PaperKind.WORKBOOK, WorkbookLayouts::blocks));
    LAYOUTS.put(
        "columns",
        new Print(
            PaperKind.TEXT, sheet -> TextLayouts.columns(sheet).getBytes(StandardCharsets.UTF_8)));
    LAYOUTS.put(
        "bars",
        new Print(
            PaperKind.TEXT, sheet -> TextLayouts.bars(sheet).getBytes(StandardCharsets.UTF_8)));
    LAYOUTS.put("html", new Print(PaperKind.HTML, sheet -> TextLayouts.html(sheet, false)));
    LAYOUTS.put("nested html", new Print(PaperKind.HTML, sheet -> TextLayouts.html(sheet, true)));
  }

  private static final class Score {
    private final Map<String, int[]> fields = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> surelyWrong = new ArrayList<>();
    private int lines;
    private int completeLines;

    int[] of(String field) {
      return fields.computeIfAbsent(field, key -> new int[3]);
    }

    boolean take(String document, String field, String pointer, String wanted, Extraction read) {
      JsonNode node = read.mapped().order().at(pointer);
      if (node.isMissingNode() || node.isNull()) {
        of(field)[2]++;
        wrong.add("%s %s: empty, not `%s`".formatted(document, pointer, wanted));
        return false;
      }
      boolean right = node.asText().equals(wanted);
      of(field)[right ? 0 : 1]++;
      if (!right) {
        Confidence sure = read.confidence().get(pointer);
        String said =
            "%s %s: `%s`, not `%s` (%s)"
                .formatted(
                    document, pointer, node.asText(), wanted, sure == null ? "" : sure.words());
        wrong.add(said);
        if (sure != null && sure.value() >= AUTOPILOT) {
          surelyWrong.add(said);
        }
      }
      return right;
    }
  }

  @Test
  void ordersInClearlyDifferentLayoutsAreReadRightOrLeftOpen() throws IOException {
    Score score = new Score();
    int documents = 0;
    for (String name : SHEETS) {
      OrderSheet sheet = sheet(name);
      Map<String, Print> layouts = new LinkedHashMap<>(LAYOUTS);
      layouts.put("two rows", new Print(PaperKind.PDF, TwoRowLayout::print));
      for (Map.Entry<String, Print> layout : layouts.entrySet()) {
        documents++;
        byte[] bytes = layout.getValue().print().apply(sheet);
        Extraction read =
            EXTRACTOR.extract(PaperTasks.read(layout.getValue().kind(), bytes), Knowledge.NONE);
        compare(name + " as " + layout.getKey(), sheet, read, score);
      }
    }
    String report = report(score, documents);
    Files.writeString(Path.of("target/extraction.txt"), report);
    assertThat(documents).isGreaterThanOrEqualTo(40);
    assertThat(score.surelyWrong).as(report).isEmpty();
    int[] numbers = score.of("poNumber");
    assertThat(numbers[0]).as(report).isGreaterThanOrEqualTo((int) Math.ceil(documents * 0.95));
    assertThat(score.completeLines)
        .as(report)
        .isGreaterThanOrEqualTo((int) Math.ceil(score.lines * 0.9));
  }

  private static void compare(String document, OrderSheet sheet, Extraction read, Score score) {
    sheet
        .expected()
        .forEach((field, wanted) -> score.take(document, field, "/" + field, wanted, read));
    int found = read.mapped().order().path("lines").size();
    score.of("number of lines")[found == sheet.expectedLines().size() ? 0 : 1]++;
    for (int i = 0; i < sheet.expectedLines().size(); i++) {
      boolean complete = true;
      for (Map.Entry<String, String> one : sheet.expectedLines().get(i).entrySet()) {
        String pointer = "/lines/%d/%s".formatted(i, one.getKey());
        complete &= score.take(document, "line " + one.getKey(), pointer, one.getValue(), read);
      }
      score.lines++;
      score.completeLines += complete ? 1 : 0;
    }
  }

  private static String report(Score score, int documents) {
    StringBuilder out =
        new StringBuilder("%d documents%n%-32s right wrong empty%n".formatted(documents, "value"));
    score.fields.forEach(
        (field, counts) ->
            out.append("%-32s %5d %5d %5d%n".formatted(field, counts[0], counts[1], counts[2])));
    out.append("complete lines %d of %d%n".formatted(score.completeLines, score.lines));
    score.wrong.stream().limit(60).forEach(one -> out.append(one).append('\n'));
    return out.append("wrong above %.2f: %s%n".formatted(AUTOPILOT, score.surelyWrong)).toString();
  }

  static OrderSheet sheet(String name) throws IOException {
    return sheet("extraction", name);
  }

  static OrderSheet sheet(String folder, String name) throws IOException {
    try (InputStream in =
        ExtractionProofTest.class.getResourceAsStream("/%s/%s.yaml".formatted(folder, name))) {
      return new YAMLMapper().readValue(in, new TypeReference<OrderSheet>() {});
    }
  }
}
