package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What must hold for a mapping file besides that it loads; a broken rule is a sentence. Where the
 * format has schemas, selectors must name what the schema has.
 */
final class MappingRules {
  private static final Pattern STEP = Pattern.compile("([\\w-]+)(\\[.*])?");
  private static final Pattern QUALIFIER = Pattern.compile("@(\\w+)");
  private static final String LOOP = "-loop";

  /** Segments of earlier releases that partners still send, with the number of their elements. */
  private static final Map<String, Integer> EARLIER = Map.of("NTE", 2);

  private static final Set<String> ENVELOPE = Set.of("ST", "SE", "UNH", "UNT");

  private final String root;
  private final Element transaction;
  private final Document schema;
  private final Contract contract;

  /**
   * @param mapping for example {@code x12/850-to-order.xml}
   */
  MappingRules(ConfigFiles files, String mapping) {
    String document = mapping.substring(0, mapping.indexOf("-to-"));
    this.root = document.replace('/', '-');
    this.schema = schema(files, document).orElse(null);
    this.transaction =
        schema == null ? null : (Element) schema.getElementsByTagNameNS("*", "transaction").item(0);
    this.contract = new Contract(files, Contract.fileOf(mapping));
  }

  /** All releases of the document at once, with the dictionary: a partner may send any of them. */
  private static Optional<Document> schema(ConfigFiles files, String document) {
    String folder = document.substring(0, document.indexOf('/') + 1);
    String path = document.toLowerCase(Locale.ROOT) + ".schema.xml";
    if (files.open("mappings/" + path).isEmpty()) {
      return Optional.empty();
    }
    Document schema = MappingFile.parse(files, path);
    Document dictionary = MappingFile.parse(files, folder + "dictionary.schema.xml");
    for (Element type : all(dictionary.getDocumentElement(), "segmentType")) {
      schema.getDocumentElement().appendChild(schema.importNode(type, true));
    }
    return Optional.of(schema);
  }

  /** All broken rules of a mapping, or of an overlay with the mapping it changes. */
  List<String> broken(Document mapping) {
    List<String> broken = new ArrayList<>();
    List<Element> beans = MappingFile.beans(mapping);
    for (Element bean : beans) {
      String id = bean.getAttribute("beanId");
      String on = bean.getAttribute("createOnElement");
      selector(on, "bean `" + id + "`, createOnElement", broken);
      if (!bean.getAttribute("class").equals(Fields.class.getName())) {
        broken.add("bean `" + id + "`: its class is not " + Fields.class.getName());
      }
      boolean top = on.equals(root);
      if (top != bean.getAttribute("retain").equals("true")) {
        broken.add(
            "bean `"
                + id
                + "`: "
                + (top ? "it must" : "only the bean of the root may")
                + " have retain=\"true\"");
      }
      for (Element value : MappingFile.children(bean, "value")) {
        String where = "bean `" + id + "`, property `" + value.getAttribute("property") + "`";
        if (value.hasAttribute("data")) {
          selector(value.getAttribute("data"), where, broken);
          if (!under(on, value.getAttribute("data"))) {
            broken.add(
                where + ": `" + value.getAttribute("data") + "` does not stand in `" + on + "`");
          }
        }
      }
      for (String path : paths(bean, beans)) {
        for (Element value : MappingFile.children(bean, "value")) {
          property(path, value.getAttribute("property"), id, broken);
        }
      }
      if (!top && wirings(id, beans).isEmpty()) {
        broken.add("bean `" + id + "`: nobody wires it");
      }
    }
    return broken;
  }

