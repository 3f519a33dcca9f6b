package io.quayside.order.canonical;

/** A party's number: whose numbering (our word), the sender's code for it, the number. */
public record PartyId(String scheme, String code, String value) {}
