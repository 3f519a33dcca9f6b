package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes interchanges: envelope, counts, padding. Its output is read back and compared element by
 * element before anybody gets it.
 *
 * <p>EDIFACT releases delimiters within values. X12 has no release character: a delimiter or
 * control character within a value is replaced by the agreed substitute, and so is a character that
 * the character set does not have; each replacement is a finding. Blanks are kept; empty elements,
 * components and repetitions at an end are not written.
 */
public final class EdiWriter {
  private static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

  /**
   * @throws EdiWriteException when a value cannot be written (an address longer than its field, a
   *     control number that is none) or the output does not read back as what was meant
   */
  public WrittenInterchange write(OutboundInterchange interchange) {
    List<Finding> findings = new ArrayList<>();
    List<OutSegment> segments = segments(interchange, findings);
    byte[] bytes = serialise(segments, interchange);
    RoundTrip.verify(bytes, segments, interchange.charset());
    return new WrittenInterchange(bytes, findings);
  }

  private static List<OutSegment> segments(
      OutboundInterchange interchange, List<Finding> findings) {
    ValueCleaner cleaner = new ValueCleaner(interchange);
    return interchange.standard() == Standard.X12
        ? x12(interchange, cleaner, findings)
        : new EdifactEnvelope(interchange, cleaner, findings).segments();
  }

  private static List<OutSegment> x12(
      OutboundInterchange interchange, ValueCleaner cleaner, List<Finding> findings) {
    List<OutSegment> segments = new ArrayList<>();
    segments.add(isa(interchange));
    interchange.services().forEach(each -> segments.add(cleaned(each, 0, cleaner, findings)));
    String date = DATE.format(interchange.stamp());
    String time = TIME.format(interchange.stamp());
    for (OutGroup group : interchange.groups()) {
      digits(group.controlNumber(), "GS06");
      OutSegment gs =
          OutSegment.of(
              "GS",
              group.functionalId(),
              group.sender(),
              group.receiver(),
              date,
              time,
              group.controlNumber(),
              "X",
              group.version());
      segments.add(unchanged(gs, cleaner));
      for (OutSet set : group.sets()) {
        set(set, cleaner, segments, findings);
      }
      segments.add(OutSegment.of("GE", group.sets().size(), group.controlNumber()));
    }
    String count = String.valueOf(interchange.groups().size());
    segments.add(OutSegment.of("IEA", count, number(interchange.controlNumber())));
    return segments;
  }

  private static void set(
      OutSet set, ValueCleaner cleaner, List<OutSegment> segments, List<Finding> findings) {
    int start = segments.size();
    segments.add(unchanged(OutSegment.of("ST", set.type(), set.controlNumber()), cleaner));
    body(set, cleaner, segments, findings);
    int count = segments.size() - start + 1;
    segments.add(OutSegment.of("SE", count, set.controlNumber()));
  }

  /** The segments after a set's header, cleaned; the header is 1. */
  static void body(
      OutSet set, ValueCleaner cleaner, List<OutSegment> segments, List<Finding> findings) {
    int number = 2;
    for (OutSegment segment : set.body()) {
      segments.add(cleaned(segment, number++, cleaner, findings));
    }
  }

  private static OutSegment isa(OutboundInterchange interchange) {
    Delimiters delimiters = interchange.delimiters();
    ValueCleaner cleaner = new ValueCleaner(interchange);
    boolean repeats = interchange.version().compareTo("00402") >= 0;
    OutSegment isa =
        OutSegment.of(
            "ISA",
            "00",
            " ".repeat(10),
            "00",
            " ".repeat(10),
            padded(interchange.sender().qualifier(), 2, "ISA05"),
            padded(interchange.sender().id(), 15, "ISA06"),
            padded(interchange.receiver().qualifier(), 2, "ISA07"),
            padded(interchange.receiver().id(), 15, "ISA08"),
            SHORT_DATE.format(interchange.stamp()),
            TIME.format(interchange.stamp()),
            "U",
            padded(interchange.version(), 5, "ISA12"),
            number(interchange.controlNumber()),
            interchange.acknowledgmentRequested() ? "1" : "0",
            interchange.test() ? "T" : "P");
    unchanged(isa, cleaner);
    List<Object> elements = new ArrayList<>(isa.elements());
    if (repeats && delimiters.repetition() != 0) {
      elements.set(10, delimiters.repetition());
    }
    elements.add(delimiters.component());
    return new OutSegment("ISA", elements);
  }

  private static String padded(String value, int width, String name) {
    if (value.isEmpty() || value.length() > width) {
      throw new EdiWriteException(
          "%s `%s` must have 1 to %d characters: correct the partner's identifiers"
              .formatted(name, value, width));
    }
    return value + " ".repeat(width - value.length());
  }

  private static String number(String controlNumber) {
    digits(controlNumber, "ISA13");
    return "0".repeat(9 - controlNumber.length()) + controlNumber;
  }

  private static void digits(String value, String name) {
    if (!Numbers.isNumber(value) || value.length() > 9) {
      throw new EdiWriteException("%s `%s` must be one to nine digits".formatted(name, value));
    }
  }

  /** Envelope values come from configuration: nothing in them is replaced, they are refused. */
  static OutSegment unchanged(OutSegment segment, ValueCleaner cleaner) {
    for (int n = 1; n <= segment.elements().size(); n++) {
      for (String value : segment.elements().get(n - 1).values()) {
        if (!cleaner.clean(value).equals(value)) {
          throw new EdiWriteException(
              "%s%02d `%s` holds a delimiter or a character that cannot be written"
                  .formatted(segment.tag(), n, value));
        }
      }
    }
    return segment;
  }

  private static OutSegment cleaned(
      OutSegment segment, int number, ValueCleaner cleaner, List<Finding> findings) {
    if (!segment.tag().matches("[A-Z][A-Z0-9]{1,2}")) {
      throw new EdiWriteException("`" + segment.tag() + "` is no segment tag");
    }
    List<OutElement> elements = new ArrayList<>();
    for (int n = 1; n <= segment.elements().size(); n++) {
      OutElement element = segment.elements().get(n - 1);
      elements.add(element.map(cleaner::clean));
      for (List<String> parts : element.repetitions()) {
        for (int c = 1; c <= parts.size(); c++) {
          String value = parts.get(c - 1);
          String clean = cleaner.clean(value);
          if (!clean.equals(value)) {
            Position at = new Position(0, 1, number, n, parts.size() > 1 ? c : 0);
            findings.add(replaced(segment.tag(), at, value, clean));
          }
        }
      }
    }
    return new OutSegment(segment.tag(), elements);
  }

  private static Finding replaced(String tag, Position at, String value, String clean) {
    return new Finding(
        Level.ELEMENT,
        "",
        Severity.NOTE,
        at,
        tag,
        "",
        "",
        value,
        "a delimiter, control character or character outside the character set was replaced: `"
            + clean
            + "` was written",
        "Change the value, or agree on other delimiters");
  }

  private static byte[] serialise(List<OutSegment> segments, OutboundInterchange interchange) {
    SegmentWriter writer =
        new SegmentWriter(
            interchange.delimiters(),
            ValueCleaner.signs(interchange),
            EdifactEnvelope.una(interchange));
    segments.forEach(segment -> writer.write(segment.trimmed()));
    return writer.bytes(interchange.charset());
  }
}
