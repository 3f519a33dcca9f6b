package io.quayside.console.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Reads the bodies of requests: the raw bytes, counted whatever their length says, and JSON in
 * which nothing unknown and nothing doubled is let through.
 */
@Component
class Bodies {

  private final long limit;
  private final ObjectMapper strict;

  Bodies(@Value("${quayside.intake.max-size:100MB}") DataSize limit, ObjectMapper json) {
    this.limit = limit.toBytes();
    this.strict =
        json.copy()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** The bytes as they were sent; 413 when they are more than allowed, 400 when there are none. */
  byte[] bytes(HttpServletRequest request) {
    byte[] bytes = raw(request);
    if (bytes.length == 0) {
      throw ApiProblem.badRequest("The body is empty: send the document in it.");
    }
    return bytes;
  }

  /** The bytes as they were sent, none too; 413 and 400 as in {@link #bytes}. */
  byte[] raw(HttpServletRequest request) {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge();
    }
    try {
      byte[] bytes =
          request.getInputStream().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > limit) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException broken) {
      throw ApiProblem.badRequest("The body broke off before its end: send it again.");
    }
  }

  /**
   * A parameter of the address, or null. Asking the request itself would read a body that curl
   * calls a form, and leave nothing of it.
   */
  static String query(HttpServletRequest request, String name) {
    String value =
        UriComponentsBuilder.newInstance()
            .query(request.getQueryString())
            .build()
            .getQueryParams()
            .getFirst(name);
    return value == null || value.isBlank() ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
  }

  /** The body as one JSON object; 400 says at which line and column it is not. */
  JsonNode tree(byte[] bytes) {
    JsonNode tree = json(bytes);
    if (!tree.isObject()) {
      throw ApiProblem.badRequest("The body must be one JSON object: { … }.");
    }
    return tree;
  }

  /** The body as JSON of any kind. */
  JsonNode json(byte[] bytes) {
    try {
      return strict.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      throw ApiProblem.badRequest(
          "The body is no JSON: "
              + notJson.getOriginalMessage()
              + place(notJson.getLocation())
              + ".");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Limits of the reader, such as its depth, are reported without a place. */
  private static String place(JsonLocation at) {
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  /** The tree as a value; 400 names unknown and wrong fields by JSON pointer. */
  <T> T value(JsonNode tree, Class<T> type) {
    try {
      return strict.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw wrong(unknown, "is no field here; known are " + unknown.getKnownPropertyIds());
    } catch (JsonMappingException wrong) {
      throw wrong(wrong, wrong.getOriginalMessage());
    } catch (JsonProcessingException wrong) {
      throw ApiProblem.badRequest(wrong.getOriginalMessage());
    }
  }

  /** The body of the request as a value. */
  <T> T value(HttpServletRequest request, Class<T> type) {
    return value(tree(bytes(request)), type);
  }

  private static ApiProblem wrong(JsonMappingException fault, String why) {
    String sentence = pointer(fault) + ": " + why + ".";
    return new ApiProblem(
        HttpStatus.BAD_REQUEST, "The body is not right: " + sentence, List.of(sentence));
  }

  private static String pointer(JsonMappingException fault) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : fault.getPath()) {
      pointer =
          step.getFieldName() != null
              ? pointer.appendProperty(step.getFieldName())
              : pointer.appendIndex(Math.max(0, step.getIndex()));
    }
    return pointer.toString().isEmpty() ? "/" : pointer.toString();
  }

  private ApiProblem tooLarge() {
    return new ApiProblem(
        HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than the " + limit + " bytes allowed.");
  }
}
