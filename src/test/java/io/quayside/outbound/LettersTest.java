package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.mapping.ConfigFiles;
import io.quayside.mapping.Outbound;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters in every language, and what hostile order data makes of them: nothing. */
class LettersTest {

  private static final Path WORDS = Path.of("mappings/email");
  private final ConfigFiles files = new ConfigFiles("");
  private final Letters letters = new Letters(new Outbound(files), files);

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void eachLanguageHasEveryWordWithTheSamePlaces(String language) throws IOException {
    Properties english = words("en");
    Properties other = words(language);
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(other.getProperty(key)).as(key).doesNotContain("'");
      assertThat(english.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  @Test
  void aLanguageThatIsNotThereSpeaksEnglish() {
    assertThat(letters.say("xx", "invoice.title", "7")).isEqualTo("Invoice 7");
    assertThat(letters.say("de-CH", "invoice.title", "7")).isEqualTo("Rechnung 7");
  }

  @Test
  void orderDataIsShownAndNeverRun() throws IOException {
    String evil = "<script>alert(1)</script>${7*7}<#assign x=1><img src=\"http://127.0.0.1/x\">&";
    String html =
        letters.html(
            "question",
            "en",
            Map.of(
                "title", "T",
                "intro", "",
                "company", Map.of("name", "Our Company"),
                "order", Map.of("poNumber", evil),
                "points", List.of(evil)));
    assertThat(html).doesNotContain("<script>").doesNotContain("<img").doesNotContain("49");
    assertThat(Letters.text(html)).contains("- " + evil).contains("Your order: " + evil);
    try (var pdf = Loader.loadPDF(Letters.pdf(html))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(1)</script>");
    }
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(WORDS.resolve("words." + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }
}
