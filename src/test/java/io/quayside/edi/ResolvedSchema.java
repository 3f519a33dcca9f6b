package io.quayside.edi;

import io.quayside.edi.SegmentType.Composite;
import io.quayside.edi.SegmentType.Condition;
import io.quayside.edi.SegmentType.Element;
import io.quayside.edi.SegmentType.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A schema of one release in one file, without includes and versions, as staedi reads it. */
final class ResolvedSchema {
  private final Map<String, String> elements = new TreeMap<>();
  private final Map<String, String> composites = new TreeMap<>();
  private final Map<String, String> segments = new TreeMap<>();
  private int loops;

  private ResolvedSchema() {}

  /**
   * @param version as {@link EdiSchemas} takes it, for example 004010 or D96A
   */
  static Optional<String> of(EdiSchemas schemas, Standard standard, String version, String type) {
    return schemas.schema(standard, version, type).map(set -> new ResolvedSchema().write(set));
  }

  private String write(SetSchema set) {
    String body = children(set.root());
    return "<schema xmlns=\"http://xlate.io/EDISchema/v4\"><transaction title=\""
        + set.title()
        + "\">"
        + body
        + "</transaction>"
        + String.join("", elements.values())
        + String.join("", composites.values())
        + String.join("", segments.values())
        + "</schema>";
  }

  private String children(SetSchema.Loop loop) {
    StringBuilder body = new StringBuilder("<sequence>");
    for (SetSchema.Child child : loop.children) {
      String occurs = " minOccurs=\"" + child.min() + "\" maxOccurs=\"" + child.max() + "\"";
      if (child instanceof SetSchema.Place place) {
        segment(place.type());
        body.append("<segment type=\"" + place.name() + "\"" + occurs + "/>");
      } else if (child instanceof SetSchema.Loop inner) {
        loops++;
        body.append(
            "<loop code=\"loop-" + loops + "\"" + occurs + ">" + children(inner) + "</loop>");
      }
    }
    return body.append("</sequence>").toString();
  }

  private void segment(SegmentType type) {
    segments.computeIfAbsent(
        type.tag(),
        tag ->
            "<segmentType name=\""
                + tag
                + "\">"
                + rules(type.elements())
                + conditions(type.conditions())
                + "</segmentType>");
  }

  private String rules(List<Rule> rules) {
    return rules.stream()
        .map(
            rule ->
                rule(rule)
                    + "minOccurs=\""
                    + (rule.mandatory() ? 1 : 0)
                    + "\" maxOccurs=\""
                    + rule.repetitions()
                    + "\"/>")
        .collect(Collectors.joining("", "<sequence>", "</sequence>"));
  }

  private String rule(Rule rule) {
    if (rule.composite() != null) {
      composite(rule.composite());
      return "<composite type=\"" + rule.reference() + "\" ";
    }
    element(rule.element());
    return "<element type=\"E" + rule.reference() + "\" ";
  }

  private void composite(Composite composite) {
    if (!composites.containsKey(composite.reference())) {
      composites.put(
          composite.reference(),
          "<compositeType name=\""
              + composite.reference()
              + "\">"
              + rules(composite.components())
              + conditions(composite.conditions())
              + "</compositeType>");
    }
  }

  private void element(Element element) {
    String codes =
        element.codes().stream()
            .sorted()
            .map(code -> "<value>" + code + "</value>")
            .collect(Collectors.joining("", "<enumeration>", "</enumeration>"));
    elements.put(
        element.reference(),
        "<elementType name=\"E%s\" code=\"%s\" base=\"%s\" minLength=\"%d\" maxLength=\"%d\">%s</elementType>"
            .formatted(
                element.reference(),
                element.reference(),
                element.base().name().toLowerCase(Locale.ROOT),
                element.min(),
                element.max(),
                element.codes().isEmpty() ? "" : codes));
  }

  private static String conditions(List<Condition> conditions) {
    return conditions.stream()
        .map(
            condition ->
                "<syntax type=\""
                    + condition.kind().name().toLowerCase(Locale.ROOT)
                    + "\">"
                    + positions(condition)
                    + "</syntax>")
        .collect(Collectors.joining());
  }

  private static String positions(Condition condition) {
    StringBuilder positions = new StringBuilder();
    for (int position : condition.positions()) {
      positions.append("<position>").append(position).append("</position>");
    }
    return positions.toString();
  }
}
