package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlCharactersTest {

  @Test
  void controlsAndHalfPairsAreNoText() {
    assertThat(ControlCharacters.first("a\u0000")).isEqualTo("U+0000");
    assertThat(ControlCharacters.first("\u001b[31m")).isEqualTo("U+001B");
    assertThat(ControlCharacters.first("a\u007f")).isEqualTo("U+007F");
    assertThat(ControlCharacters.first("a\u0085")).isEqualTo("U+0085");
    assertThat(ControlCharacters.first("a\ud83d")).isEqualTo("U+D83D");
    assertThat(ControlCharacters.first("\ude80a")).isEqualTo("U+DE80");
  }

  @Test
  void whiteSpaceOtherScriptsAndEmojiAreText() {
    assertThat(ControlCharacters.first("a\tb\r\nc Größe 日本 \u202e\u200b \ud83d\ude80")).isEmpty();
  }

  @Test
  void eachIsToldByItsPlace() throws Exception {
    JsonNode order =
        new ObjectMapper().readTree("{\"a\":[{\"b\":\"x\\u0001\"}],\"k\\u0000\":1,\"c\":\"fine\"}");
    List<String> found = ControlCharacters.in(order);
    assertThat(found)
        .containsExactly(
            "/a/0/b: holds the character U+0001, which is no text. Remove it.",
            "/: holds the character U+0000, which is no text. Remove it.");
  }

  @Test
  void anOrderThatHoldsOneIsNotAsTheContractSays() throws Exception {
    Contract order = new Contract(new ConfigFiles(null), OrderSchema.FILE);
    JsonNode good =
        new ObjectMapper()
            .readTree(
                "{\"poNumber\":\"P-1\",\"lines\":[{\"lineNumber\":\"1\",\"quantity\":\"1\",\"ids\":[]}]}");
    assertThat(order.check(good)).isEmpty();
    JsonNode bad = new ObjectMapper().readTree(good.toString().replace("P-1", "P\\u0000"));
    assertThat(order.check(bad)).singleElement().asString().startsWith("/poNumber: holds");
  }
}
