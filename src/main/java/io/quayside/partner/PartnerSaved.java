package io.quayside.partner;

/**
 * A partner file or a location of it was saved. Published in the transaction that saves it, so that
 * what follows from it is as durable; {@link PartnersChanged} follows when it has committed.
 */
public record PartnerSaved(String id) {}
