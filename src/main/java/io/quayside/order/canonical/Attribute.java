package io.quayside.order.canonical;

/** A property of the item by code. PID*F*73***blue~ */
public record Attribute(String code, String text) {}
