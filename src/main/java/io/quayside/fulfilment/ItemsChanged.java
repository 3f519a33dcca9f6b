package io.quayside.fulfilment;

/** Items got another price, pack or number, or are new; published in the saving transaction. */
public record ItemsChanged() {}
