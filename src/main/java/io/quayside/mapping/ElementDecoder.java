package io.quayside.mapping;

import jakarta.annotation.Resource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.smooks.api.converter.TypeConverter;
import org.smooks.api.converter.TypeConverterDescriptor;
import org.smooks.api.converter.TypeConverterFactory;
import org.smooks.api.resource.config.Configurable;
import org.smooks.engine.converter.DefaultTypeConverterDescriptor;

/**
 * Turns a value of a document into one of the canonical order, and notes that it was taken. A value
 * that cannot be what it should be stays out and is reported with its place; nothing is rounded.
 *
 * <p>A mapping names the kind: {@code decoder="date"}. Kinds: {@code text} (without a decoder),
 * {@code date}, {@code time}, {@code decimal}, {@code implied2} (two decimals implied, X12 N2),
 * {@code integer}, {@code currency}, {@code code:<table>} (our word, from {@code codes.yaml} beside
 * the mapping; its entry {@code "*"} for all other codes), {@code constant:<text>}.
 */
@Resource(name = "Element")
public final class ElementDecoder implements TypeConverterFactory<String, Object>, Configurable {
  static final String KIND = "kind";
  static final String ELEMENTS = "elements";
  static final String CODE = "code ";

  private static final List<String> KINDS =
      List.of("text", "date", "time", "decimal", "implied2", "integer", "currency");

  private static final Pattern DATE = Pattern.compile("\\d{6}|\\d{8}");
  private static final Pattern TIME =
      Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d\\d{0,2})?");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");
  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,30}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private Properties properties = new Properties();
  private String[] elements = {};
  private String kind = "text";

  /** Refuses the name of a decoder that there is not. */
  static void requireKind(String kind) {
    if (!KINDS.contains(kind) && !kind.startsWith("code:") && !kind.startsWith("constant:")) {
      throw new MappingException(
          "no decoder is called `"
              + kind
              + "`; there are "
              + KINDS
              + ", code:<table>, constant:<text>");
    }
  }

  @Override
  public void setConfiguration(Properties configuration) {
    properties = configuration;
    kind = configuration.getProperty(KIND, "text");
    elements = configuration.getProperty(ELEMENTS, "").split(" ");
  }

  @Override
  public Properties getConfiguration() {
    return properties;
  }

  @Override
  public TypeConverter<String, Object> createTypeConverter() {
    return this::decode;
  }

  @Override
  public TypeConverterDescriptor<Class<String>, Class<Object>> getTypeConverterDescriptor() {
    return new DefaultTypeConverterDescriptor<>(String.class, Object.class);
  }

  private Object decode(String raw) {
    String value = raw == null ? "" : raw.strip();
    if (value.isEmpty()) {
      return null;
    }
    for (String element : elements) {
      Reading.current().used(element);
    }
    if (kind.startsWith("code:")) {
      String word = properties.getProperty(CODE + value, properties.getProperty(CODE + "*"));
      return "true".equals(word) || "false".equals(word) ? Boolean.valueOf(word) : word;
    }
    if (kind.startsWith("constant:")) {
      return kind.substring("constant:".length());
    }
    return switch (kind) {
      case "text" -> value;
      case "date" -> date(value);
      case "time" -> time(value);
      case "decimal" -> decimal(value);
      case "implied2" -> implied(value);
      case "integer" -> integer(value);
      case "currency" ->
          CURRENCY.matcher(value).matches()
              ? value
              : odd(value, "no currency", "Give the ISO code, for example USD");
      default -> throw new MappingException("no decoder is called `" + kind + "`");
    };
  }

  /** 20261201 or 261201 as 2026-12-01. */
  private String date(String value) {
    if (DATE.matcher(value).matches()) {
      String full = value.length() == 8 ? value : (value.compareTo("70") < 0 ? "20" : "19") + value;
      try {
        return LocalDate.of(
                Integer.parseInt(full.substring(0, 4)),
                Integer.parseInt(full.substring(4, 6)),
                Integer.parseInt(full.substring(6)))
            .toString();
      } catch (DateTimeException e) {
        return odd(value, "no such day", "Give the date as CCYYMMDD");
      }
    }
    return odd(value, "not a date", "Give the date as CCYYMMDD");
  }

  /** 1430 as 14:30. */
  private String time(String value) {
    if (TIME.matcher(value).matches()) {
      String seconds = value.length() > 4 ? ":" + value.substring(4, 6) : "";
      return value.substring(0, 2) + ":" + value.substring(2, 4) + seconds;
    }
    return odd(value, "not a time", "Give the time as HHMM or HHMMSS");
  }

  /** 000.50 as 0.50; decimals stay as they were sent. */
  private String decimal(String value) {
    return DECIMAL.matcher(value).matches()
        ? new BigDecimal(value).toPlainString()
        : odd(value, "not a number", "Give digits with at most one decimal point");
  }

  /** 1000 as 10.00; with a decimal point it is taken as it stands, and reported. */
  private String implied(String value) {
    if (DIGITS.matcher(value).matches()) {
      return new BigDecimal(value).movePointLeft(2).toPlainString();
    }
    String number = decimal(value);
    if (number != null) {
      odd(
          value,
          "two decimals are implied here, yet it has a decimal point; taken as written",
          "Leave the point out");
    }
    return number;
  }

  private Integer integer(String value) {
    if (COUNT.matcher(value).matches()) {
      return Integer.valueOf(value);
    }
    odd(value, "not a whole number", "Give digits only");
    return null;
  }

  private String odd(String value, String why, String remedy) {
    Reading.current().odd(elements[0], value, why, remedy);
    return null;
  }
}
