package io.quayside.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Partner and channel files as answers: JSON or YAML, with their version as ETag. */
@Component
class ConfigurationFiles {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final ObjectMapper json;

  ConfigurationFiles(ObjectMapper json) {
    this.json = json;
  }

  /** The file as it was given: JSON, or YAML when the Accept header asks for it. */
  ResponseEntity<byte[]> answer(String source, long version, String accept) {
    boolean yaml = accept.contains("yaml");
    return ResponseEntity.ok()
        .eTag(eTag(version))
        .contentType(yaml ? MediaType.APPLICATION_YAML : MediaType.APPLICATION_JSON)
        .body((yaml ? source : asJson(source)).getBytes(StandardCharsets.UTF_8));
  }

  static String eTag(long version) {
    return "\"" + version + "\"";
  }

  /** The version that an If-Match header names; null: any. */
  static Long version(String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    String number = ifMatch.replaceAll("^(W/)?\"|\"$", "");
    if (!number.matches("\\d{1,18}")) {
      throw ApiProblem.badRequest("If-Match: give the ETag of the version that was edited.");
    }
    return Long.valueOf(number);
  }

  private String asJson(String source) {
    try {
      return json.writeValueAsString(YAML.readTree(source));
    } catch (JsonProcessingException stored) {
      throw new IllegalStateException("A stored file can be read", stored);
    }
  }
}
