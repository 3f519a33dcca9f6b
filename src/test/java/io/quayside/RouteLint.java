package io.quayside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Camel would swallow or find only at run time, found in the files: one sentence a finding.
 */
final class RouteLint {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> STAGES = List.of("intake", "orders", "fulfilment", "outbound");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\??)!?([^}:]+)(:[^}]*)?}}");
  private static final Pattern MAPPING = Pattern.compile("mappings/[\\w./-]+\\.\\w+");

  /** A route, of a file or of a template in it. */
  private record Route(String file, String id, JsonNode body, Set<String> parameters) {
    String group() {
      return body.path("group").asText("");
    }
  }

  private static JsonSchema schema;

  private final Predicate<String> knownProperty;
  private final List<String> findings = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final Set<String> policies = new HashSet<>();
  private final Map<String, Set<String>> templates = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  RouteLint(Predicate<String> knownProperty) {
    this.knownProperty = knownProperty;
  }

  /** Camel's own schema of the DSL, read once. */
  private static synchronized JsonSchema schema() throws IOException {
    if (schema == null) {
      try (InputStream dsl = RouteLint.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
        schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(new ObjectMapper().readTree(dsl));
      }
    }
    return schema;
  }

  /** Checks all route files below a folder together; bad ones are named with the finding. */
  List<String> check(Path... folders) throws IOException {
    Map<String, JsonNode> files = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> found =
          Files.isDirectory(folder) ? Files.walk(folder) : Stream.of(folder)) {
        for (Path file : found.filter(f -> f.toString().endsWith(".camel.yaml")).toList()) {
          files.put(file.toString(), YAML.readTree(Files.readString(file)));
        }
      }
    }
    files.forEach(this::collect);
    for (Map.Entry<String, JsonNode> file : files.entrySet()) {
      checkSchema(file.getKey(), file.getValue());
      templatedRoutes(file.getKey(), file.getValue());
    }
    routes.forEach(this::checkRoute);
    checkDirect();
    return findings;
  }

  /** The deepest fault is the cause; the alternatives above it that do not fit are noise. */
  private void checkSchema(String file, JsonNode content) throws IOException {
    schema().validate(content).stream()
        .max(Comparator.comparingInt(fault -> fault.getInstanceLocation().toString().length()))
        .ifPresent(fault -> find(file, "not the YAML DSL: " + fault.getMessage()));
  }

  private void collect(String file, JsonNode entries) {
    for (JsonNode entry : entries) {
      if (entry.has("route")) {
        addRoute(file, entry.get("route").path("id").asText(""), entry.get("route"), Set.of());
      } else if (entry.has("routeTemplate")) {
        JsonNode template = entry.get("routeTemplate");
        Set<String> parameters = new HashSet<>();
        template.path("parameters").forEach(p -> parameters.add(p.path("name").asText()));
        template.path("beans").forEach(p -> parameters.add(p.path("name").asText()));
        templates.put(template.path("id").asText(""), parameters);
        addRoute(file, template.path("id").asText(""), template.path("route"), parameters);
      } else if (entry.has("routeConfiguration")) {
        policies.add(entry.get("routeConfiguration").path("id").asText(""));
      }
    }
  }

  private void addRoute(String file, String id, JsonNode body, Set<String> parameters) {
    if (ids.contains(id)) {
      find(file, "the id " + id + " is taken twice");
    }
    ids.add(id);
    routes.add(new Route(file, id, body, parameters));
  }

  private void templatedRoutes(String file, JsonNode entries) {
    for (JsonNode entry : entries) {
      JsonNode use = entry.path("templatedRoute");
      if (use.isMissingNode()) {
        continue;
      }
      String template = use.path("routeTemplateRef").asText("");
      if (!templates.containsKey(template)) {
        find(file, "there is no template " + template);
        continue;
      }
      for (JsonNode parameter : use.path("parameters")) {
        String name = parameter.path("name").asText();
        if (!templates.get(template).contains(name)) {
          find(file, "the template " + template + " has no parameter " + name);
        }
      }
    }
  }

  private void checkRoute(Route route) {
    if (!ID.matcher(route.id()).matches()) {
      find(route.file(), "a route has no id in kebab-case: \"" + route.id() + "\"");
    }
    for (String word : List.of("description", "group")) {
      if (route.body().path(word).asText("").isBlank()) {
        find(route.file(), "the route " + route.id() + " has no " + word);
      }
    }
    String policy = route.body().path("routeConfigurationId").asText("");
    if (!policies.contains(policy)) {
      find(route.file(), "the route " + route.id() + " names no policy that exists: " + policy);
    }
    String from = uri(route.body().path("from"));
    if (from.startsWith("jms:") && !policy.equals("queue")) {
      find(route.file(), "the route " + route.id() + " consumes a queue without the policy queue");
    }
    if (from.startsWith("direct:") && !policy.equals("gateway")) {
      find(route.file(), "the route " + route.id() + " is called and must have the policy gateway");
    }
    String folder = Path.of(route.file()).toAbsolutePath().getParent().getFileName().toString();
    if (STAGES.contains(folder) && !folder.equals(route.group())) {
      find(route.file(), "the route " + route.id() + " is not of its folder's group " + folder);
    }
    texts(route.body()).forEach(text -> checkText(route, text));
    route.body().findValues("unmarshalType").forEach(type -> checkClass(route, type.asText()));
  }

  private void checkText(Route route, String text) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      boolean optional = !placeholder.group(1).isEmpty() || placeholder.group(3) != null;
      String name = placeholder.group(2);
      if (!optional && !route.parameters().contains(name) && !knownProperty.test(name)) {
        find(route.file(), "the route " + route.id() + " uses an unknown property " + name);
      }
    }
    Matcher mapping = MAPPING.matcher(text);
    while (mapping.find()) {
      if (!Files.exists(Path.of(mapping.group()))) {
        find(route.file(), "the route " + route.id() + " names no mapping: " + mapping.group());
      }
    }
  }

  private void checkClass(Route route, String type) {
    try {
      Class.forName(type, false, RouteLint.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      find(route.file(), "the route " + route.id() + " unmarshals to no class: " + type);
    }
  }

  private void checkDirect() {
    Map<String, Route> consumers = new HashMap<>();
    for (Route route : routes) {
      String from = uri(route.body().path("from"));
      if (from.startsWith("direct:") && !from.contains("{{")) {
        Route other = consumers.putIfAbsent(from, route);
        if (other != null) {
          find(route.file(), from + " has two consumers: " + other.id() + " and " + route.id());
        }
      }
    }
    for (Route route : routes) {
      for (String to : calls(route.body().path("from").path("steps"))) {
        if (to.startsWith("jms:")) {
          find(route.file(), "the route " + route.id() + " sends to " + to + " past the outbox");
        }
        if (to.startsWith("direct:") && !to.contains("{{") && !to.contains("${")) {
          checkCall(route, to, consumers.get(to));
        }
      }
    }
  }

  private void checkCall(Route route, String to, Route called) {
    if (called == null) {
      find(route.file(), "the route " + route.id() + " calls " + to + ", which nobody consumes");
    } else if (STAGES.indexOf(called.group()) < STAGES.indexOf(route.group())) {
      find(
          route.file(),
          "the route " + route.id() + " of " + route.group() + " calls back to " + called.group());
    }
  }

  private static List<String> calls(JsonNode steps) {
    List<String> calls = new ArrayList<>();
    for (String word : List.of("to", "toD", "wireTap")) {
      steps.findValues(word).forEach(to -> calls.add(to.isTextual() ? to.asText() : uri(to)));
    }
    return calls;
  }

  /** {@code direct:name}, whether written in one word or as uri and parameter. */
  private static String uri(JsonNode endpoint) {
    String uri = endpoint.path("uri").asText("");
    if (uri.contains(":")) {
      return uri;
    }
    JsonNode parameters = endpoint.path("parameters");
    String name = parameters.path("name").asText(parameters.path("destinationName").asText(""));
    return uri + ":" + name;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }

  private void find(String file, String what) {
    findings.add(Path.of(file).getFileName() + ": " + what);
  }
}
