package io.quayside.edi;

import io.quayside.edi.SegmentType.Composite;
import io.quayside.edi.SegmentType.Condition;
import io.quayside.edi.SegmentType.Element;
import io.quayside.edi.SegmentType.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The elements, composites and segments of a schema file and its dictionary, made when asked for.
 */
final class SchemaTypes {
  private final Map<String, SchemaPart> elementParts = new HashMap<>();
  private final Map<String, SchemaPart> compositeParts = new HashMap<>();
  private final Map<String, SchemaPart> segmentParts = new HashMap<>();
  private final Map<String, Element> elements = new HashMap<>();
  private final Map<String, Composite> composites = new HashMap<>();
  private final Map<String, SegmentType> segments = new HashMap<>();

  /** The first part of a name holds: a set's own file comes before the dictionary. */
  void add(SchemaPart part) {
    Map<String, SchemaPart> parts =
        switch (part.kind()) {
          case "elementType" -> elementParts;
          case "compositeType" -> compositeParts;
          case "segmentType" -> segmentParts;
          default -> throw new IllegalArgumentException("unknown part " + part.kind());
        };
    parts.putIfAbsent(part.attribute("name"), part);
  }

  Set<String> segmentNames() {
    return segmentParts.keySet();
  }

  /** The loops and segments of a transaction or a loop. */
  List<SetSchema.Draft> drafts(SchemaPart parent) {
    List<SetSchema.Draft> drafts = new ArrayList<>();
    for (SchemaPart child : parent.sequence()) {
      int min = child.number("minOccurs", 0);
      int max = child.number("maxOccurs", 1);
      if (child.kind().equals("loop")) {
        drafts.add(new SetSchema.Draft(null, min, max, false, drafts(child)));
      } else {
        SegmentType type = made(segments, segmentParts, child, this::segment);
        boolean floating = child.attribute("floating").equals("true");
        drafts.add(new SetSchema.Draft(type, min, max, floating, List.of()));
      }
    }
    return drafts;
  }

  private static <T> T made(
      Map<String, T> made,
      Map<String, SchemaPart> parts,
      SchemaPart reference,
      Function<SchemaPart, T> maker) {
    String name = reference.attribute("type");
    T type = made.get(name);
    if (type == null) {
      SchemaPart part = parts.get(name);
      if (part == null) {
        throw new IllegalArgumentException("unknown type " + name);
      }
      type = maker.apply(part);
      made.put(name, type);
    }
    return type;
  }

  private SegmentType segment(SchemaPart part) {
    return new SegmentType(
        part.attribute("name"), part.attribute("title"), rules(part), conditions(part));
  }

  private Composite composite(SchemaPart part) {
    return new Composite(
        part.attribute("name"), part.attribute("title"), rules(part), conditions(part));
  }

  private static Element element(SchemaPart part) {
    Set<String> codes =
        part.children("enumeration").stream()
            .flatMap(list -> list.children().stream())
            .map(SchemaPart::text)
            .collect(Collectors.toUnmodifiableSet());
    return new Element(
        part.attribute("code"),
        part.attribute("title"),
        SegmentType.Base.valueOf(part.attribute("base").toUpperCase(Locale.ROOT)),
        part.number("minLength", 1),
        part.number("maxLength", 1),
        codes);
  }

  private List<Rule> rules(SchemaPart parent) {
    List<Rule> rules = new ArrayList<>();
    for (SchemaPart child : parent.sequence()) {
      boolean simple = child.kind().equals("element");
      rules.add(
          new Rule(
              simple ? made(elements, elementParts, child, SchemaTypes::element) : null,
              simple ? null : made(composites, compositeParts, child, this::composite),
              child.number("minOccurs", 0) > 0,
              child.number("maxOccurs", 1)));
    }
    return List.copyOf(rules);
  }

  private static List<Condition> conditions(SchemaPart parent) {
    return parent.children("syntax").stream()
        .map(
            syntax ->
                new Condition(
                    SegmentType.Kind.valueOf(syntax.attribute("type").toUpperCase(Locale.ROOT)),
                    syntax.children().stream()
                        .mapToInt(position -> Integer.parseInt(position.text()))
                        .toArray()))
        .toList();
  }
}
