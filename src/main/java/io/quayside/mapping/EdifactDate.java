package io.quayside.mapping;

/**
 * Date and time of a DTM by the format code beside the value.
 *
 * <pre>DTM+137:202611201430:203'</pre>
 */
final class EdifactDate {
  private static final int DAY = 8;

  private EdifactDate() {}

  /** The day; of a period (718) its first day. */
  static String date(String value, Reading reading) {
    String format = reading.nextComponent();
    return switch (format) {
      case "", "101", "102" -> Decoder.date(day(value), reading);
      case "201" -> Decoder.date(first(value, 6), reading);
      case "203", "204", "205", "303", "304", "718", "719" ->
          Decoder.date(first(value, DAY), reading);
      default ->
          Decoder.odd(
              reading,
              value,
              "not a day, by its format code " + format,
              "Give the date as CCYYMMDD with the code 102");
    };
  }

  /** The time of the day; null where the format has none, or it is midnight for want of a time. */
  static String time(String value, Reading reading) {
    return switch (reading.nextComponent()) {
      case "203", "303" -> time(value, DAY, 4, reading);
      case "204", "304" -> time(value, DAY, 6, reading);
      case "201" -> time(value, 6, 4, reading);
      default -> null;
    };
  }

  private static String time(String value, int from, int length, Reading reading) {
    if (value.length() < from + length) {
      return null;
    }
    String time = value.substring(from, from + length);
    return time.startsWith("0000") ? null : Decoder.time(time, reading);
  }

  /** Without a format code what is longer than a day has a time. */
  private static String day(String value) {
    return value.length() == 12 || value.length() == 14 ? first(value, DAY) : value;
  }

  private static String first(String value, int length) {
    return value.substring(0, Math.min(length, value.length()));
  }
}
