package io.quayside.order.canonical;

/**
 * The dates we know by name, ISO dates; what binds and what is a wish is told in the order's rules.
 */
public record Dates(
    String requestedDelivery,
    String requestedShip,
    String shipNotBefore,
    String shipNotLater,
    String deliverNotBefore,
    String deliverNotLater,
    String cancelAfter,
    String requiredBy,
    String pickup) {}
