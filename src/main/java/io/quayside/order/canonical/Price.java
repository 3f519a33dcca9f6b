package io.quayside.order.canonical;

/**
 * A unit price: {@code amount} for {@code per} units ({@code 12.50} per {@code 100}); code is the
 * sender's basis.
 */
public record Price(String amount, String per, String unit, String code, String retail) {}
