package io.quayside.intake.extract;

import io.quayside.intake.extract.HeadFields.Block;
import io.quayside.intake.extract.HeadFields.Candidate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose contact a person is: a label that only says "contact" may be the supplier's. */
final class Contacts {
  private static final Set<String> GENERIC =
      Set.of(
          "contact",
          "contact name",
          "contact person",
          "contact telephone",
          "contact person phone",
          "ansprechpartner",
          "interlocuteur",
          "contacto",
          "persona de contacto");
  private static final String COMPANY =
      "(?i).*\\b(?:inc|llc|ltd|limited|gmbh|ag|kg|corp|corporation|company|sarl|sas|s\\.?l|s\\.?a|b\\.?v)\\b\\.?";
  private static final String DESK =
      "(?i).*\\b(?:customer (?:care|service)|kundenservice|kundendienst|service client)\\b.*";
  private static final double COLUMN = 40;

  private Contacts() {}

  /** The person behind a label that says whose it is, else behind one that does not. */
  static Optional<Candidate> person(HeadFields head) {
    return head.of("buyer-contact").stream()
        .filter(one -> one.text().matches("\\p{L}[\\p{L} .,'-]{2,60}"))
        .min(Comparator.comparing(one -> generic(one.label())));
  }

  static Confidence judged(
      Candidate person, HeadFields head, Collection<Address> parties, Confidence sure) {
    if (sellers(person.label(), head.blocks())) {
      return sure.but("stands below the supplier", 0.5);
    }
    boolean named = parties.stream().anyMatch(one -> person.text().equalsIgnoreCase(one.name));
    boolean nobody = named || person.text().matches(COMPANY) || person.text().matches(DESK);
    return nobody ? sure.but("no person's name", 0.7) : sure;
  }

  /** Does the label stand in the supplier's column, no other party's label between? */
  static boolean sellers(List<Word> label, List<Block> blocks) {
    if (!generic(label)) {
      return false;
    }
    Word start = label.get(0);
    double wide = COLUMN * (start.bottom() - start.top() > 2 ? 1 : 0.2);
    return blocks.stream()
        .filter(one -> !one.role().equals("buyer-contact"))
        .filter(one -> Extras.page(one.label().get(0)).equals(Extras.page(start)))
        .filter(one -> one.label().get(0).top() < start.top())
        .filter(one -> Math.abs(one.label().get(0).left() - start.left()) < wide)
        .max(Comparator.comparingDouble(one -> one.label().get(0).top()))
        .filter(one -> one.role().equals("seller"))
        .isPresent();
  }

  private static boolean generic(List<Word> label) {
    return GENERIC.contains(Vocabulary.plain(TableLine.text(label)));
  }
}
