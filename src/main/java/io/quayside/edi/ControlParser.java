package io.quayside.edi;

import io.quayside.edi.ReceivedAcknowledgment.SetAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a partner's CONTRL in the order of its segments. */
final class ControlParser {
  private final List<String> errors = new ArrayList<>();
  private final List<SetAnswer> groups = new ArrayList<>();
  private final List<SetAnswer> sets = new ArrayList<>();
  private Segment interchange;
  private Segment set;
  private List<String> setErrors = new ArrayList<>();
  private String place = "";

  /** Empty when there is no UCI in it. */
  Optional<ReceivedControl> parse(TransactionSet received) {
    for (Segment segment : received.segments()) {
      switch (segment.tag()) {
        case "UCI" -> {
          interchange = segment;
          errors.addAll(serviceError(segment, "The interchange"));
        }
        case "UCF" -> {
          finishSet();
          groups.add(answer(segment, "", serviceError(segment, "The group")));
        }
        case "UCM" -> {
          finishSet();
          set = segment;
          setErrors = new ArrayList<>(serviceError(segment, "The message"));
        }
        case "UCS" -> segmentNote(segment);
        case "UCD" -> elementNote(segment);
        default -> {
          // UNH and UNT say nothing about the verdict.
        }
      }
    }
    finishSet();
    return Optional.ofNullable(interchange)
        .map(
            uci ->
                new ReceivedControl(
                    uci.component(1, 1).strip(), verdict(uci), errors, groups, sets));
  }

  /** 0085 of a UCI, UCF or UCM, with the service segment and element that it names. */
  private static List<String> serviceError(Segment segment, String what) {
    int code = segment.tag().equals("UCM") ? 4 : 5;
    String error = segment.component(code, 1).strip();
    if (error.isEmpty()) {
      return List.of();
    }
    String tag = segment.component(code + 1, 1).strip();
    String where = tag.isEmpty() ? "" : ", " + tag + element(segment, code + 2);
    return List.of(what + where + ": " + Words.syntaxError(error) + ".");
  }

  private void segmentNote(Segment ucs) {
    place = "Segment " + ucs.component(1, 1).strip();
    String code = ucs.component(2, 1).strip();
    if (!code.isEmpty()) {
      setErrors.add(place + ": " + Words.syntaxError(code) + ".");
    }
  }

  private void elementNote(Segment ucd) {
    String code = ucd.component(1, 1).strip();
    setErrors.add(place + element(ucd, 2) + ": " + Words.syntaxError(code) + ".");
  }

  /** S011; 0098 counts the tag as 1. */
  private static String element(Segment segment, int n) {
    int position = Numbers.count(segment.component(n, 1), 0);
    String component = segment.component(n, 2).strip();
    return position < 2
        ? ""
        : ", element " + (position - 1) + (component.isEmpty() ? "" : "-" + component);
  }

  private void finishSet() {
    if (set != null) {
      sets.add(answer(set, set.component(2, 1).strip(), setErrors));
      set = null;
    }
  }

  private static SetAnswer answer(Segment segment, String type, List<String> errors) {
    return new SetAnswer(
        type, segment.component(1, 1).strip(), verdict(segment).orElse(Verdict.REJECTED), errors);
  }

  /** 0083 of a UCI, UCF or UCM: what we do not know is a rejection; 8 is a mere receipt. */
  private static Optional<Verdict> verdict(Segment segment) {
    String action = segment.component(segment.tag().equals("UCM") ? 3 : 4, 1).strip();
    return switch (action) {
      case "1", "7" -> Optional.of(Verdict.ACCEPTED);
      case "8" -> Optional.empty();
      default -> Optional.of(Verdict.REJECTED);
    };
  }
}
