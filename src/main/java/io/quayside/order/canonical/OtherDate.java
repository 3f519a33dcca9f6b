package io.quayside.order.canonical;

/** A date with a qualifier that has no name of ours. */
public record OtherDate(String code, String date, String time) {}
