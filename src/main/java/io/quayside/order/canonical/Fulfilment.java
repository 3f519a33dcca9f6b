package io.quayside.order.canonical;

/** What the buyer allows: backorder the rest, ship in parts, only complete, substitutes. CSH*SP~ */
public record Fulfilment(
    Boolean backorder, Boolean partial, Boolean complete, Boolean substitute, String code) {}
