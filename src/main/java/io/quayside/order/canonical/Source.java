package io.quayside.order.canonical;

/** Where the order stood: format, version, document, interchange, group and set control numbers. */
public record Source(
    String format, String version, String document, String interchange, String group, String set) {}