  private void selector(String selector, String where, List<String> broken) {
    String[] steps = selector.split("/(?![^\\[]*])");
    if (!steps[0].replaceAll("\\[.*", "").equals(root)) {
      broken.add(where + ": `" + selector + "` is not anchored; begin with " + root);
      return;
    }
    if (schema == null) {
      return;
    }
    List<Element> at = List.of(transaction);
    for (int i = 1; i < steps.length; i++) {
      if (steps[i].startsWith("@")) {
        element(steps[i - 1].replaceAll("\\[.*", ""), steps[i].substring(1), where, broken);
        continue;
      }
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        broken.add(where + ": `" + steps[i] + "` is no step");
        return;
      }
      String name = step.group(1);
      if (step.group(2) != null) {
        Matcher qualifiers = QUALIFIER.matcher(step.group(2));
        while (qualifiers.find()) {
          element(name, qualifiers.group(1), where, broken);
        }
      }
      if (name.endsWith(LOOP)) {
        at = loops(at, name.substring(0, name.length() - LOOP.length()));
        if (at.isEmpty()) {
          broken.add(where + ": `" + selector + "`: there is no loop `" + name + "` there");
          return;
        }
      } else if (!segment(at, name) && !EARLIER.containsKey(name) && !ENVELOPE.contains(name)) {
        broken.add(where + ": `" + selector + "`: there is no segment `" + name + "` there");
      }
    }
  }

  private void element(String tag, String name, String where, List<String> broken) {
    Matcher number = Pattern.compile(tag + "(\\d\\d)(?:(\\d\\d)(?:_[2-9])?)?").matcher(name);
    if (!number.matches()) {
      broken.add(where + ": `" + name + "` is no element of " + tag);
    } else if (Integer.parseInt(number.group(1)) > elements(tag)) {
      broken.add(
          where
              + ": "
              + tag
              + " has "
              + elements(tag)
              + " elements, so there is no `"
              + name
              + "`");
    }
  }

  private int elements(String tag) {
    if (ENVELOPE.contains(tag) || EARLIER.containsKey(tag)) {
      return EARLIER.getOrDefault(tag, 2);
    }
    for (Element type : all(schema.getDocumentElement(), "segmentType")) {
      if (type.getAttribute("name").equals(tag)) {
        Element sequence = all(type, "sequence").get(0);
        return all(sequence, "element").size() + all(sequence, "composite").size();
      }
    }
    return 0;
  }

  /** Several loops may begin with the same segment, as ALC does before and after the lines. */
  private static List<Element> loops(List<Element> at, String tag) {
    return at.stream()
        .flatMap(each -> all(all(each, "sequence").get(0), "loop").stream())
        .filter(
            loop ->
                all(all(loop, "sequence").get(0), "segment")
                    .get(0)
                    .getAttribute("type")
                    .equals(tag))
        .toList();
  }

  private static boolean segment(List<Element> at, String tag) {
    return at.stream()
        .flatMap(each -> all(all(each, "sequence").get(0), "segment").stream())
        .anyMatch(segment -> segment.getAttribute("type").equals(tag));
  }

  private static boolean under(String on, String data) {
    String element = on.replaceAll("\\[.*?]$", "");
    return data.startsWith(element + "/") || data.startsWith(element + "[");
  }

  /**
   * Where in the order a bean ends up, for example {@code lines.schedules}; "" for the result
   * itself.
   */
  private List<String> paths(Element bean, List<Element> beans) {
    String id = bean.getAttribute("beanId");
    if (bean.getAttribute("createOnElement").equals(root)) {
      return List.of("");
    }
    List<String> paths = new ArrayList<>();
    for (String[] wiring : wirings(id, beans)) {
      Element owner =
          beans.stream()
              .filter(each -> each.getAttribute("beanId").equals(wiring[0]))
              .findFirst()
              .orElseThrow();
      for (String above : paths(owner, beans)) {
        paths.add((above.isEmpty() ? "" : above + ".") + plain(wiring[1]));
      }
    }
    return paths;
  }

  private static List<String[]> wirings(String id, List<Element> beans) {
    List<String[]> wirings = new ArrayList<>();
    for (Element bean : beans) {
      for (Element wiring : MappingFile.children(bean, "wiring")) {
        if (wiring.getAttribute("beanIdRef").equals(id)) {
          wirings.add(new String[] {bean.getAttribute("beanId"), wiring.getAttribute("property")});
        }
      }
    }
    return wirings;
  }

  private void property(String path, String property, String bean, List<String> broken) {
    String full = (path.isEmpty() ? "" : path + ".") + plain(property);
    if (!property.equals("-") && !full.startsWith("contacts.") && !contract.shape().has(full)) {
      broken.add("bean `" + bean + "`: the canonical order has no property `" + full + "`");
    }
  }

  /** {@code ids[2].value} as ids.value, {@code 1.quantity} as quantity. */
  private static String plain(String property) {
    return property.replaceAll("\\[[^]]*]|[+?!]", "").replaceAll("^\\d+\\.", "");
  }

  private static List<Element> all(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
