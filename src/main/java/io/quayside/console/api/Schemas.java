package io.quayside.console.api;

import io.quayside.mapping.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The JSON Schemas of {@code mappings/}: partner files, canonical orders, the bodies of the queues.
 * They hold no secret, so that an editor may read them as it is.
 *
 * <pre># yaml-language-server: $schema=http://localhost:8080/v3/schemas/partner.schema.json</pre>
 */
@RestController
class Schemas {

  private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");

  private static final MediaType ASYNC_API =
      MediaType.valueOf("application/vnd.aai.asyncapi+yaml;version=3.0.0");

  private final ConfigFiles files;

  Schemas(ConfigFiles files) {
    this.files = files;
  }

  @GetMapping("/v3/schemas/{name}")
  ResponseEntity<byte[]> schema(@PathVariable String name) {
    return schema("mappings/", name);
  }

  @GetMapping("/v3/schemas/queues/{name}")
  ResponseEntity<byte[]> ofQueue(@PathVariable String name) {
    return schema("mappings/queues/", name);
  }

  /** All queues; its references lead to the schemas beside it. */
  @GetMapping("/v3/schemas/queues/asyncapi.yaml")
  ResponseEntity<byte[]> queues() {
    return file("mappings/queues/asyncapi.yaml", ASYNC_API);
  }

  private ResponseEntity<byte[]> schema(String folder, String name) {
    if (!name.matches("[a-z.-]{1,60}\\.schema\\.json") || !files.has(folder + name)) {
      throw ApiProblem.notFound("schema", name);
    }
    return file(folder + name, SCHEMA);
  }

  private ResponseEntity<byte[]> file(String path, MediaType type) {
    try (InputStream in = files.open(path).orElseThrow()) {
      return ResponseEntity.ok().contentType(type).body(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }
}
