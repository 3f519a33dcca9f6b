package io.quayside.order.process;

import io.quayside.order.OrderViews.Change;
import io.quayside.order.OrderViews.ChangedLine;
import java.util.stream.Collectors;

/** What the customer is told of its change, and what not: no 865 is sent. */
final class ChangeAnswer {

  private ChangeAnswer() {}

  /** For the journey. */
  static String words(Change change, boolean accepted) {
    if (!accepted) {
      return "The customer is not told so: the answer that it has still holds, and an 865 is not sent.";
    }
    if ("cancellation".equals(change.asks())) {
      return "The customer is answered for the order as it is now; an 865 is not sent.";
    }
    String gone =
        change.lines().stream()
            .filter(line -> line.change().equals("deleted"))
            .map(ChangedLine::lineNumber)
            .collect(Collectors.joining(", "));
    return "The customer is answered for the order as it is now, line by line; an 865 is not sent."
        + (gone.isEmpty() ? "" : " Not answered: what was deleted, line %s.".formatted(gone));
  }
}
