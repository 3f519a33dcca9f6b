package io.quayside.order.canonical;

/** A person or desk to ask. */
public record Contact(String role, String name, String phone, String email) {}
