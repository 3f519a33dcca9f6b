package io.quayside.console;

import io.quayside.order.OrderViews.Hold;
import io.quayside.order.OrderViews.OrderView;
import io.quayside.work.Problems.Problem;
import java.util.List;

/**
 * What holds an order up: a hold together with its entry in the work list (null: there is none).
 */
record HeldUp(Hold hold, Problem problem) {

  static List<HeldUp> holds(OrderView order, List<Problem> open) {
    return order.holds().stream()
        .map(
            hold ->
                new HeldUp(
                    hold,
                    open.stream()
                        .filter(problem -> problem.key().equals(key(order, hold)))
                        .findFirst()
                        .orElse(null)))
        .toList();
  }

  /** The open problems that are not those of a hold. */
  static List<Problem> others(OrderView order, List<Problem> open) {
    List<String> held = order.holds().stream().map(hold -> key(order, hold)).toList();
    return open.stream().filter(problem -> !held.contains(problem.key())).toList();
  }

  private static String key(OrderView order, Hold hold) {
    return "order/"
        + order.id()
        + "/"
        + hold.reason()
        + "/"
        + (hold.line() == null ? "-" : hold.line());
  }
}
