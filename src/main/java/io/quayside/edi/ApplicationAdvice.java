package io.quayside.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * What a partner's application says of a document of ours that was readable: X12 824, EDIFACT
 * APERAK.
 *
 * <pre>
 * OTI*TR*IV*INV-1*****77*0001*810~TED*848*Price differs~
 * BGM+305+APP-1+27' RFF+ACW:INV-1' ERC+Z10' FTX+AAO+++Price differs'
 * </pre>
 *
 * @param verdict OTI01; BGM 1225
 * @param type OTI10, for example 810; "" when it is not said
 * @param reference OTI03; the first RFF of an APERAK that is not about a line
 * @param group OTI08, "" when it is not said
 * @param set OTI09, "" when it is not said
 * @param words the partner's own, as sent
 */
public record ApplicationAdvice(
    Verdict verdict, String type, String reference, String group, String set, List<String> words) {
  public ApplicationAdvice {
    words = List.copyOf(words);
  }

  /** One for each document that an 824 speaks of, one for an APERAK; none for another set. */
  public static List<ApplicationAdvice> parse(TransactionSet set) {
    return switch (set.type()) {
      case "824" -> advices(set.segments());
      case "APERAK" -> List.of(aperak(set.segments()));
      default -> List.of();
    };
  }

  private static List<ApplicationAdvice> advices(List<Segment> segments) {
    List<ApplicationAdvice> advices = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment oti = segments.get(i);
      if (oti.tag().equals("OTI")) {
        advices.add(
            new ApplicationAdvice(
                verdict(oti.element(1)),
                oti.element(10).strip(),
                oti.element(3).strip(),
                oti.element(8).strip(),
                oti.element(9).strip(),
                words(segments.subList(i + 1, segments.size()))));
      }
    }
    return advices;
  }

  /** TED and NTE up to the next OTI. */
  private static List<String> words(List<Segment> after) {
    List<String> words = new ArrayList<>();
    for (Segment segment : after) {
      if (segment.tag().equals("OTI")) {
        break;
      }
      if (segment.tag().equals("TED")) {
        words.add(
            joined(
                segment.element(2).isBlank() ? "Error " + segment.element(1) : segment.element(2),
                segment.element(3).isBlank() ? "" : "in " + segment.element(3),
                segment.element(7).isBlank() ? "" : "`" + segment.element(7) + "`"));
      } else if (segment.tag().equals("NTE")) {
        words.add(segment.element(2).strip());
      }
    }
    return words;
  }

  /** 110, OTI01: its second letter says it; A and C accept, E with errors, P in part, R reject. */
  private static Verdict verdict(String code) {
    return switch (code.length() < 2 ? ' ' : code.charAt(1)) {
      case 'A', 'C' -> Verdict.ACCEPTED;
      case 'P' -> Verdict.PARTIALLY_ACCEPTED;
      case 'R' -> Verdict.REJECTED;
      default -> Verdict.ACCEPTED_WITH_ERRORS;
    };
  }

  private static ApplicationAdvice aperak(List<Segment> segments) {
    Verdict verdict = Verdict.ACCEPTED_WITH_ERRORS;
    String reference = "";
    List<String> words = new ArrayList<>();
    for (Segment segment : segments) {
      switch (segment.tag()) {
        case "BGM" -> verdict = function(segment.component(3, 1));
        case "RFF" -> {
          boolean line = segment.component(1, 1).equals("LI");
          reference = reference.isEmpty() && !line ? segment.component(1, 2) : reference;
        }
        case "ERC" -> words.add("Error " + segment.component(1, 1) + ".");
        case "FTX" -> {
          StringBuilder text = new StringBuilder();
          for (int c = 1; c <= 5; c++) {
            text.append(segment.component(4, c)).append(' ');
          }
          words.add(text.toString().strip());
        }
        default -> {}
      }
    }
    words.removeIf(String::isBlank);
    return new ApplicationAdvice(verdict, "", reference, "", "", words);
  }

  /** 1225: 27 not accepted; 29, 44 and 45 accepted. */
  private static Verdict function(String code) {
    return switch (code) {
      case "27" -> Verdict.REJECTED;
      case "29", "44", "45" -> Verdict.ACCEPTED;
      default -> Verdict.ACCEPTED_WITH_ERRORS;
    };
  }

  private static String joined(String... parts) {
    List<String> said = new ArrayList<>(List.of(parts));
    said.removeIf(String::isBlank);
    return String.join(" ", said).strip();
  }
}
