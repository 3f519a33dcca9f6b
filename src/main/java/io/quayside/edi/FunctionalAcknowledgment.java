package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The 997 or 999 of one group.
 *
 * <pre>
 * AK1*PO*77~        AK2*850*0001~      AK3*DTM*7**8~ AK4*2*373*8*20261340~ AK5*E*5~ AK9*E*1*1*1~
 * AK1*PO*77*005010~ AK2*850*0001~      IK3*DTM*7**8~ CTX*BEG03:4500000042~
 *                                                    IK4*2*373*8*20261340~ IK5*E*5~ AK9*E*1*1*1~
 * </pre>
 */
final class FunctionalAcknowledgment {
  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparingInt((Finding finding) -> finding.position().segmentNumber())
          .thenComparingInt(finding -> finding.position().element())
          .thenComparingInt(finding -> finding.position().component());
  private static final int CODES = 5;
  private static final int COPY = 99;
  private static final int ELEMENTS = 99;
  private static final int NONE = -1;
  private static final int LONGEST_REFERENCE = 35;
  private static final String TOO_MANY_ELEMENTS = "3";

  private static final String SEGMENTS_IN_ERROR = "5";
  private static final String HAS_ELEMENT_ERRORS = "8";

  private final FunctionalGroup group;
  private final boolean implementation;
  private final boolean since5010;
  private final List<OutSegment> segments = new ArrayList<>();

  /**
   * @param implementation a 999 instead of a 997
   */
  FunctionalAcknowledgment(FunctionalGroup group, boolean implementation) {
    this.group = group;
    this.implementation = implementation;
    this.since5010 = isSince5010(group);
  }

  /** AK103, AK203 and the 999 begin with 005010. */
  static boolean isSince5010(FunctionalGroup group) {
    return EdiSchemas.release(group.version()).compareTo("005010") >= 0;
  }

  List<OutSegment> segments() {
    String version = since5010 ? group.version() : "";
    segments.add(OutSegment.of("AK1", group.functionalId(), group.controlNumber(), version));
    group.sets().forEach(this::set);
    long accepted = group.sets().stream().filter(TransactionSet::accepted).count();
    List<Object> trailer = new ArrayList<>();
    trailer.add(group.verdict().code());
    trailer.add(group.declaredCount());
    trailer.add(group.sets().size());
    trailer.add(accepted);
    trailer.addAll(codes(group.findings(), Level.GROUP));
    segments.add(new OutSegment("AK9", trailer));
    return segments;
  }

  private void set(TransactionSet set) {
    String guide = since5010 ? set.implementation() : "";
    segments.add(OutSegment.of("AK2", set.type(), set.controlNumber(), guide));
    boolean inSegments = segmentErrors(set);
    Set<String> codes = new LinkedHashSet<>(codes(set.findings(), Level.SET));
    if (inSegments) {
      codes.add(SEGMENTS_IN_ERROR);
    }
    List<Object> trailer = new ArrayList<>();
    trailer.add(set.verdict().code());
    codes.stream().limit(CODES).forEach(trailer::add);
    segments.add(new OutSegment(tag("5"), trailer));
  }

  /**
   * AK3 and AK4 in the order of the set; an AK3 with code 8 stands before a segment's element
   * errors.
   */
  private boolean segmentErrors(TransactionSet set) {
    if (set.findings().isEmpty()) {
      return false;
    }
    boolean any = false;
    int noted = NONE;
    int elements = 0;
    for (Finding finding : set.findings().stream().sorted(IN_ORDER).toList()) {
      if (finding.severity() == Severity.NOTE || finding.code().isEmpty()) {
        continue;
      }
      if (finding.level() == Level.SEGMENT) {
        segments.add(segmentNote(finding, finding.code()));
        any = true;
        noted = NONE;
      } else if (finding.level() == Level.ELEMENT) {
        int number = finding.position().segmentNumber();
        if (number != noted) {
          segments.add(segmentNote(finding, HAS_ELEMENT_ERRORS));
          document(set).ifPresent(segments::add);
          noted = number;
          elements = 0;
        }
        if (elements++ < ELEMENTS) {
          segments.add(elementNote(finding));
        }
        any = true;
      }
    }
    return any;
  }

  /**
   * The document that the error is in, for the people who look for it.
   *
   * <pre>CTX*BEG03:4500000042~</pre>
   */
  private Optional<OutSegment> document(TransactionSet set) {
    String document = set.document();
    int colon = document.indexOf(':');
    boolean fits = colon > 0 && document.length() - colon - 1 <= LONGEST_REFERENCE;
    return implementation && fits
        ? Optional.of(
            OutSegment.of(
                "CTX", List.of(document.substring(0, colon), document.substring(colon + 1))))
        : Optional.empty();
  }

  /** AK3 or IK3. */
  private String tag(String number) {
    return (implementation ? "IK" : "AK") + number;
  }

  private OutSegment segmentNote(Finding finding, String code) {
    String loop = finding.loop().length() > 4 ? "" : finding.loop();
    int number = finding.position().segmentNumber();
    return OutSegment.of(tag("3"), finding.segment(), number, loop, code);
  }

  private OutSegment elementNote(Finding finding) {
    Position at = finding.position();
    Object position =
        at.component() == 0
            ? String.valueOf(at.element())
            : List.of(String.valueOf(at.element()), String.valueOf(at.component()));
    String value = finding.value();
    String copy = value.length() > COPY ? value.substring(0, COPY) : value;
    return OutSegment.of(tag("4"), position, finding.dataElement(), code(finding), copy);
  }

  /** Codes that came with 005010 are said in older words before. */
  private String code(Finding finding) {
    boolean newer = finding.code().equals("12") || finding.code().equals("13");
    return newer && !since5010 ? TOO_MANY_ELEMENTS : finding.code();
  }

  private static List<String> codes(List<Finding> findings, Level level) {
    if (findings.isEmpty()) {
      return List.of();
    }
    return findings.stream()
        .filter(finding -> finding.level() == level)
        .filter(finding -> finding.severity() != Severity.NOTE && !finding.code().isEmpty())
        .map(Finding::code)
        .distinct()
        .limit(CODES)
        .toList();
  }
}
