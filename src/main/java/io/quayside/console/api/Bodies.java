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
import io.quayside.mapping.ControlCharacters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
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

  /** What the reader says about its own settings, which are not the caller's. */
  private static final String LIBRARY_WORDS = ": enable `[^`]*` to allow|, from `[^`]*`";

  /** What a body of JSON may be called: curl calls all a form. */
  private static final Pattern JSON_TYPES =
      Pattern.compile(
          "(application/(json|octet-stream|x-www-form-urlencoded|[a-z0-9.-]+\\+json)|text/(plain|json))\\s*(;.*)?",
          Pattern.CASE_INSENSITIVE);

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
    return some(raw(request));
  }

  private static byte[] some(byte[] bytes) {
    if (bytes.length == 0) {
      throw ApiProblem.badRequest("The body is empty: send the document in it.");
    }
    return bytes;
  }

  /** The bytes of a body that must be JSON, none too; 415 when it is called something else. */
  byte[] jsonOrNone(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && !JSON_TYPES.matcher(type.strip()).matches()) {
      throw new ApiProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "The body is taken as JSON only: send it with Content-Type: application/json.");
    }
    return raw(request);
  }

  /** As {@link #jsonOrNone}, and 400 when there is none. */
  byte[] jsonBytes(HttpServletRequest request) {
    return some(jsonOrNone(request));
  }

  /** The lines of a table; 400 names the first line with a character that is no text. */
  byte[] table(HttpServletRequest request) {
    byte[] bytes = bytes(request);
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String character = ControlCharacters.first(lines[i]);
      if (!character.isEmpty()) {
        throw ApiProblem.badRequest(
            "Line %d holds the character %s, which is no text: nothing was taken. Remove it."
                .formatted(i + 1, character));
      }
    }
    return bytes;
  }

  /** The bytes as they were sent, none too; 413, 415 and 400 as in {@link #bytes}. */
  byte[] raw(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ApiProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding.");
    }
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
    JsonNode tree;
    try {
      tree = strict.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      throw ApiProblem.badRequest(
          "The body is no JSON: "
              + notJson.getOriginalMessage().replaceAll(LIBRARY_WORDS, "")
              + place(notJson.getLocation())
              + ".");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    List<String> controls = ControlCharacters.in(tree);
    if (!controls.isEmpty()) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "The body holds characters that are no text.", controls);
    }
    return tree;
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
    return value(tree(jsonBytes(request)), type);
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
