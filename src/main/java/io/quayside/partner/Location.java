package io.quayside.partner;

/**
 * A ship-to place that a partner names by a code of its own.
 *
 * <pre>"0042": {name: Acme Store 42, address: {…}, dc: "0900"}</pre>
 *
 * @param address null when only the name is known
 * @param dc code of the distribution centre that serves it, or null
 */
public record Location(String name, PostalAddress address, String dc) {}
