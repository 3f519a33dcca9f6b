package io.quayside.cli;

import io.quayside.edi.EdiFile;
import io.quayside.edi.Finding;
import io.quayside.edi.FunctionalGroup;
import io.quayside.edi.Interchange;
import io.quayside.edi.TransactionSet;
import io.quayside.edi.Verdict;

/** How a file fared, from best to worst; the place in the list is the exit code. */
enum Outcome {
  ACCEPTED("accepted"),
  ACCEPTED_WITH_ERRORS("accepted with errors noted"),
  REJECTED("rejected, at least in part"),
  UNREADABLE("not readable");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** For programs, for example {@code accepted-with-errors}. */
  String word() {
    return Words.dashed(name());
  }

  int exitCode() {
    return ordinal();
  }

  Outcome orWorse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The worst in the file; unreadable also when an interchange in it could not be read at all. */
  static Outcome of(EdiFile file) {
    if (file.interchanges().isEmpty()) {
      return UNREADABLE;
    }
    Outcome outcome = ACCEPTED;
    for (Finding finding : file.findings()) {
      boolean interchange = finding.value().matches("(?s)(ISA|UNA|UNB|UIB|UIH).*");
      outcome = outcome.orWorse(interchange ? UNREADABLE : ACCEPTED_WITH_ERRORS);
    }
    for (Interchange interchange : file.interchanges()) {
      outcome = outcome.orWorse(of(interchange.verdict()));
      for (FunctionalGroup group : interchange.groups()) {
        outcome = outcome.orWorse(of(group.verdict()));
        for (TransactionSet set : group.sets()) {
          outcome = outcome.orWorse(of(set.verdict()));
        }
      }
    }
    return outcome;
  }

  private static Outcome of(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> ACCEPTED;
      case ACCEPTED_WITH_ERRORS -> ACCEPTED_WITH_ERRORS;
      case PARTIALLY_ACCEPTED, REJECTED -> REJECTED;
    };
  }
}
