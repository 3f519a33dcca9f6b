package io.quayside.order.process;

/**
 * A command to an order itself: accept it, or do what is due.
 *
 * @param what for {@code order.due}: {@code ship, expire, waiting, closing, stock/<sku>,
 *     deadline/<document>, pick-again/<line>/<delivery>/<quantity>}; null for {@code order.accept}
 */
public record OrderCommand(String orderId, String what) {}
