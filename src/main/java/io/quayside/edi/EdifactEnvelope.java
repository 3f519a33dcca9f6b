package io.quayside.edi;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The segments of an EDIFACT interchange to write, its envelope and counts among them.
 *
 * <pre>UNB+UNOC:3+4012345000009:14+5412345000013:14+261121:0905+42+++++1'</pre>
 */
final class EdifactEnvelope {
  private static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
  private static final int LONGEST_REFERENCE = 14;
  private static final int LONGEST_ADDRESS = 35;

  private final OutboundInterchange interchange;
  private final ValueCleaner cleaner;
  private final List<Finding> findings;
  private final List<OutSegment> segments = new ArrayList<>();

  EdifactEnvelope(OutboundInterchange interchange, ValueCleaner cleaner, List<Finding> findings) {
    this.interchange = interchange;
    this.cleaner = cleaner;
    this.findings = findings;
  }

  /** UNA with what follows it; "" when it is neither wanted nor needed. */
  static String una(OutboundInterchange interchange) {
    if (interchange.standard() == Standard.X12) {
      return "";
    }
    Delimiters used = interchange.delimiters();
    Delimiters usual = Delimiters.edifact();
    boolean since4 = isSyntax4(interchange);
    boolean needed =
        used.element() != usual.element()
            || used.component() != usual.component()
            || used.release() != usual.release()
            || !used.segment().equals(usual.segment())
            || since4 && used.repetition() != usual.repetition();
    if (!needed && !interchange.una()) {
      return "";
    }
    char repetition = since4 && used.repetition() != 0 ? used.repetition() : ' ';
    char release = used.release() == 0 ? ' ' : used.release();
    return "UNA%c%c.%c%c%s%s"
        .formatted(
            used.component(), used.element(), release, repetition, used.segment(), used.suffix());
  }

  private static boolean isSyntax4(OutboundInterchange interchange) {
    return interchange.version().equals("4");
  }

  List<OutSegment> segments() {
    add(header());
    boolean grouped = false;
    int messages = 0;
    for (OutGroup group : interchange.groups()) {
      grouped |= !group.isNone();
      messages += group.sets().size();
      group(group);
    }
    int count = grouped ? interchange.groups().size() : messages;
    add(OutSegment.of("UNZ", count, interchange.controlNumber()));
    return segments;
  }

  private OutSegment header() {
    if (!interchange.version().matches("[1-4]") || !interchange.syntax().matches("[A-Z]{4}")) {
      throw new EdiWriteException(
          "`%s` `%s` is no syntax: give UNOA to UNOY and 1 to 4"
              .formatted(interchange.syntax(), interchange.version()));
    }
    return OutSegment.of(
        "UNB",
        List.of(interchange.syntax(), interchange.version()),
        address(interchange.sender(), "UNB02"),
        address(interchange.receiver(), "UNB03"),
        stamp(),
        reference(interchange.controlNumber(), "UNB05"),
        "",
        "",
        "",
        interchange.acknowledgmentRequested() ? "1" : "",
        "",
        interchange.test() ? "1" : "");
  }

  private List<String> stamp() {
    DateTimeFormatter date = isSyntax4(interchange) ? DATE : SHORT_DATE;
    return List.of(date.format(interchange.stamp()), TIME.format(interchange.stamp()));
  }

  private void group(OutGroup group) {
    if (!group.isNone()) {
      String version = group.version();
      int agency = version.indexOf(':');
      add(
          OutSegment.of(
              "UNG",
              group.functionalId(),
              parts(group.sender()),
              parts(group.receiver()),
              stamp(),
              reference(group.controlNumber(), "UNG05"),
              agency < 0 ? "" : "UN",
              parts(version)));
    }
    group.sets().forEach(this::message);
    if (!group.isNone()) {
      add(OutSegment.of("UNE", group.sets().size(), group.controlNumber()));
    }
  }

  private void message(OutSet set) {
    int start = segments.size();
    add(OutSegment.of("UNH", reference(set.controlNumber(), "UNH01"), parts(set.type())));
    EdiWriter.body(set, cleaner, segments, findings);
    add(OutSegment.of("UNT", segments.size() - start + 1, set.controlNumber()));
  }

  private void add(OutSegment segment) {
    segments.add(EdiWriter.unchanged(segment, cleaner));
  }

  private static List<String> parts(String composite) {
    return Arrays.asList(composite.split(":"));
  }

  private static List<String> address(EdiAddress address, String name) {
    if (address.id().isEmpty() || address.id().length() > LONGEST_ADDRESS) {
      throw new EdiWriteException(
          "%s `%s` must have 1 to %d characters: correct the partner's identifiers"
              .formatted(name, address.id(), LONGEST_ADDRESS));
    }
    return address.qualifier().isEmpty()
        ? List.of(address.id())
        : List.of(address.id(), address.qualifier());
  }

  private static String reference(String value, String name) {
    if (value.isBlank() || value.length() > LONGEST_REFERENCE) {
      throw new EdiWriteException(
          "%s `%s` must have 1 to %d characters".formatted(name, value, LONGEST_REFERENCE));
    }
    return value;
  }
}
