package io.quayside.order.canonical;

/** One set of payment terms. ITD*01*3*2**10**30~ */
public record PaymentTerm(
    String typeCode,
    String basis,
    String discountPercent,
    Integer discountDays,
    Integer netDays,
    String text) {}
