package io.quayside.order.canonical;

/** Free text, and what it is for. */
public record Note(String use, String code, String text) {}
