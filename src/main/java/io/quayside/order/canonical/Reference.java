package io.quayside.order.canonical;

/** A number of the sender's, with its qualifier. REF*DP*038~ */
public record Reference(String code, String value, String description) {}
