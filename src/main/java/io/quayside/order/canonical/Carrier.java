package io.quayside.order.canonical;

/** The carrier or routing that the buyer asks for. TD5**2*UPSN~ */
public record Carrier(String scac, String mode, String routing, String serviceCode) {}
