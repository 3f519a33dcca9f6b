package io.quayside.mapping.tree;

import io.quayside.mapping.MappingException;
import io.quayside.mapping.tree.Layout.Field;
import io.quayside.mapping.tree.Layout.RecordType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CharsetEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Puts values into the columns of a layout: the way back of {@link FixedWidth}. */
final class FixedColumns {
  private FixedColumns() {}

  /**
   * @throws MappingException naming the field whose value does not fit
   */
  static String record(Layout layout, String name, Map<String, String> values) {
    RecordType type = layout.records().get(name);
    if (type == null) {
      throw new MappingException("The layout %s has no record %s".formatted(layout.name(), name));
    }
    StringBuilder record = new StringBuilder();
    put(record, layout.type().from(), pad(name, layout.type().to() - layout.type().from()));
    values.forEach((field, value) -> put(record, layout, name, type, field, value));
    return record.toString();
  }

  private static void put(
      StringBuilder record, Layout layout, String name, RecordType type, String key, String value) {
    Field field =
        type.fields().stream()
            .filter(one -> one.name().equals(key))
            .findFirst()
            .orElseThrow(
                () ->
                    new MappingException(
                        "The layout %s has no field %s in record %s"
                            .formatted(layout.name(), key, name)));
    int length = field.span().to() - field.span().from();
    String text = formatted(plain(value), field, length, layout.charset().newEncoder());
    if (!layout.charset().newEncoder().canEncode(text)) {
      throw new MappingException(
          "`%s` (%s) has a character that %s, the encoding of the layout %s, does not have"
              .formatted(value, key, layout.charset().name(), layout.name()));
    }
    if (text.length() > length) {
      throw new MappingException(
          "`%s` (%s) does not fit into %s of record %s of the layout %s"
              .formatted(value, key, field.span().words(), name, layout.name()));
    }
    put(record, field.span().from(), pad(text, length));
  }

  /** A line end within a value would begin another record. */
  private static String plain(String value) {
    return value.replaceAll("[\\p{Cntrl}\\x{2028}\\x{2029}]+", " ");
  }

  private static String formatted(String value, Field field, int length, CharsetEncoder encoder) {
    String format = field.format();
    if (format == null || value.isEmpty()) {
      return value;
    }
    if (format.equals("cut")) {
      return cut(value, length, encoder);
    }
    if (format.equals("comma")) {
      return value.replace('.', ',');
    }
    if (format.startsWith("implied ")) {
      return implied(value, Integer.parseInt(format.substring(8)), length);
    }
    return LocalDate.parse(value).format(DateTimeFormatter.ofPattern(format.replace('y', 'u')));
  }

  /** Words for people: shortened by whole characters, {@code ?} for one that cannot be written. */
  private static String cut(String value, int length, CharsetEncoder encoder) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
      String one = Character.toString(value.codePointAt(at));
      String written = encoder.canEncode(one) ? one : "?";
      if (text.length() + written.length() > length) {
        break;
      }
      text.append(written);
    }
    return text.toString();
  }

  /** {@code 100.5} with three implied decimals in ten columns is {@code 0000100500}. */
  private static String implied(String value, int decimals, int length) {
    try {
      String digits =
          new BigDecimal(value)
              .setScale(decimals, RoundingMode.UNNECESSARY)
              .unscaledValue()
              .abs()
              .toString();
      String sign = value.startsWith("-") ? "-" : "";
      return sign + "0".repeat(Math.max(0, length - sign.length() - digits.length())) + digits;
    } catch (ArithmeticException | NumberFormatException e) {
      throw new MappingException(
          "`%s` is no number with at most %d decimals".formatted(value, decimals));
    }
  }

  private static void put(StringBuilder record, int from, String text) {
    int to = from + text.length();
    while (record.length() < to) {
      record.append(' ');
    }
    record.replace(from, to, text);
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }
}
