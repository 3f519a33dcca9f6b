package io.quayside.intake.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A party's lines taken apart: name, street, town, contact. What is not there stays null. */
final class Address {
  private static final Pattern US =
      Pattern.compile("(.*?),?\\s+([A-Z]{2})\\.?,?\\s+([0-9]{5}(?:-[0-9]{4})?)");
  private static final Pattern CANADA =
      Pattern.compile("(.*?),?\\s+([A-Z]{2}),?\\s+([A-Z][0-9][A-Z]\\s?[0-9][A-Z][0-9])");
  private static final Pattern BRITISH =
      Pattern.compile("(?:(.*?),?\\s+)?([A-Z]{1,2}[0-9][A-Z0-9]?\\s[0-9][A-Z]{2})");
  private static final Pattern CONTINENT =
      Pattern.compile(
          "(?:([A-Z]{1,2})-)?([0-9]{4,5}|[0-9]{4}\\s?[A-Z]{2})\\s+(\\p{L}[\\p{L} .'/()-]+?)(?:,\\s*(\\p{L}[\\p{L} .]+))?(?:\\s+\\((\\p{L}+)\\))?");
  private static final Pattern NAMED_STATE =
      Pattern.compile("(.*\\p{L}{4,})[.,]?\\s+([0-9]{5}(?:-[0-9]{4})?)");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?i)(?:tel|tél|phone|ph|telefon|telefono|teléfono|fon|t|mobile|cell)?\\.?\\s*(?:no\\.?)?\\s*:?\\s*(\\+?[0-9(][0-9()\\s./-]{6,}[0-9])(?:\\s*(?:x|ext\\.?)\\s*[0-9]+)?");
  private static final Pattern ATTENTION =
      Pattern.compile(
          "(?i)(?:attn|attention|att|z\\.? ?hd\\.?|zu händen|c/o|a l'attention de|à l'attention de|contact|ansprechpartner|contacto|a la atención de)\\.?\\s*:?\\s*(.+)");
  private static final Pattern OTHER =
      Pattern.compile("(?i)(?:fax|telefax|vat|tax|ust|www\\.|http|iban|web|tva|nif|cif).*");

  String name;
  String name2;
  final List<String> street = new ArrayList<>();
  String city;
  String region;
  String postalCode;
  String country;
  String contact;
  String phone;
  String email;
  private boolean overseas;

  /** Has it a town with its code? */
  boolean whole() {
    return postalCode != null;
  }

  boolean american() {
    return region != null && postalCode != null && postalCode.matches("[0-9]{5}(-[0-9]{4})?");
  }

  static Address of(List<String> given, Vocabulary words) {
    Address address = new Address();
    List<String> lines = given.size() == 1 ? commas(given.get(0)) : given;
    address.overseas = lines.stream().anyMatch(line -> overseas(line, words));
    for (String line : lines) {
      address.line(line.strip().replaceAll("[,;]$", ""), words);
    }
    return address;
  }

  /** {@code El Paso, TX 79924} in one of the lines, so {@code 1800 Northwestern} is no town. */
  private static boolean overseas(String given, Vocabulary words) {
    String line = states(given.strip().replaceAll("[,;]$", ""), words);
    return US.matcher(line).matches() || CANADA.matcher(line).matches();
  }

  /** {@code El Paso, Texas 79912} with the state's letters. */
  private static String states(String line, Vocabulary words) {
    Matcher named = NAMED_STATE.matcher(line);
    if (!named.matches()) {
      return line;
    }
    String[] before = named.group(1).strip().split("[\\s,]+");
    for (int count = Math.min(2, before.length - 1); count > 0; count--) {
      int from = before.length - count;
      String name = String.join(" ", Arrays.copyOfRange(before, from, before.length));
      Optional<String> state = words.state(name);
      if (state.isPresent()) {
        String town = String.join(" ", Arrays.copyOfRange(before, 0, from));
        return town + ", " + state.get() + " " + named.group(2);
      }
    }
    return line;
  }

  /** {@code Acme Store 42, 1 Main St, Springfield, IL 62701} on one line. */
  private static List<String> commas(String line) {
    String[] parts = line.split(",\\s*");
    List<String> lines = new ArrayList<>();
    for (String part : parts) {
      boolean state =
          part.matches(
              "[A-Z]{2}\\.?\\s+[0-9]{5}(?:-[0-9]{4})?|[A-Z]{2} [A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]");
      if (state && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ", " + part);
      } else {
        lines.add(part);
      }
    }
    return lines;
  }

  private void line(String line, Vocabulary words) {
    Matcher mail = EMAIL.matcher(line);
    if (mail.find()) {
      email = email == null ? mail.group() : email;
      return;
    }
    Matcher attention = ATTENTION.matcher(line);
    if (attention.matches()) {
      contact = contact == null ? attention.group(1) : contact;
      return;
    }
    Matcher call = PHONE.matcher(line);
    if (call.matches() && name != null && line.replaceAll("[^0-9]", "").length() >= 7) {
      phone = phone == null ? call.group(1).strip() : phone;
      return;
    }
    if (OTHER.matcher(line).matches() || line.isEmpty()) {
      return;
    }
    if (name == null) {
      name = line;
      return;
    }
    Optional<String> land = words.country(line);
    if (land.isPresent()) {
      country = land.get();
      return;
    }
    if (postalCode == null && town(line, words)) {
      return;
    }
    if (postalCode == null) {
      street.add(line);
    }
  }

  private boolean town(String given, Vocabulary words) {
    String line = given;
    int comma = line.lastIndexOf(',');
    Optional<String> land = comma < 0 ? Optional.empty() : words.country(line.substring(comma + 1));
    if (land.isEmpty()) {
      int blank = line.lastIndexOf(' ');
      land =
          blank < 0
              ? Optional.empty()
              : words
                  .country(line.substring(blank + 1))
                  .filter(one -> given.substring(blank + 1).length() > 2);
      comma = blank;
    }
    if (land.isPresent()) {
      line = line.substring(0, comma).replaceAll("[,\\s]+$", "");
    }
    line = states(line, words);
    Matcher matcher = US.matcher(line);
    boolean states = matcher.matches();
    if (!states) {
      matcher = CANADA.matcher(line);
    }
    if (states || matcher.matches()) {
      set(matcher.group(1), matcher.group(2), matcher.group(3), land.orElse(null));
      return true;
    }
    matcher = CONTINENT.matcher(line);
    if (!overseas && matcher.matches() && !words.street(matcher.group(3))) {
      set(matcher.group(3), null, matcher.group(2), land.orElse(null));
      if (matcher.group(1) != null && country == null) {
        country =
            words.country(matcher.group(1)).orElse(matcher.group(1).equals("D") ? "DE" : null);
      }
      return true;
    }
    matcher = BRITISH.matcher(line);
    if (matcher.matches()) {
      String town = matcher.group(1);
      if (town == null && !street.isEmpty()) {
        town = street.remove(street.size() - 1);
      }
      set(town, null, matcher.group(2), land.orElse(null));
      return true;
    }
    return false;
  }

  private void set(String town, String area, String code, String land) {
    city = town == null ? null : town.strip();
    int comma = city == null ? -1 : city.lastIndexOf(',');
    if (comma > 0 && area != null) {
      street.add(city.substring(0, comma).strip());
      city = city.substring(comma + 1).strip();
    }
    region = area;
    postalCode = code;
    country = land == null ? country : land;
  }
}
