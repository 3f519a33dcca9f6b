package io.quayside.order.canonical;

/** Marks or labels wanted on the goods. MAN*L*PO 4500~ */
public record Marking(String code, String text) {}
