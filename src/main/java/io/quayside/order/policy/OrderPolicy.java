package io.quayside.order.policy;

import java.util.List;

/** One rule that an order has to pass. */
@FunctionalInterface
interface OrderPolicy {

  /** What is wrong; nothing when the rule is kept. */
  List<Verdict> check(Candidate order);
}
