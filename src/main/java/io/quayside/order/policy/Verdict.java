package io.quayside.order.policy;

/** What a policy says about an order or a line; one that has nothing to say accepts. */
public sealed interface Verdict {

  Finding finding();

  /** A person has to look. */
  record Hold(Finding finding) implements Verdict {}

  /** The line is refused, the others go on. */
  record RejectLine(Finding finding) implements Verdict {}
}
