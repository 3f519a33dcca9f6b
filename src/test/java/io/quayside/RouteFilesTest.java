package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * Every route file is complete and points at things that exist; each check fails on its bad file.
 */
class RouteFilesTest {

  private static final Path ROUTES = Path.of("routes");
  private static final Path POLICIES = Path.of("routes/shared/policies.camel.yaml");
  private static final Path BAD = Path.of("src/test/resources/bad-routes");
  private static final String EXPECTED = "# expected: ";

  @Test
  void everyRouteFileIsInOrder() throws IOException {
    assertThat(new RouteLint(knownProperties()).check(ROUTES)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aBadFileIsFoundOut(Path bad) throws IOException {
    List<String> expected =
        Files.readAllLines(bad).stream()
            .filter(line -> line.startsWith(EXPECTED))
            .map(line -> bad.getFileName() + ": " + line.substring(EXPECTED.length()))
            .toList();
    assertThat(expected).isNotEmpty();
    List<String> found = new RouteLint(knownProperties()).check(POLICIES, bad);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).startsWith(expected.get(i));
    }
  }

  static List<Path> badFiles() throws IOException {
    try (Stream<Path> files = Files.walk(BAD)) {
      return files.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
    }
  }

  private static Predicate<String> knownProperties() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties properties = yaml.getObject();
    return properties::containsKey;
  }
}
