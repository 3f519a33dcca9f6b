package io.quayside.mapping;

import io.quayside.mapping.CompiledMapping.Assignment;
import io.quayside.mapping.CompiledMapping.Creation;
import io.quayside.mapping.CompiledMapping.Items;
import io.quayside.mapping.CompiledMapping.Rules;
import io.quayside.mapping.CompiledMapping.Wiring;
import java.util.ArrayList;
import java.util.List;

/** One document on its way through a compiled mapping. A bean lives as long as its element. */
final class MappingRun implements DocumentSource.Handler {
  private final int result;
  private final Reading reading;
  private final PropertyPath taken;
  private final Items items;
  private final Fields[] alive;
  private final List<Open> open = new ArrayList<>();
  private int depth;

  /** An element that has begun; used again for the next one at the same depth. */
  private static final class Open {
    private DocumentElement element;
    private Rules rules;
    private final List<Creation> created = new ArrayList<>();
  }

  MappingRun(Rules top, int beans, int result, Reading reading, Items items) {
    this.result = result;
    this.reading = reading;
    this.items = items;
    this.taken = items == null ? null : PropertyPath.of(items.property());
    this.alive = new Fields[beans];
    Open outside = new Open();
    outside.rules = top;
    open.add(outside);
  }

  Fields result() {
    return alive[result];
  }

  @Override
  public void start(DocumentElement element) {
    Rules above = open.get(depth).rules;
    depth++;
    if (depth == open.size()) {
      open.add(new Open());
    }
    Open now = open.get(depth);
    now.element = element;
    now.rules = above == null ? null : above.inner.get(element.name());
    reading.enter(element);
    if (now.rules != null) {
      for (Creation creation : now.rules.creations) {
        if (holds(creation.conditions())) {
          create(creation);
          now.created.add(creation);
        }
      }
      for (Assignment assignment : now.rules.assignments) {
        assign(assignment, element);
      }
    }
  }

  @Override
  public void end() {
    Open done = open.get(depth--);
    for (Creation creation : done.created) {
      Fields bean = alive[creation.bean()];
      if (creation.bean() != result) {
        alive[creation.bean()] = null;
      }
      if (items != null && isTaken(creation)) {
        items.taker().accept(alive[result], bean);
      }
    }
    done.created.clear();
    reading.leave();
  }

  private void create(Creation creation) {
    Fields bean = new Fields();
    alive[creation.bean()] = bean;
    boolean kept = items == null || !isTaken(creation);
    for (Wiring wiring : creation.into()) {
      Fields owner = alive[wiring.owner()];
      if (owner != null && (kept || wiring.property() != taken)) {
        wiring.property().put(owner, bean, reading);
      }
    }
  }

  private boolean isTaken(Creation creation) {
    for (Wiring wiring : creation.into()) {
      if (wiring.owner() == result && wiring.property() == taken) {
        return true;
      }
    }
    return false;
  }

  private void assign(Assignment assignment, DocumentElement element) {
    Fields bean = alive[assignment.bean()];
    if (bean == null || !holds(assignment.conditions())) {
      return;
    }
    AttributeName[] attributes = assignment.attributes();
    String value = element.value(attributes[0]);
    if (!value.isEmpty()) {
      reading.take(attributes);
      Object decoded = assignment.decoder().decode(value, reading);
      if (decoded != null) {
        assignment.property().put(bean, decoded, reading);
      }
    }
  }

  private boolean holds(Condition[] conditions) {
    if (conditions != null) {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i] != null && !conditions[i].holds(open.get(i + 1).element)) {
          return false;
        }
      }
    }
    return true;
  }
}
