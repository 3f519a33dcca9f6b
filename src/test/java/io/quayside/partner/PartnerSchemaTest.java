package io.quayside.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mappings/partner.schema.json} and the reader say the same: keys, words and forms. */
class PartnerSchemaTest {

  /**
   * A block of the schema by its pointer, and a file with {@code @} where a key of it may stand.
   */
  private static final Map<String, String> BLOCKS = blocks();

  private static final String LEAST =
      """
      id: acme
      name: Acme Inc
      identifiers: [{scheme: x12, qualifier: ZZ, value: ACMEEDI}]
      """;
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema CHECK =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
  private static final YAMLMapper YAML = new YAMLMapper();

  private final PartnerReader reader = new PartnerReader(PartnerReaderTest.COMPANY);

  private static Map<String, String> blocks() {
    String out = "channels: {out: folder}\n";
    String in = "channels: {out: folder, in: [{kind: %s}]}\n";
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("", out + "@");
    blocks.put("/properties/channels", "channels: {out: folder, @}");
    for (String name :
        List.of(
            "x12",
            "edifact",
            "agreement",
            "acknowledgment",
            "asn",
            "items",
            "extraction",
            "export")) {
      blocks.put("/properties/" + name, out + name + ": {@}");
    }
    blocks.put("/properties/agreement/properties/severity", out + "agreement: {severity: {@}}");
    blocks.put("/$defs/calendar", out + "agreement: {calendar: {@}}");
    blocks.put("/$defs/identifier", out + "we: {@}");
    blocks.put("/$defs/location", out + "locations: {A: {@}}");
    blocks.put("/$defs/address", out + "locations: {A: {name: x, address: {@}}}");
    blocks.put("/$defs/x12Document", out + "x12: {documents: {\"810\": {@}}}");
    blocks.put("/$defs/edifactDocument", out + "edifact: {documents: {INVOIC: {@}}}");
    blocks.put("/$defs/folder", in.formatted("folder, @"));
    blocks.put("/$defs/sftp", in.formatted("sftp, @"));
    blocks.put("/$defs/mailbox", in.formatted("email, @"));
    blocks.put("/$defs/oauth", in.formatted("email, oauth: {@}"));
    blocks.put("/$defs/webhook", in.formatted("webhook, user: x, signature: basic, @"));
    blocks.put("/$defs/signature", in.formatted("webhook, signature: {@}"));
    blocks.put("/$defs/as2", in.formatted("as2, @"));
    blocks.put("/$defs/letters", "channels: {out: {kind: email, @}}");
    blocks.put("/$defs/callback", "channels: {out: {kind: webhook, @}}");
    blocks.put("/$defs/outByDocument", "channels: {out: {channel: van, \"810\": folder, @}}");
    return blocks;
  }

