package io.quayside.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A JSON Schema as a program that says only whether a value is valid, for the keywords that our
 * contracts use. A schema with another keyword is refused when it is read, so nothing is passed
 * over in silence. Why a value is not valid is said by the library ({@link Contract}).
 */
final class SchemaCheck {
  /** What checks nothing by itself: {@code then} and {@code else} go with {@code if}. */
  private static final Set<String> WORDS =
      Set.of("$schema", "$defs", "title", "description", "then", "else");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private interface Rule {
    boolean holds(JsonNode value);
  }

  private final JsonNode document;
  private final String origin;
  private final Map<JsonNode, Rule> compiled = new IdentityHashMap<>();
  private final Rule root;

  SchemaCheck(JsonNode document, String origin) {
    this.document = document;
    this.origin = origin;
    this.root = rule(document);
  }

  boolean isValid(JsonNode value) {
    return root.holds(value);
  }

  private Rule rule(JsonNode schema) {
    Rule known = compiled.get(schema);
    if (known != null) {
      return known;
    }
    List<Rule> rules = new ArrayList<>();
    Rule all = all(rules);
    compiled.put(schema, all);
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!WORDS.contains(keyword.getKey())) {
        rules.add(keyword(keyword.getKey(), keyword.getValue(), schema));
      }
    }
    return all;
  }

  private static Rule all(List<Rule> rules) {
    return value -> {
      for (int i = 0; i < rules.size(); i++) {
        if (!rules.get(i).holds(value)) {
          return false;
        }
      }
      return true;
    };
  }

  private Rule keyword(String name, JsonNode is, JsonNode schema) {
    return switch (name) {
      case "$ref" -> rule(document.at(is.asText().substring(1)));
      case "anyOf" -> anyOf(is);
      case "if" -> when(rule(is), schema.get("then"), schema.get("else"));
      case "type" -> type(is);
      case "properties" -> properties(is);
      case "additionalProperties" -> onlyProperties(is, schema.path("properties"));
      case "required" -> required(is);
      case "items" -> items(rule(is));
      case "enum" -> oneOf(is);
      case "pattern" -> pattern(is.asText());
      case "format" -> format(is.asText());
      case "minLength", "maxLength" -> length(name.equals("minLength"), is.asInt());
      case "minItems" -> value -> !value.isArray() || value.size() >= is.asInt();
      case "minimum" ->
          value -> !value.isNumber() || value.decimalValue().compareTo(is.decimalValue()) >= 0;
      default -> throw notKnown(name);
    };
  }

  private Rule anyOf(JsonNode schemas) {
    List<Rule> rules = new ArrayList<>();
    schemas.forEach(schema -> rules.add(rule(schema)));
    return value -> {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).holds(value)) {
          return true;
        }
      }
      return false;
    };
  }

  private Rule when(Rule condition, JsonNode then, JsonNode otherwise) {
    Rule yes = then == null ? value -> true : rule(then);
    Rule no = otherwise == null ? value -> true : rule(otherwise);
    return value -> (condition.holds(value) ? yes : no).holds(value);
  }

  private Rule type(JsonNode is) {
    if (is.isTextual()) {
      return type(is.asText());
    }
    List<Rule> types = new ArrayList<>();
    is.forEach(type -> types.add(type(type.asText())));
    return value -> {
      for (int i = 0; i < types.size(); i++) {
        if (types.get(i).holds(value)) {
          return true;
        }
      }
      return false;
    };
  }

  private Rule type(String type) {
    return switch (type) {
      case "string" -> JsonNode::isTextual;
      case "object" -> JsonNode::isObject;
      case "array" -> JsonNode::isArray;
      case "boolean" -> JsonNode::isBoolean;
      case "null" -> JsonNode::isNull;
      case "number" -> JsonNode::isNumber;
      case "integer" -> JsonNode::isIntegralNumber;
      default -> throw notKnown("type " + type);
    };
  }

  private Rule properties(JsonNode properties) {
    Map<String, Rule> rules = new HashMap<>();
    properties.properties().forEach(each -> rules.put(each.getKey(), rule(each.getValue())));
    return value -> {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        Rule rule = rules.get(field.getKey());
        if (rule != null && !rule.holds(field.getValue())) {
          return false;
        }
      }
      return true;
    };
  }

  private Rule onlyProperties(JsonNode allowed, JsonNode properties) {
    if (!allowed.isBoolean()) {
      throw notKnown("additionalProperties with a schema");
    }
    Set<String> names = new HashSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return value -> {
      if (!allowed.booleanValue()) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
          if (!names.contains(field.getKey())) {
            return false;
          }
        }
      }
      return true;
    };
  }

  private static Rule required(JsonNode names) {
    return value -> {
      if (value.isObject()) {
        for (JsonNode name : names) {
          if (!value.has(name.asText())) {
            return false;
          }
        }
      }
      return true;
    };
  }

  private static Rule items(Rule rule) {
    return value -> {
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          if (!rule.holds(value.get(i))) {
            return false;
          }
        }
      }
      return true;
    };
  }

  private static Rule oneOf(JsonNode values) {
    Set<JsonNode> allowed = new HashSet<>();
    values.forEach(allowed::add);
    return allowed::contains;
  }

  private static Rule pattern(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return value -> !value.isTextual() || pattern.matcher(value.textValue()).find();
  }

  private Rule format(String format) {
    if (!format.equals("date")) {
      throw notKnown("format " + format);
    }
    return value -> !value.isTextual() || isDate(value.textValue());
  }

  private static boolean isDate(String text) {
    try {
      return DATE.matcher(text).matches() && LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Rule length(boolean least, int length) {
    return value -> {
      if (!value.isTextual()) {
        return true;
      }
      String text = value.textValue();
      int found = text.codePointCount(0, text.length());
      return least ? found >= length : found <= length;
    };
  }

  private MappingException notKnown(String keyword) {
    return new MappingException(
        origin + ": the keyword `" + keyword + "` is not checked here. Write it with others.");
  }
}
