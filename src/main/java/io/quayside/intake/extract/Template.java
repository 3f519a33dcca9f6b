package io.quayside.intake.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person's corrections taught about one layout of one sender. Texts are as {@link
 * Vocabulary#plain} makes them, but for {@code items}.
 *
 * @param layout its name, for example {@code pdf-1f3a9c20}; null until it has one
 * @param kind {@code pdf, workbook, html, text}
 * @param headings of the line table, from left to right; the layout is only taken for this one when
 *     they are the same
 * @param labels that stand on its documents outside the table
 * @param fields label to field of {@code mappings/extract/labels.yaml}; {@code other} takes a label
 *     for nothing
 * @param columns heading to column of that file
 * @param units the sender's word for a unit to our code
 * @param dayFirst {@code 31/12/2026}; null when nothing told
 * @param decimal the sign before the cents, {@code .} or {@code ,}; null when nothing told
 * @param poNumbers forms of purchase order numbers, {@code AA-9999}
 * @param items the sender's number or text of an item, to our number
 */
public record Template(
    String layout,
    String kind,
    List<String> headings,
    List<String> labels,
    Map<String, String> fields,
    Map<String, String> columns,
    Map<String, String> units,
    Boolean dayFirst,
    Character decimal,
    List<String> poNumbers,
    Map<String, String> items) {

  public Template {
    headings = List.copyOf(headings);
    labels = List.copyOf(labels);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    poNumbers = List.copyOf(poNumbers);
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  static Template none(String kind) {
    return new Template(
        null, kind, List.of(), List.of(), Map.of(), Map.of(), Map.of(), null, null, List.of(),
        Map.of());
  }

  Template withFields(Map<String, String> more) {
    return new Template(
        layout,
        kind,
        headings,
        labels,
        joined(fields, more),
        columns,
        units,
        dayFirst,
        decimal,
        poNumbers,
        items);
  }

  Template withColumns(Map<String, String> more) {
    return new Template(
        layout,
        kind,
        headings,
        labels,
        fields,
        joined(columns, more),
        units,
        dayFirst,
        decimal,
        poNumbers,
        items);
  }

  Template withItems(Map<String, String> more) {
    return new Template(
        layout,
        kind,
        headings,
        labels,
        fields,
        columns,
        units,
        dayFirst,
        decimal,
        poNumbers,
        joined(items, more));
  }

  Template withUnits(Map<String, String> more) {
    return new Template(
        layout,
        kind,
        headings,
        labels,
        fields,
        columns,
        joined(units, more),
        dayFirst,
        decimal,
        poNumbers,
        items);
  }

  Template withHabits(Boolean days, Character sign, List<String> forms) {
    return new Template(
        layout, kind, headings, labels, fields, columns, units, days, sign, forms, items);
  }

  /** Known by these headings and labels from now on. */
  Template known(String name, List<String> heads, List<String> names) {
    return new Template(
        name, kind, heads, names, fields, columns, units, dayFirst, decimal, poNumbers, items);
  }

  private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** {@code PO-4711} is {@code AA-9999}. */
  static String form(String number) {
    return number.replaceAll("\\p{L}", "A").replaceAll("[0-9]", "9");
  }

  /** An item's number or text as a key: blanks do not count. */
  static String item(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Has the number one of the forms? Empty when none is known. */
  Optional<Boolean> poNumber(String number) {
    return poNumbers.isEmpty() ? Optional.empty() : Optional.of(poNumbers.contains(form(number)));
  }
}