  static Stream<String> pointers() {
    return BLOCKS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void theSchemaNamesTheKeysThatAreReadAndNoOthers(String block) {
    Fault unknown = fault(BLOCKS.get(block).replace("@", "zzzzzzz: 1"), "zzzzzzz");
    Matcher known = Pattern.compile("Known here: (.*)").matcher(unknown.remedy());
    assertThat(known.matches()).as(unknown.sentence()).isTrue();
    assertThat(Stream.of(known.group(1).split(", ")).filter(key -> !key.equals("810")))
        .containsExactlyInAnyOrderElementsOf(keys(block));
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void itsWordsAreTheWordsThatAreRead(String block) {
    JsonNode described = SCHEMA.at(block);
    for (Map.Entry<String, JsonNode> key : described.path("properties").properties()) {
      List<String> words = words(key.getValue().path("enum"));
      if (!words.isEmpty() && !BLOCKS.get(block).contains(key.getKey() + ":")) {
        Fault wrong =
            fault(BLOCKS.get(block).replace("@", key.getKey() + ": zzzzzzz"), key.getKey());
        assertThat(wrong.remedy().replaceFirst("^Use ", "").split(", "))
            .as(block + " " + key.getKey())
            .containsExactlyElementsOf(words);
      }
    }
  }

  @Test
  void everyBlockOfTheSchemaIsHeldToTheReader() {
    List<String> blocks = new ArrayList<>();
    closedBlocks(SCHEMA, "", blocks);
    assertThat(BLOCKS.keySet()).containsExactlyInAnyOrderElementsOf(blocks);
  }

  @Test
  void itsFormsAreThoseOfTheReader() {
    JsonNode forms = SCHEMA.get("$defs");
    for (Grammar grammar : Grammar.values()) {
      assertThat(forms.at("/" + Grammar.word(grammar) + "/pattern").asText())
          .as(grammar.name())
          .isEqualTo("^(?:" + grammar.pattern() + ")$");
    }
    assertThat(forms.at("/separator/type").toString()).contains("string");
  }

  @Test
  void filesThatAreReadAreValid() throws IOException {
    List<String> files = new ArrayList<>(List.of(PartnerReaderTest.WHOLE, PartnerReaderTest.LEAST));
    try (Stream<Path> ours = Files.list(Path.of("routes/partners"))) {
      for (Path file : ours.toList()) {
        files.add(Files.readString(file));
      }
    }
    for (String file : files) {
      assertThat(CHECK.validate(YAML.readTree(file))).as(file).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channels: {out: {kind: pigeon}}",
        "channels: {out: {kind: sftp, host: a.example, user: u, hostKey: none, keyFile: k}}",
        "channels: {out: {kind: sftp, host: a.example, user: u, hostKey: \"SHA256:uNiVztksCsDhcc0u9e8BrrJr2Pn2RbLxSGgMHwH9Jgk\"}}",
        "channels: {out: {kind: email}}",
        "channels: {out: {kind: webhook, url: \"https://a.example/{{x}}\", signature: none}}",
        "channels: {out: folder, in: [{kind: webhook, signature: morse, secretEnv: S}]}",
        "channels: {out: folder, in: [{kind: email, host: a.example, user: u}]}",
        "channels: {out: folder}\nmode: loud",
        "channels: {out: folder}\nroles: [friend]",
        "channels: {out: folder}\nagreement: {netDays: many}",
        "channels: {out: folder}\nagreement: {netDays: 4000}",
        "channels: {out: folder}\nagreement: {severity: {typo: accept}}",
        "channels: {out: folder}\nagreement: {calendar: {cutoff: noon}}",
        "channels: {out: folder}\nagreement: {deadlines: {\"855\": soon}}",
        "channels: {out: folder}\nx12: {elementSeparator: AB}",
        "channels: {out: folder}\nx12: {version: newest}",
        "channels: {out: folder}\nextraction: {threshold: 2}",
        "channels: {out: folder}\nitems: {match: [colour]}",
        "channels: {out: folder}\nmappings: {\"850\": ../../etc/passwd}",
        "channels: {out: folder}\nlocations: {A: {address: {city: X}}}",
        "replies: [\"997\"]",
      })
  void whatIsRefusedIsNotValid(String rest) throws IOException {
    assertThatCode(() -> reader.read("acme", LEAST + rest + "\n", 1))
        .isInstanceOf(PartnerFileException.class);
    assertThat(CHECK.validate(YAML.readTree(LEAST + rest + "\n"))).isNotEmpty();
  }

  @Test
  void aFaultSaysLinePathValueWhyAndRemedy() {
    assertThat(fault("channels: {out: {kind: foldr}}", "kind").sentence())
        .isEqualTo(
            "line 4, channels.out.kind `foldr`: is not one of the words. Use folder, sftp, email, webhook, as2. Did you mean folder?");
  }

  private Fault fault(String rest, String key) {
    try {
      reader.read("acme", LEAST + rest + "\n", 1);
    } catch (PartnerFileException wrong) {
      return wrong.faults().stream()
          .filter(one -> one.path().equals(key) || one.path().endsWith("." + key))
          .findFirst()
          .orElseThrow(() -> new AssertionError(key + " is not refused: " + wrong.getMessage()));
    }
    throw new AssertionError(key + " is not refused: " + rest);
  }

  private static List<String> keys(String block) {
    JsonNode described = SCHEMA.at(block);
    if (described.has("propertyNames")) {
      return words(described.at("/propertyNames/enum"));
    }
    return described.get("properties").properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(
        one -> {
          if (one.isTextual()) {
            words.add(one.asText());
          }
        });
    return words;
  }

  /** Where the schema says which keys may stand. */
  private static void closedBlocks(JsonNode node, String pointer, List<String> found) {
    boolean closed =
        node.path("additionalProperties").isBoolean() || node.at("/propertyNames/enum").isArray();
    if (closed) {
      found.add(pointer);
    }
    node.properties()
        .forEach(one -> closedBlocks(one.getValue(), pointer + "/" + one.getKey(), found));
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Path.of("mappings/partner.schema.json").toFile());
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
