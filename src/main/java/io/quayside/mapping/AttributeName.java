package io.quayside.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an attribute. Where it numbers a place of its segment the numbers are kept: {@code PO107}
 * is element 7, {@code SLN0501} component 1 of element 5, {@code GIR0201_2} the same of its second
 * repetition.
 *
 * @param element from 1; 0 when the name numbers nothing
 * @param repetition from 1
 * @param component from 1; 0 for the element as a whole
 */
public record AttributeName(String name, int element, int repetition, int component) {
  private static final Pattern PLACE = Pattern.compile("(\\d\\d)(?:(\\d\\d)(?:_(\\d{1,4}))?)?");

  /** A name that numbers nothing, for example {@code sku}. */
  public static AttributeName of(String name) {
    return new AttributeName(name, 0, 1, 0);
  }

  /** A name as a selector has it: with a number when it continues the element's own name so. */
  static AttributeName of(String owner, String name) {
    Matcher place = PLACE.matcher(name.startsWith(owner) ? name.substring(owner.length()) : "");
    return place.matches()
        ? new AttributeName(name, number(place, 1, 0), number(place, 3, 1), number(place, 2, 0))
        : of(name);
  }

  private static int number(Matcher place, int group, int otherwise) {
    return place.group(group) == null ? otherwise : Integer.parseInt(place.group(group));
  }

  /** The same characters, or the same place. */
  boolean same(AttributeName other) {
    return element == 0
        ? other.element == 0 && name.equals(other.name)
        : element == other.element
            && repetition == other.repetition
            && component == other.component;
  }
}
