package io.quayside.outbound;

/**
 * What is brought to a partner.
 *
 * @param name of the file; always the same for the same document
 */
record Parcel(String documentId, String partnerId, String name, byte[] bytes) {}
