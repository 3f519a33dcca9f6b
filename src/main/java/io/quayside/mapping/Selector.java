package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of an element from the root, with what is asked of the elements on it, and the
 * attribute.
 *
 * <pre>x12-850/DTM[@DTM01 = '002']/@DTM02</pre>
 *
 * @param attribute null when the selector names the element itself
 */
record Selector(List<Step> steps, AttributeName attribute) {
  private static final Pattern STEP = Pattern.compile("([\\w-]+)(?:\\[(.*)])?");

  /**
   * @param condition as written between the brackets; null when nothing is asked
   */
  record Step(String name, String condition) {}

  /**
   * @throws MappingException when it is no path of plain steps
   */
  static Selector parse(String text) {
    List<Step> steps = new ArrayList<>();
    String[] parts = text.split("/(?![^\\[]*])");
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("@") && i > 0 && i == parts.length - 1) {
        String owner = steps.get(i - 1).name();
        return new Selector(
            List.copyOf(steps), AttributeName.of(owner, parts[i].substring(1).strip()));
      }
      Matcher step = STEP.matcher(parts[i].strip());
      if (!step.matches()) {
        throw new MappingException(
            "selector `"
                + text
                + "` is no path from the root. Write names with / between them, conditions in [], the attribute with @ at the end.");
      }
      steps.add(new Step(step.group(1), step.group(2)));
    }
    return new Selector(List.copyOf(steps), null);
  }

  /** The element that it leads to, which has the attribute. */
  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The attribute, then those that are asked for in the same element. */
  AttributeName[] attributes() {
    List<AttributeName> names = new ArrayList<>();
    names.add(attribute);
    if (last().condition() != null) {
      names.addAll(Condition.attributes(last().name(), last().condition()));
    }
    return names.toArray(AttributeName[]::new);
  }
}
