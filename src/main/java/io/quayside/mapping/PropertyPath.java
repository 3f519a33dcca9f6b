package io.quayside.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an object a value goes.
 *
 * <pre>
 * poNumber               a property
 * price.amount           a property of an object inside
 * address.lines[]        one more item of a list
 * ids[2].value           a property of the list's item 2, as for the second pair of numbers
 * schedules[*]           as many items as the wired bean has numbered objects (1.quantity, 2.quantity …), each with the
 *                        bean's other properties
 * description+           added to what is there, after a blank
 * price.amount?          only where nothing is yet
 * price.amount!          even over what is there
 * -                      nowhere: the value is known and says nothing to an order
 * </pre>
 */
final class PropertyPath {
  private enum Kind {
    PROPERTY,
    APPENDED,
    IF_ABSENT,
    OVER,
    ITEM,
    NUMBERED,
    SPREAD,
    NOWHERE
  }

  private record Step(String name, Kind kind, String number) {}

  private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d*|\\*)]|([+?!]))?");

  /** The paths of mapping files, and of nothing else. */
  private static final Map<String, PropertyPath> PARSED = new ConcurrentHashMap<>();

  private final String text;
  private final Step[] steps;

  private PropertyPath(String text) {
    this.text = text;
    String[] parts = text.split("\\.", -1);
    steps = new Step[parts.length];
    for (int i = 0; i < parts.length; i++) {
      steps[i] = step(parts[i], i == parts.length - 1);
    }
  }

  static PropertyPath of(String text) {
    return PARSED.computeIfAbsent(text, PropertyPath::new);
  }

  private static Step step(String text, boolean last) {
    if (text.equals("-") && last) {
      return new Step(text, Kind.NOWHERE, null);
    }
    Matcher parts = STEP.matcher(text);
    if (!parts.matches() || !last && (parts.group(3) != null || "*".equals(parts.group(2)))) {
      throw new MappingException(
          "property `"
              + text
              + "` is no path. Write name, name[], name[2], name[*], name+, name? or name!.");
    }
    String name = parts.group(1);
    if (parts.group(3) != null) {
      Kind kind =
          switch (parts.group(3)) {
            case "?" -> Kind.IF_ABSENT;
            case "!" -> Kind.OVER;
            default -> Kind.APPENDED;
          };
      return new Step(name, kind, null);
    }
    String number = parts.group(2);
    if (number == null) {
      return new Step(name, Kind.PROPERTY, null);
    }
    if (number.equals("*")) {
      return new Step(name, Kind.SPREAD, null);
    }
    return new Step(name, number.isEmpty() || last ? Kind.ITEM : Kind.NUMBERED, number);
  }

  /** Puts a value there; said twice, the first holds, and another value is reported. */
  void put(Fields into, Object value, Reading reading) {
    Fields at = into;
    for (int i = 0; i < steps.length - 1; i++) {
      Step step = steps[i];
      at =
          step.kind() == Kind.PROPERTY
              ? at.inside(step.name())
              : at.list(step.name()).number(step.number());
    }
    Step last = steps[steps.length - 1];
    switch (last.kind()) {
      case NOWHERE -> {}
      case APPENDED -> at.append(last.name(), value, reading);
      case IF_ABSENT -> at.ifAbsent(last.name(), value, reading);
      case OVER -> at.over(last.name(), value, reading);
      case ITEM, NUMBERED -> at.list(last.name()).take(value, reading);
      case SPREAD -> at.list(last.name()).take(new Fields.Spread((Fields) value), reading);
      default -> at.first(last.name(), value, reading);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
