package io.quayside.intake.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Makes a sender's template of what a person approved. Nothing is taken on trust: each label and
 * column is kept only when reading the same paper with it comes nearer to the person's order.
 */
final class Teacher {
  private static final int MOST_TRIALS = 300;
  private static final int MOST_ENTRIES = 60;
  private static final int LONGEST = 200;

  private final Extractor extractor;
  private final Vocabulary words;
  private final Paper paper;
  private final Knowledge knowledge;
  private final JsonNode approved;
  private final Set<String> values;
  private Template best;
  private ObjectNode read;
  private int trials;

  Teacher(
      Extractor extractor, Vocabulary words, Paper paper, Knowledge knowledge, JsonNode approved) {
    this.extractor = extractor;
    this.words = words;
    this.paper = paper;
    this.knowledge = knowledge;
    this.approved = approved;
    this.values = TaughtValues.plain(approved);
  }

  /**
   * The lesson of one document.
   *
   * @param base the template that read it, null when none did
   */
  Lesson lesson(Template base) {
    best = base == null ? Template.none(paper.kind()) : base;
    read = order(best);
    List<String> changed = TaughtValues.changed(read, approved);
    habits();
    columns();
    total();
    TaughtValues.HEADS.forEach(this::label);
    units();
    items();
    Layout layout = extractor.layout(paper, best);
    List<String> labels =
        layout.labels().stream()
            .filter(one -> base == null || base.labels().contains(one))
            .limit(MOST_ENTRIES)
            .toList();
    String name = base == null ? layout.name() : base.layout();
    Template made = best.known(name, layout.headings(), labels);
    boolean wrong = base != null && changed.stream().anyMatch(this::onPaper);
    boolean mended = TaughtValues.changed(read, approved).stream().noneMatch(this::onPaper);
    return new Lesson(made, base == null, wrong, mended, layout.is(made));
  }

  /** A value that a person typed for reasons of their own says nothing about the template. */
  private boolean onPaper(String pointer) {
    String wanted = TaughtValues.text(approved, pointer);
    return wanted.isEmpty() || Places.any(paper, value(pointer, wanted));
  }

  private ObjectNode order(Template template) {
    return extractor.read(paper, knowledge, template).order;
  }

  private boolean better(Template template) {
    if (trials++ >= MOST_TRIALS) {
      return false;
    }
    ObjectNode other = order(template);
    if (TaughtValues.alike(other, approved) <= TaughtValues.alike(read, approved)) {
      return false;
    }
    best = template;
    read = other;
    return true;
  }

  private void habits() {
    Set<Boolean> days = new LinkedHashSet<>();
    Set<Character> signs = new LinkedHashSet<>();
    for (String pointer : TaughtValues.pointers(approved)) {
      String wanted = TaughtValues.text(approved, pointer);
      if (wanted.isEmpty()) {
        continue;
      }
      for (Paper.Page page : paper.pages()) {
        for (Row row : page.rows()) {
          for (Word word : row.words()) {
            habit(pointer, wanted, word.text().replaceAll("[,;]$", ""), days, signs);
          }
        }
      }
    }
    Boolean dayFirst = days.size() == 1 ? days.iterator().next() : best.dayFirst();
    Character sign = signs.size() == 1 ? signs.iterator().next() : best.decimal();
    Set<String> forms = new LinkedHashSet<>(best.poNumbers());
    String number = TaughtValues.text(approved, "/poNumber");
    if (forms.size() < 10 && !number.isEmpty() && number.length() <= 40) {
      forms.add(Template.form(number));
    }
    best = best.withHabits(dayFirst, sign, List.copyOf(forms));
    read = order(best);
  }

  /** Only what reads otherwise the other way round tells a habit. */
  private void habit(
      String pointer, String wanted, String word, Set<Boolean> days, Set<Character> signs) {
    if (pointer.matches("/poDate|/dates/.*")) {
      Matcher date = Days.SHORT.matcher(word);
      boolean tells = date.matches() && !date.group(1).equals(date.group(3));
      Stream.of(true, false)
          .filter(
              first ->
                  tells
                      && new Days(first, words)
                          .read(word)
                          .filter(day -> day.toString().equals(wanted))
                          .isPresent())
          .forEach(days::add);
    } else if (pointer.matches("/lines/.*/(quantity|amount)")) {
      boolean point = reads('.', word, wanted);
      boolean comma = reads(',', word, wanted);
      if (point != comma) {
        signs.add(point ? '.' : ',');
      }
    }
  }

  private static boolean reads(char sign, String word, String wanted) {
    return new Amounts(sign)
        .read(word)
        .filter(value -> TaughtValues.same(value.toPlainString(), wanted))
        .isPresent();
  }

