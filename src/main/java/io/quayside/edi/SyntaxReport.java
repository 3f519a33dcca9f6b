package io.quayside.edi;

import io.quayside.edi.Finding.Level;
import io.quayside.edi.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The CONTRL of one interchange. EDIFACT has no "accepted with errors": what is not rejected is
 * acknowledged, and errors are told with what they reject.
 *
 * <pre>
 * UCI+905+5412345000013:14+4012345000009:14+7' UCM+1+ORDERS:D:96A:UN+4+29+UNT+2' UCS+4' UCD+12+3:1'
 * </pre>
 */
final class SyntaxReport {
  static final String TYPE = "CONTRL";
  private static final String REJECTED = "4";
  private static final String ACKNOWLEDGED = "7";
  private static final String MISSING = "13";
  private static final String DUPLICATE = "26";
  private static final int LONGEST_REFERENCE = 14;
  private static final int UCD = 99;

  /** What levels A and B surely hold. */
  private static final Pattern LEVEL_A = Pattern.compile("[A-Z0-9 .,()/=-]*");

  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparingInt(SyntaxReport::segmentPosition)
          .thenComparing(finding -> finding.level() == Level.ELEMENT)
          .thenComparingInt(finding -> finding.position().element())
          .thenComparingInt(finding -> finding.position().component());

  private final Interchange interchange;
  private final List<OutSegment> segments = new ArrayList<>();

  SyntaxReport(Interchange interchange) {
    this.interchange = interchange;
  }

  /** UNB 0001 of the answer: as received, where that holds what the answer repeats. */
  static Optional<String> syntax(Interchange interchange) {
    String repeated =
        interchange.sender().id() + interchange.receiver().id() + interchange.controlNumber();
    String syntax = interchange.syntax();
    boolean held = !syntax.matches("UNO[AB]") || LEVEL_A.matcher(repeated).matches();
    return Optional.of(syntax).filter(one -> one.matches("UNO[A-Z]") && held);
  }

  /** What it is in UNH: by the syntax version of the interchange that it answers. */
  static String type(Interchange interchange) {
    return TYPE + (interchange.version().equals("4") ? ":4:1:UN" : ":D:3:UN");
  }

  /** There is somebody to answer, a number to answer about, and something else than a CONTRL. */
  boolean isDue() {
    List<TransactionSet> sets =
        interchange.groups().stream().flatMap(group -> group.sets().stream()).toList();
    String number = interchange.controlNumber();
    return interchange.standard() == Standard.EDIFACT
        && !number.isEmpty()
        && number.length() <= LONGEST_REFERENCE
        && !interchange.sender().id().isEmpty()
        && !interchange.receiver().id().isEmpty()
        && (sets.isEmpty() || sets.stream().anyMatch(set -> !isReport(set)));
  }

  List<OutSegment> segments() {
    if (interchange.verdict() == Verdict.REJECTED) {
      response(
          "UCI", interchangeId(), REJECTED, deciding(interchange.findings(), Level.INTERCHANGE));
      return segments;
    }
    response("UCI", interchangeId(), ACKNOWLEDGED, Optional.empty());
    interchange.groups().forEach(this::group);
    return segments;
  }

  /** The interchange came before. */
  List<OutSegment> duplicate() {
    List<Object> uci = interchangeId();
    uci.addAll(List.of(REJECTED, DUPLICATE, "UNB", "6"));
    return List.of(new OutSegment("UCI", uci));
  }

  private List<Object> interchangeId() {
    List<Object> id = new ArrayList<>();
    id.add(interchange.controlNumber());
    id.add(interchange.header().components(2));
    id.add(interchange.header().components(3));
    return id;
  }

  private void group(FunctionalGroup group) {
    if (!group.isImplied()) {
      boolean rejected = group.verdict() == Verdict.REJECTED && isOwnFault(group);
      List<Object> id = new ArrayList<>();
      id.add(group.controlNumber());
      id.add(group.header().components(2));
      id.add(group.header().components(3));
      response(
          "UCF",
          id,
          rejected ? REJECTED : ACKNOWLEDGED,
          rejected ? deciding(group.findings(), Level.GROUP) : Optional.empty());
      if (rejected) {
        return;
      }
    }
    group.sets().stream().filter(set -> !isReport(set)).forEach(this::message);
  }

