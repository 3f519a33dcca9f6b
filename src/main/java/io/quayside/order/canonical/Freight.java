package io.quayside.order.canonical;

/** Who pays the freight, and where risk passes. FOB*CC~ */
public record Freight(String payment, String code, String incoterm, String place, String account) {}
