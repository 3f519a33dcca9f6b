package io.quayside.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema file, in every release that it tells apart, is one that staedi reads as well. */
class SchemaFilesTest {
  private static final List<String> X12 =
      List.of("003010", "003040", "003060", "004010", "004030", "005010", "006010", "008010");
  private static final List<String> EDIFACT =
      List.of("3", "4", "D93A", "D95B", "D96A", "D97A", "D99B", "D01B", "D07A", "D13B", "D21B");

  private final EdiSchemas schemas = TestSchemas.all();

  static Stream<Arguments> all() throws IOException {
    return Stream.of(Standard.values())
        .flatMap(
            standard ->
                types(standard)
                    .flatMap(
                        type ->
                            (standard == Standard.X12 ? X12 : EDIFACT)
                                .stream().map(version -> Arguments.of(standard, version, type))));
  }

  private static Stream<String> types(Standard standard) {
    Path folder = Path.of("mappings", standard.name().toLowerCase(java.util.Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".schema.xml") && !name.startsWith("dictionary"))
          .map(name -> name.substring(0, name.indexOf('.')).toUpperCase(java.util.Locale.ROOT))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everySchemaLoadsInStaedi(Standard standard, String version, String type) throws Exception {
    String xml = ResolvedSchema.of(schemas, standard, version, type).orElseThrow();
    Schema schema =
        SchemaFactory.newFactory()
            .createSchema(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(schema.getStandard()).isNotNull();
  }

  @Test
  void aReleaseBeforeOrAfterThoseOfTheFileIsReadWithTheNearest() {
    assertThat(release("D:88A:UN", "ORDERS")).isEqualTo("D24A");
    assertThat(release("D:93A:UN", "APERAK")).isEqualTo("D95A");
    assertThat(release("D:25A:UN", "ORDERS")).isEqualTo("D24A");
    assertThat(release("2:912:UN", "ORDERS")).isEqualTo("D93A");
    assertThat(release("", "ORDERS")).isEqualTo("D96A");
    assertThat(release("D:01B:UN:EAN010", "ORDERS")).isEqualTo("D01B");
    assertThat(release("D:3:UN", "CONTRL")).isEqualTo("3");
    assertThat(release("4:1:UN", "CONTRL")).isEqualTo("4");
  }

  private String release(String version, String type) {
    return schemas.schema(Standard.EDIFACT, version, type).orElseThrow().release();
  }
}
