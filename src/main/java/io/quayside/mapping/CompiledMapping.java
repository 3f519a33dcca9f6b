package io.quayside.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A mapping file as a program: for each element's path the beans that begin there and the values
 * that they take. It does what Smooks' visitors do with the same file, without trying every rule on
 * every element. Safe for threads.
 */
final class CompiledMapping {
  /** What begins with an element of a path. */
  record Creation(int bean, Condition[] conditions, List<Wiring> into) {}

  /** What a bean is put into when it is made. */
  record Wiring(int owner, PropertyPath property) {}

  /** What a bean takes of an element. */
  record Assignment(
      int bean,
      Condition[] conditions,
      AttributeName[] attributes,
      Decoder decoder,
      PropertyPath property) {}

  /** What is done with the elements of one path. */
  static final class Rules {
    final Map<String, Rules> inner = new HashMap<>();
    final List<Creation> creations = new ArrayList<>();
    final List<Assignment> assignments = new ArrayList<>();

    private Rules at(Selector selector) {
      Rules at = this;
      for (Selector.Step step : selector.steps()) {
        at = at.inner.computeIfAbsent(step.name(), name -> new Rules());
      }
      return at;
    }
  }

  private final Rules top = new Rules();
  private final List<MappingFile.Bean> beans;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int result;

  private CompiledMapping(MappingFile file) {
    beans = file.beans();
    beans.forEach(bean -> numbers.put(bean.id(), numbers.size()));
    result = result(beans);
    beans.forEach(this::compile);
    if (top.inner.size() != 1) {
      throw new Condition.NotCompiled("selectors with different roots");
    }
  }

  /** Empty when the file asks for more than bindings: then Smooks runs it. */
  static Optional<CompiledMapping> of(MappingFile file) {
    try {
      return file.hasOnlyBeans() ? Optional.of(new CompiledMapping(file)) : Optional.empty();
    } catch (Condition.NotCompiled e) {
      return Optional.empty();
    }
  }

  /** The bean that the mapping makes, for example {@code order}. */
  String result() {
    return beans.get(result).id();
  }

  /**
   * Runs the mapping.
   *
   * @param items takes each item of the result's list as soon as it is whole, so that it is not
   *     kept; null to keep all
   * @return what the mapping made; null when the document has another root
   */
  Fields run(DocumentSource document, Reading reading, Items items) {
    MappingRun run = new MappingRun(top, beans.size(), result, reading, items);
    document.read(run);
    return run.result();
  }

  /**
   * @param property for example {@code lines[]}
   * @param taker gets what the mapping makes, as far as it is known, and the item
   */
  record Items(String property, BiConsumer<Fields, Fields> taker) {}

  private void compile(MappingFile.Bean bean) {
    int number = numbers.get(bean.id());
    Selector on = Selector.parse(bean.on());
    List<Wiring> into = new ArrayList<>();
    for (MappingFile.Bean owner : beans) {
      for (MappingFile.Wiring wiring : owner.wirings()) {
        if (wiring.bean().equals(bean.id())) {
          into.add(new Wiring(numbers.get(owner.id()), PropertyPath.of(wiring.property())));
        }
      }
    }
    top.at(on).creations.add(new Creation(number, conditions(on), List.copyOf(into)));
    for (MappingFile.Value value : bean.values()) {
      Selector data = Selector.parse(value.data());
      if (data.attribute() == null) {
        throw new Condition.NotCompiled(value.data());
      }
      top.at(data)
          .assignments
          .add(
              new Assignment(
                  number,
                  conditions(data),
                  data.attributes(),
                  Decoder.of(value.decoder(), value.words()),
                  PropertyPath.of(value.property())));
    }
  }

  /** By depth from the root, null where nothing is asked; null when nothing is asked at all. */
  private static Condition[] conditions(Selector selector) {
    Condition[] conditions = new Condition[selector.steps().size()];
    boolean any = false;
    for (int depth = 0; depth < conditions.length; depth++) {
      Selector.Step step = selector.steps().get(depth);
      if (step.condition() != null) {
        conditions[depth] = Condition.parse(step.name(), step.condition());
        any = true;
      }
    }
    return any ? conditions : null;
  }

  private static int result(List<MappingFile.Bean> beans) {
    List<MappingFile.Bean> retained = beans.stream().filter(MappingFile.Bean::retained).toList();
    if (retained.size() != 1) {
      throw new MappingException(
          "a mapping makes one thing: exactly one bean must have retain=\"true\", not "
              + retained.size());
    }
    return beans.indexOf(retained.get(0));
  }
}
