package io.quayside.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Which attributes of an element were taken. A composite counts as taken when one of its components
 * was, and a component when the composite was; of a composite that nobody took only the whole is
 * missed.
 */
final class Used {
  private static final int BITS = Long.SIZE;

  private long wholes;
  private long byComponent;
  private final List<AttributeName> others = new ArrayList<>();

  void clear() {
    wholes = 0;
    byComponent = 0;
    others.clear();
  }

  void add(AttributeName name) {
    int n = name.element();
    if (n == 0 || n >= BITS) {
      others.add(name);
    } else if (name.component() == 0) {
      wholes |= 1L << n;
    } else {
      byComponent |= 1L << n;
      others.add(name);
    }
  }

  boolean has(AttributeName name) {
    int n = name.element();
    if (n == 0 || n >= BITS) {
      return listed(name);
    }
    boolean whole = (wholes & 1L << n) != 0;
    boolean part = (byComponent & 1L << n) != 0;
    return name.component() == 0 ? whole || part : whole || !part || listed(name);
  }

  private boolean listed(AttributeName name) {
    for (AttributeName other : others) {
      if (other.same(name)) {
        return true;
      }
    }
    return false;
  }
}
