package io.quayside.console.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quayside.partner.Location;
import io.quayside.partner.PostalAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * A partner's ship-to places as CSV; columns in any order, {@code code} and {@code name} needed.
 *
 * <pre>code,name,line1,line2,city,region,postalCode,country,dc</pre>
 */
final class LocationCsv {

  private static final List<String> COLUMNS =
      List.of("code", "name", "line1", "line2", "city", "region", "postalCode", "country", "dc");

  private LocationCsv() {}

  /** A line that was not taken; {@code line} counts from 1, the header line included. */
  record BadLine(long line, String why) {}

  /** What can be taken, by code, and what cannot. */
  record Content(Map<String, Location> locations, List<BadLine> bad) {}

  /** How many lines were taken, and the bad ones, which were not. */
  record Imported(int taken, List<BadLine> bad) {}

  static Content read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    String head = text.lines().findFirst().orElse("");
    Map<String, Location> locations = new LinkedHashMap<>();
    List<BadLine> bad = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(head.contains(";") ? ';' : ',')
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        checkHeader(row.getHeader());
        take(row, locations, bad);
      }
    } catch (CsvParseException | IOException wrong) {
      throw unprocessable("The file is no CSV: " + wrong.getMessage());
    }
    if (locations.isEmpty() && bad.isEmpty()) {
      throw unprocessable("The file has no lines: its first names the columns, then one a place.");
    }
    return new Content(locations, bad);
  }

  static String write(Map<String, Location> locations) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(COLUMNS);
      new TreeMap<>(locations)
          .forEach((code, one) -> csv.writeRecord(fields(code, one).toArray(String[]::new)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static Stream<String> fields(String code, Location one) {
    PostalAddress at =
        one.address() == null
            ? new PostalAddress(List.of(), null, null, null, null)
            : one.address();
    return Stream.of(
        code,
        one.name(),
        at.lines().isEmpty() ? null : at.lines().get(0),
        at.lines().size() < 2 ? null : at.lines().get(1),
        at.city(),
        at.region(),
        at.postalCode(),
        at.country(),
        one.dc());
  }

  private static void take(NamedCsvRecord row, Map<String, Location> locations, List<BadLine> bad) {
    String code = value(row, "code");
    String name = value(row, "name");
    if (code == null || name == null) {
      bad.add(new BadLine(row.getStartingLineNumber(), "code and name are needed"));
      return;
    }
    if (row.getFieldCount() > row.getHeader().size()) {
      bad.add(
          new BadLine(
              row.getStartingLineNumber(),
              "more values than columns; put a value with a separator in quotes"));
      return;
    }
    List<String> lines =
        Stream.of(value(row, "line1"), value(row, "line2")).filter(one -> one != null).toList();
    PostalAddress address =
        new PostalAddress(
            lines,
            value(row, "city"),
            value(row, "region"),
            value(row, "postalCode"),
            value(row, "country"));
    boolean known = !lines.isEmpty() || address.city() != null || address.postalCode() != null;
    locations.put(code, new Location(name, known ? address : null, value(row, "dc")));
  }

  private static void checkHeader(List<String> header) {
    header.stream()
        .filter(name -> !COLUMNS.contains(name))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw unprocessable(
                  "“" + unknown + "” is no column. Known are " + String.join(", ", COLUMNS) + ".");
            });
  }

  private static String value(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
  }

  private static ApiProblem unprocessable(String detail) {
    return new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, detail);
  }
}
