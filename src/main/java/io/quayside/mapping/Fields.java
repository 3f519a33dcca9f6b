package io.quayside.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code jb:bean} of a mapping fills: an object of the canonical order. The property says
 * where a value goes.
 *
 * <pre>
 * poNumber               a property
 * price.amount           a property of an object inside
 * address.lines[]        one more item of a list
 * ids[2].value           a property of the list's item 2, as for the second pair of numbers
 * schedules[*]           as many items as the wired bean has numbered objects (1.quantity, 2.quantity …), each with the
 *                        bean's other properties
 * description+           added to what is there, after a blank
 * -                      nowhere: the value is known and says nothing to an order
 * </pre>
 *
 * <p>Said twice, the first holds, and another value is reported.
 */
public final class Fields extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;
  private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d*|\\*)])?");

  /** A list under construction, with its items by number. */
  static final class Items extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Fields> numbered = new LinkedHashMap<>();

    private Fields number(String number) {
      return numbered.computeIfAbsent(
          number,
          key -> {
            Fields item = new Fields();
            add(item);
            return item;
          });
    }
  }

  /** A bean that stands for as many items as it has numbered objects. */
  record Spread(Fields bean) {}

  /** Sets, adds or appends by the rules above. */
  @Override
  public Object put(String path, Object value) {
    if (path.equals("-")) {
      return null;
    }
    int dot = path.indexOf('.');
    String step = dot < 0 ? path : path.substring(0, dot);
    if (dot >= 0) {
      return inside(step).put(path.substring(dot + 1), value);
    }
    if (step.endsWith("+")) {
      String name = step.substring(0, step.length() - 1);
      Object before = get(name);
      return super.put(name, before == null ? value : before + " " + value);
    }
    Matcher parts = parts(step);
    if (parts.group(2) != null) {
      return list(parts.group(1))
          .add(parts.group(2).equals("*") ? new Spread((Fields) value) : value);
    }
    Object before = putIfAbsent(step, value);
    if (before != null && !Objects.equals(before, value)) {
      Reading.current().repeated(step, value);
    }
    return before;
  }

  /** A copy of this object with the other's properties added. */
  Fields with(Fields more) {
    Fields sum = new Fields();
    sum.putAll(this);
    more.forEach(
        (name, value) -> {
          boolean both = get(name) instanceof Fields && value instanceof Fields;
          sum.set(name, both ? ((Fields) get(name)).with((Fields) value) : value);
        });
    return sum;
  }

  /** Sets a property whatever was there; null removes it. */
  void set(String name, Object value) {
    if (value == null) {
      remove(name);
    } else {
      super.put(name, value);
    }
  }

  /** The items of a list, spread ones expanded; never null. */
  List<Object> items(String name) {
    List<Object> items = new ArrayList<>();
    if (get(name) instanceof Items list) {
      list.forEach(
          item ->
              items.addAll(item instanceof Spread spread ? spread(spread.bean()) : List.of(item)));
    }
    return items;
  }

  @Override
  public void putAll(Map<? extends String, ?> map) {
    map.forEach(this::set);
  }

  private Fields inside(String step) {
    Matcher parts = parts(step);
    return parts.group(2) == null
        ? (Fields) computeIfAbsent(step, key -> new Fields())
        : list(parts.group(1)).number(parts.group(2));
  }

  private Items list(String name) {
    return (Items) computeIfAbsent(name, key -> new Items());
  }

  private static Matcher parts(String step) {
    Matcher parts = STEP.matcher(step);
    if (!parts.matches()) {
      throw new MappingException(
          "property `" + step + "` is no path. Write name, name[], name[2], name[*] or name+.");
    }
    return parts;
  }

  private static List<Fields> spread(Fields bean) {
    Fields common = new Fields();
    List<Fields> numbered = new ArrayList<>();
    bean.forEach(
        (name, value) -> {
          if (!Character.isDigit(name.charAt(0))) {
            common.set(name, value);
          }
        });
    bean.forEach(
        (name, value) -> {
          if (Character.isDigit(name.charAt(0))) {
            numbered.add(common.with((Fields) value));
          }
        });
    return numbered;
  }
}
