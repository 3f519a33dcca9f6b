package io.quayside.console.api;

import io.quayside.mapping.ConfigFiles;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API described in OpenAPI 3.1. It holds no secret, so everybody may read it. */
@RestController
class OpenApi {

  private final byte[] document;

  OpenApi(ConfigFiles files) {
    document = OpenApiFile.read(files).toString().getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/v3/api-docs")
  ResponseEntity<byte[]> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
  }
}
