package io.quayside.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code jb:bean} of a mapping fills: an object of the canonical order. The property says
 * where a value goes ({@link PropertyPath}).
 */
public final class Fields extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;
  private static final int FEW = 8;

  /** Where each value stands; null unless places are kept. */
  private transient Map<String, List<Place>> places;

  public Fields() {
    super(FEW);
  }

  /** A list under construction, with its items by number. */
  static final class Items extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    private transient Map<String, Fields> numbered;
    private transient Map<Integer, List<Place>> places;

    Items() {
      super(FEW);
    }

    Fields number(String number) {
      if (numbered == null) {
        numbered = new HashMap<>();
      }
      Fields item = numbered.get(number);
      if (item == null) {
        item = new Fields();
        numbered.put(number, item);
        add(item);
      }
      return item;
    }

    void take(Object value, Reading reading) {
      add(value);
      if (reading.isTracing() && !(value instanceof Fields) && !(value instanceof Spread)) {
        if (places == null) {
          places = new HashMap<>();
        }
        places.put(size() - 1, List.of(reading.place()));
      }
    }

    /** Where an item stands that is no object; empty unless places are kept. */
    List<Place> places(int index) {
      return places == null ? List.of() : places.getOrDefault(index, List.of());
    }
  }

  /** A bean that stands for as many items as it has numbered objects. */
  record Spread(Fields bean) {}

  /** How Smooks gives a value: the key is a property path. */
  @Override
  public Object put(String path, Object value) {
    PropertyPath.of(path).put(this, value, Reading.current());
    return null;
  }

  @Override
  public void putAll(Map<? extends String, ?> map) {
    map.forEach(this::set);
  }

  /** Sets a property whatever was there; null removes it. */
  void set(String name, Object value) {
    if (value == null) {
      remove(name);
    } else {
      super.put(name, value);
    }
  }

  /** Sets a property that has no value yet; another value than it has is reported. */
  void first(String name, Object value, Reading reading) {
    Object before = putIfAbsent(name, value);
    if (before == null) {
      trace(name, value, reading);
    } else if (!before.equals(value)) {
      reading.repeated(name, value);
    }
  }

  /** Sets a property that has no value yet. */
  void ifAbsent(String name, Object value, Reading reading) {
    if (putIfAbsent(name, value) == null) {
      trace(name, value, reading);
    }
  }

  /** Sets a property whatever was there. */
  void over(String name, Object value, Reading reading) {
    super.put(name, value);
    if (places != null) {
      places.remove(name);
    }
    trace(name, value, reading);
  }

  /** Adds text behind what is there, after a blank. */
  void append(String name, Object value, Reading reading) {
    Object before = get(name);
    super.put(name, before == null ? value : before + " " + value);
    trace(name, value, reading);
  }

  Fields inside(String name) {
    Fields inner = (Fields) get(name);
    if (inner == null) {
      inner = new Fields();
      super.put(name, inner);
    }
    return inner;
  }

  Items list(String name) {
    Items items = (Items) get(name);
    if (items == null) {
      items = new Items();
      super.put(name, items);
    }
    return items;
  }

  /** The items of a list, spread ones expanded from now on; never null. */
  List<Object> items(String name) {
    if (!(get(name) instanceof Items list)) {
      return List.of();
    }
    boolean spread = false;
    for (Object item : list) {
      spread |= item instanceof Spread;
    }
    if (!spread) {
      return list;
    }
    Items items = new Items();
    for (Object item : list) {
      if (item instanceof Spread each) {
        items.addAll(spread(each.bean()));
      } else {
        items.add(item);
      }
    }
    super.put(name, items);
    return items;
  }

  /** Where a property's value stands; empty unless places are kept. */
  List<Place> places(String name) {
    return places == null ? List.of() : places.getOrDefault(name, List.of());
  }

  private void trace(String name, Object value, Reading reading) {
    if (reading.isTracing() && !(value instanceof Fields)) {
      if (places == null) {
        places = new HashMap<>();
      }
      places.computeIfAbsent(name, key -> new ArrayList<>(1)).add(reading.place());
    }
  }

  /** A copy of this object with the other's properties added. */
  private Fields with(Fields more) {
    Fields sum = new Fields();
    sum.addAll(this);
    sum.addAll(more);
    return sum;
  }

  private void addAll(Fields more) {
    more.forEach(
        (name, value) -> {
          boolean both = get(name) instanceof Fields && value instanceof Fields;
          set(name, both ? ((Fields) get(name)).with((Fields) value) : value);
        });
    if (more.places != null) {
      if (places == null) {
        places = new HashMap<>();
      }
      places.putAll(more.places);
    }
  }

  private static List<Fields> spread(Fields bean) {
    Fields common = new Fields();
    List<Fields> numbered = new ArrayList<>();
    bean.forEach(
        (name, value) -> {
          if (isNumber(name)) {
            numbered.add((Fields) value);
          } else {
            common.set(name, value);
          }
        });
    common.places = bean.places;
    numbered.replaceAll(common::with);
    return numbered;
  }

  private static boolean isNumber(String name) {
    return Character.isDigit(name.charAt(0));
  }
}
