package io.quayside.order.ledger;

import java.math.BigDecimal;

/**
 * Where the pieces of one delivery of one order line are. Quantities in the ordered unit, exact.
 *
 * <p>The law: ordered = open + accepted + backordered + rejected + cancelled; shipped &lt;=
 * accepted (plus the agreement's over-shipment percent); invoiced - credited &lt;= shipped -
 * returned, or &lt;= accepted where the agreement bills the order. Nothing is ever negative. Each
 * change returns a new ledger or throws {@link LedgerViolation} naming the line and both sides of
 * the law.
 *
 * <p>A change that takes away what has been billed (a return, a short pick of a billed order)
 * credits it in the same step, so that the law holds at every moment.
 *
 * <pre>PO1*010*100*EA*12.50 -> ACK*IA*60, ACK*IB*40</pre>
 *
 * @param firstOrdered what the first document asked for; {@code ordered} is in force after changes
 */
public record LineLedger(
    String line,
    String schedule,
    LedgerTerms terms,
    BigDecimal firstOrdered,
    BigDecimal ordered,
    BigDecimal accepted,
    BigDecimal backordered,
    BigDecimal rejected,
    BigDecimal cancelled,
    BigDecimal shipped,
    BigDecimal returned,
    BigDecimal invoiced,
    BigDecimal credited) {

  public LineLedger {
    new Law(line, schedule)
        .notNegative("ordered", ordered)
        .notNegative("accepted", accepted)
        .notNegative("backordered", backordered)
        .notNegative("rejected", rejected)
        .notNegative("cancelled", cancelled)
        .notNegative("shipped", shipped)
        .notNegative("returned", returned)
        .notNegative("invoiced", invoiced)
        .notNegative("credited", credited)
        .atMost(
            "accepted + backordered + rejected + cancelled",
            accepted.add(backordered).add(rejected).add(cancelled),
            "ordered",
            ordered)
        .atMost("shipped", shipped, "what may be shipped", terms.limit(accepted))
        .atMost("returned", returned, "shipped", shipped)
        .atMost("credited", credited, "invoiced", invoiced)
        .atMost(
            "invoiced - credited",
            invoiced.subtract(credited),
            terms.invoicedOnOrder() ? "accepted" : "shipped - returned",
            terms.invoicedOnOrder() ? accepted : shipped.subtract(returned));
  }

  /** A fresh ledger: everything is open. */
  public static LineLedger of(String line, String schedule, BigDecimal ordered, LedgerTerms terms) {
    BigDecimal none = BigDecimal.ZERO;
    return new LineLedger(
        line, schedule, terms, ordered, ordered, none, none, none, none, none, none, none, none);
  }

  /** What nobody has decided yet. */
  public BigDecimal open() {
    return ordered.subtract(accepted).subtract(backordered).subtract(rejected).subtract(cancelled);
  }

  /** What is accepted and has not left. */
  public BigDecimal toShip() {
    return accepted.subtract(shipped).max(BigDecimal.ZERO);
  }

  /** What more may be shipped before the law is broken. */
  public BigDecimal shippable() {
    return terms.limit(accepted).subtract(shipped).max(BigDecimal.ZERO);
  }

  /** What may be billed and has not been. */
  public BigDecimal toBill() {
    BigDecimal basis = terms.invoicedOnOrder() ? accepted : shipped.subtract(returned);
    return basis.subtract(invoiced).add(credited).max(BigDecimal.ZERO);
  }

  /** What has not left and still could: open, backordered, and accepted but not shipped. */
  public BigDecimal unshipped() {
    return open().add(backordered).add(toShip());
  }

  /** Promises some of what is open. */
  public LineLedger accept(BigDecimal quantity) {
    return draft().accepted(plus(accepted, quantity)).build();
  }

  /** Lets some of what is open wait for goods. */
  public LineLedger backorder(BigDecimal quantity) {
    return draft().backordered(plus(backordered, quantity)).build();
  }

  /** Refuses some of what is open. */
  public LineLedger reject(BigDecimal quantity) {
    return draft().rejected(plus(rejected, quantity)).build();
  }

  /** What came in for a waiting line: moves it from backordered to accepted. */
  public LineLedger release(BigDecimal quantity) {
    return draft()
        .backordered(minus(backordered, quantity))
        .accepted(plus(accepted, quantity))
        .build();
  }

  /** What could not be picked: from accepted back to backordered. */
  public LineLedger shorten(BigDecimal quantity) {
    return draft()
        .accepted(minus(accepted, quantity))
        .backordered(plus(backordered, quantity))
        .creditingExcess()
        .build();
  }

  /** Cancels what is open. */
  public LineLedger cancelOpen(BigDecimal quantity) {
    return draft().cancelled(plus(cancelled, quantity)).build();
  }

  /** Cancels what waits for goods. */
  public LineLedger cancelBackordered(BigDecimal quantity) {
    return draft()
        .backordered(minus(backordered, quantity))
        .cancelled(plus(cancelled, quantity))
        .build();
  }

  /** Cancels what is accepted and has not left. */
  public LineLedger cancelAccepted(BigDecimal quantity) {
    new Law(line, schedule).atMost("cancelled now", quantity, "accepted - shipped", toShip());
    return draft()
        .accepted(minus(accepted, quantity))
        .cancelled(plus(cancelled, quantity))
        .creditingExcess()
        .build();
  }

  /** Cancels all that has not been shipped. */
  public LineLedger cancelUnshipped() {
    return cancelOpen(open()).cancelBackordered(backordered).cancelAccepted(toShip());
  }

  /** A person's decision: these totals in place of the old ones; what is left over is open. */
  public LineLedger decide(
      BigDecimal accept, BigDecimal backorder, BigDecimal reject, BigDecimal cancel) {
    return draft()
        .accepted(accept)
        .backordered(backorder)
        .rejected(reject)
        .cancelled(cancel)
        .creditingExcess()
        .build();
  }

  /** An agreed change of the quantity; the first one is kept. */
  public LineLedger order(BigDecimal quantity) {
    return draft().ordered(quantity).build();
  }

  /** Goods left. */
  public LineLedger ship(BigDecimal quantity) {
    return draft().shipped(plus(shipped, quantity)).build();
  }

  /** Goods came back; what had been billed of them is credited. */
  public LineLedger takeBack(BigDecimal quantity) {
    return draft().returned(plus(returned, quantity)).creditingExcess().build();
  }

  /** Goods or promises were billed. */
  public LineLedger invoice(BigDecimal quantity) {
    return draft().invoiced(plus(invoiced, quantity)).build();
  }

  /** Some of what was billed is given back. */
  public LineLedger credit(BigDecimal quantity) {
    return draft().credited(plus(credited, quantity)).build();
  }

  private LedgerDraft draft() {
    return new LedgerDraft(this);
  }

  private BigDecimal plus(BigDecimal bin, BigDecimal quantity) {
    new Law(line, schedule).notNegative("the quantity", quantity);
    return bin.add(quantity);
  }

  private BigDecimal minus(BigDecimal bin, BigDecimal quantity) {
    new Law(line, schedule).notNegative("the quantity", quantity);
    return bin.subtract(quantity);
  }
}
