package io.quayside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be known of docker-compose.yml without a container engine. */
class ComposeFileTest {

  private final JsonNode compose = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(new File("docker-compose.yml"));
    } catch (IOException e) {
      throw new AssertionError("docker-compose.yml cannot be read", e);
    }
  }

  @Test
  void theHubAndItsNeighboursAreThere() {
    assertThat(compose.get("services").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("hub", "broker", "database", "sftp", "mail", "prometheus");
  }

  @Test
  void everyImageHasAPinnedVersion() {
    compose
        .get("services")
        .forEach(
            service ->
                assertThat(service.get("image").asText())
                    .matches("[a-z0-9/.-]+:v?\\d+\\.\\d+[\\w.-]*"));
  }

  @Test
  void everyServiceSaysWhenItIsHealthy() {
    compose
        .get("services")
        .properties()
        .forEach(
            service ->
                assertThat(service.getValue().at("/healthcheck/test").size())
                    .as(service.getKey())
                    .isPositive());
  }

  @Test
  void secretsAreFilesOutsideTheRepositoryAndNoneStandsInside() {
    Set<String> declared = new HashSet<>();
    compose
        .get("secrets")
        .properties()
        .forEach(
            secret -> {
              declared.add(secret.getKey());
              assertThat(secret.getValue().get("file").asText()).startsWith("./secrets/");
            });
    for (JsonNode service : compose.get("services")) {
      for (JsonNode secret : service.path("secrets")) {
        assertThat(declared).contains(secret.path("source").asText(secret.asText()));
      }
      service
          .path("environment")
          .properties()
          .forEach(
              variable ->
                  assertThat(
                          variable.getKey().endsWith("_FILE")
                              || !variable.getKey().matches(".*(PASSWORD|TOKEN|SECRET).*"))
                      .as(variable.getKey() + " would be a secret in the file")
                      .isTrue());
    }
  }

  @Test
  void whatAServiceDependsOnIsThere() {
    for (JsonNode service : compose.get("services")) {
      service
          .path("depends_on")
          .fieldNames()
          .forEachRemaining(
              name -> assertThat(compose.get("services").has(name)).as(name).isTrue());
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":")[0];
        boolean bound = source.startsWith("./");
        assertThat(bound ? new File(source).exists() : compose.get("volumes").has(source))
            .as(source)
            .isTrue();
      }
    }
  }
}
