package io.quayside.order.canonical;

/**
 * How it is paid: {@code on-account}, {@code prepaid}, {@code card}, {@code cash-on-delivery},
 * {@code cash}.
 */
public record Payment(String method) {}
