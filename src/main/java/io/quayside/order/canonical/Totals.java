package io.quayside.order.canonical;

/** The sender's own totals, to compare with. CTT*1*100~ */
public record Totals(Integer lineCount, String quantity, String amount) {}