  private static boolean isReport(TransactionSet set) {
    return set.type().equals(TYPE);
  }

  /** It is rejected for what is wrong with itself, not because all of its messages are. */
  private static boolean isOwnFault(FunctionalGroup group) {
    boolean setsAreWrong =
        !group.sets().isEmpty()
            && group.sets().stream()
                .allMatch(set -> set.findings().stream().anyMatch(SyntaxReport::isTold));
    return group.findings().stream().anyMatch(finding -> finding.severity() == Severity.FATAL)
        || group.findings().stream().anyMatch(SyntaxReport::isTold) && !setsAreWrong;
  }

  private void message(TransactionSet set) {
    List<Object> id = new ArrayList<>();
    id.add(set.controlNumber());
    id.add(set.identifier());
    if (set.accepted()) {
      response("UCM", id, ACKNOWLEDGED, Optional.empty());
    } else {
      response("UCM", id, REJECTED, deciding(set.findings(), Level.SET));
      errors(set);
    }
  }

  private void errors(TransactionSet set) {
    int open = 0;
    int elements = 0;
    for (Finding finding :
        set.findings().stream().filter(SyntaxReport::isTold).sorted(IN_ORDER).toList()) {
      int position = segmentPosition(finding);
      if (finding.level() == Level.SEGMENT) {
        segments.add(OutSegment.of("UCS", position, finding.code()));
        open = position;
        elements = 0;
      } else if (finding.level() == Level.ELEMENT) {
        if (position != open) {
          segments.add(OutSegment.of("UCS", position));
          open = position;
          elements = 0;
        }
        if (elements++ < UCD) {
          segments.add(OutSegment.of("UCD", finding.code(), place(finding.position())));
        }
      }
    }
  }

  /** Adds UCI, UCF or UCM: the action, and the error that decided it with its service segment. */
  private void response(String tag, List<Object> id, String action, Optional<Finding> error) {
    List<Object> elements = new ArrayList<>(id);
    elements.add(action);
    error.ifPresent(
        finding -> {
          elements.add(finding.code());
          elements.add(serviceSegment(finding));
          if (finding.position().element() > 0) {
            elements.add(place(finding.position()));
          }
        });
    segments.add(new OutSegment(tag, elements));
  }

  /** The segment in error; a trailer that is missing, where the finding has the last segment. */
  private static String serviceSegment(Finding finding) {
    boolean missing = finding.code().equals(MISSING) && finding.position().element() == 0;
    return switch (finding.level()) {
      case INTERCHANGE -> missing ? Envelope.EDIFACT.end : finding.segment();
      case GROUP -> missing ? Envelope.EDIFACT.groupEnd : finding.segment();
      default -> missing ? Envelope.EDIFACT.setEnd : finding.segment();
    };
  }

  private static Optional<Finding> deciding(List<Finding> findings, Level level) {
    return findings.stream()
        .filter(finding -> finding.level() == level && isTold(finding))
        .max(Comparator.comparing(Finding::severity).thenComparing(f -> -findings.indexOf(f)));
  }

  private static boolean isTold(Finding finding) {
    return finding.severity() != Severity.NOTE && !finding.code().isEmpty();
  }

  /** Of a missing segment the last one before it; UNH is 1. */
  private static int segmentPosition(Finding finding) {
    int number = finding.position().segmentNumber();
    boolean missing = finding.level() == Level.SEGMENT && finding.code().equals(MISSING);
    return missing ? number - 1 : number;
  }

  /** 0098 counts the tag as 1, 0104 counts components from 1. */
  private static Object place(Position at) {
    String element = String.valueOf(at.element() + 1);
    return at.component() == 0 ? element : List.of(element, String.valueOf(at.component()));
  }
}
