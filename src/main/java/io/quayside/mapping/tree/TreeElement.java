package io.quayside.mapping.tree;

import io.quayside.mapping.AttributeName;
import io.quayside.mapping.DocumentElement;
import io.quayside.mapping.DocumentSource;
import io.quayside.mapping.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a document that was read whole. */
public final class TreeElement implements DocumentElement, DocumentSource {
  private record Value(String text, Place place) {}

  private final String name;
  private final String namespace;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<TreeElement> children = new ArrayList<>();

  TreeElement(String name, String namespace) {
    this.name = name;
    this.namespace = namespace;
  }

  /** A name that selectors can say: other characters become {@code _}. */
  static String selectable(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
    return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }

  /** Sets an attribute; a second one of the same name is left out by the caller. */
  void set(String attribute, String text, Place place) {
    values.put(attribute, new Value(text, place));
  }

  void add(TreeElement child) {
    children.add(child);
  }

  /** The namespace of the XML element, else "". */
  public String namespace() {
    return namespace;
  }

  /** The same content under another name. */
  public TreeElement as(String other) {
    TreeElement renamed = new TreeElement(other, namespace);
    renamed.values.putAll(values);
    renamed.children.addAll(children);
    return renamed;
  }

  /** An attribute's text without blanks around it, "" when it is not there. */
  public String text(String attribute) {
    Value value = values.get(attribute);
    return value == null ? "" : value.text().strip();
  }

  public boolean has(String attribute) {
    return values.containsKey(attribute);
  }

  public List<TreeElement> children() {
    return children;
  }

  /** The first child of a name. */
  public Optional<TreeElement> child(String childName) {
    return children.stream().filter(one -> one.name.equals(childName)).findFirst();
  }

  /** All children of a name. */
  public List<TreeElement> children(String childName) {
    return children.stream().filter(one -> one.name.equals(childName)).toList();
  }

  /** The element at the end of a path of first children. */
  public Optional<TreeElement> find(String... path) {
    Optional<TreeElement> at = Optional.of(this);
    for (String step : path) {
      at = at.flatMap(one -> one.child(step));
    }
    return at;
  }

  @Override
  public void read(Handler handler) {
    handler.start(this);
    children.forEach(child -> child.read(handler));
    handler.end();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String value(AttributeName attribute) {
    return text(attribute.name());
  }

  @Override
  public void attributes(Taker taker) {
    values.forEach(
        (attribute, value) -> {
          if (!value.text().isBlank()) {
            taker.take(AttributeName.of(attribute), value.text().strip());
          }
        });
  }

  @Override
  public Place place(AttributeName attribute) {
    Value value = values.get(attribute.name());
    return value == null ? new Place(name, 0, -1) : value.place();
  }
}
