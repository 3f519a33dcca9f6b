package io.quayside.order.canonical;

/**
 * An item's number. {@code scheme}: {@code vendor, buyer, gtin, manufacturer, other}; {@code value}
 * is what we match by, {@code sent} the sender's characters where they differ.
 */
public record ItemId(String scheme, String code, String value, String sent) {}