  private void columns() {
    Vocabulary spoken = words.with(best);
    LineTable table = new LineTable(spoken).read(paper);
    boolean right =
        TaughtValues.changed(read, approved).stream().noneMatch(one -> one.startsWith("/lines"))
            && TaughtValues.changed(approved, read).stream()
                .noneMatch(one -> one.startsWith("/lines"));
    if (!right) {
      for (Map<String, String> one : new TableProposals(paper, approved, spoken).all(table)) {
        better(best.withColumns(one));
      }
    }
  }

  /** The sum of the lines, which the next document is checked by. */
  private void total() {
    String wanted = TaughtValues.total(approved);
    if (wanted.isEmpty() || TaughtValues.same(TaughtValues.text(read, "/totals/amount"), wanted)) {
      return;
    }
    for (String label : Places.labels(paper, text -> TableProposals.number(text, wanted))) {
      if (!values.contains(label) && better(best.withFields(Map.of(label, "total")))) {
        return;
      }
    }
  }

  /**
   * The label beside or above the value, and that the one it was read from means something else.
   */
  private void label(String pointer, String field) {
    String wanted = TaughtValues.text(approved, pointer);
    String given = TaughtValues.text(read, pointer);
    if (TaughtValues.same(given, wanted)) {
      return;
    }
    Map<String, String> others = new LinkedHashMap<>();
    if (!given.isEmpty()) {
      Vocabulary spoken = words.with(best);
      LineTable table = new LineTable(spoken).read(paper);
      for (HeadFields.Candidate one : new HeadFields(spoken).read(paper, table.used()).of(field)) {
        String label = Vocabulary.plain(TableLine.text(one.label()));
        if (!label.isEmpty() && value(pointer, given).test(one.text())) {
          others.put(label, "other");
        }
      }
    }
    if (wanted.isEmpty()) {
      better(best.withFields(others));
      return;
    }
    for (String label : Places.labels(paper, value(pointer, wanted))) {
      if (values.contains(label)) {
        continue;
      }
      Map<String, String> more = new LinkedHashMap<>(Map.of(label, field));
      if (better(best.withFields(more))) {
        return;
      }
      others.forEach(more::putIfAbsent);
      if (more.size() > 1 && better(best.withFields(more))) {
        return;
      }
    }
  }

  private Predicate<String> value(String pointer, String wanted) {
    if (pointer.matches("/poDate|/dates/.*")) {
      return text -> date(text, wanted);
    }
    if (pointer.matches(".*/(quantity|amount)")) {
      return text -> TableProposals.number(text, wanted);
    }
    return text -> text.replaceAll("^[#:(]+|[),.;:]+$", "").equals(wanted) || text.equals(wanted);
  }

  private boolean date(String text, String wanted) {
    return Stream.of(true, false)
        .flatMap(first -> new Days(first, words).read(text).stream())
        .anyMatch(day -> day.toString().equals(wanted));
  }

  private void units() {
    Vocabulary spoken = words.with(best);
    LineTable table = new LineTable(spoken).read(paper);
    if (table.heading() == null || table.lines().size() != approved.path("lines").size()) {
      return;
    }
    Columns columns = Columns.of(table.heading(), table.lines());
    Map<String, String> units = new LinkedHashMap<>();
    for (int i = 0; i < table.lines().size() && units.size() < MOST_ENTRIES; i++) {
      String ours = TaughtValues.text(approved, "/lines/" + i + "/unit");
      String theirs = Measure.unit(columns.text(table.lines().get(i), "unit")).unit();
      String plain = theirs == null ? "" : Vocabulary.plain(theirs);
      boolean told = !ours.equals(spoken.unit(plain).orElse("")) && ours.matches("[A-Z0-9]{1,3}");
      if (told && !plain.isEmpty() && plain.length() <= 40) {
        units.put(plain, ours);
      }
    }
    if (!units.isEmpty()) {
      better(best.withUnits(units));
    }
  }

  private void items() {
    Map<String, String> items = new LinkedHashMap<>();
    int lines = approved.path("lines").size();
    if (read.path("lines").size() != lines) {
      return;
    }
    for (int i = 0; i < lines && best.items().size() + items.size() < 2000; i++) {
      String ours = TaughtValues.text(approved, "/lines/" + i + "/ids/0/value");
      String theirs = TaughtValues.text(read, "/lines/" + i + "/ids/0/value");
      String text =
          theirs.isEmpty() ? TaughtValues.text(read, "/lines/" + i + "/description") : theirs;
      boolean told = !ours.isEmpty() && !text.isEmpty() && !ours.equals(theirs);
      if (told && text.length() <= LONGEST && knowledge.item(List.of(ours)).orElse(false)) {
        items.put(Template.item(text), ours);
      }
    }
    if (!items.isEmpty()) {
      better(best.withItems(items));
    }
  }
}
