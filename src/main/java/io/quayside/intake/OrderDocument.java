package io.quayside.intake;

/** Queue {@code order.normalise}: a recorded document that is an order. */
public record OrderDocument(String documentId) {}
