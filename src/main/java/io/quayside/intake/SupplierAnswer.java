package io.quayside.intake;

/** Queue {@code supplier.hear}: a recorded document that answers an order of ours. */
public record SupplierAnswer(String documentId) {}
