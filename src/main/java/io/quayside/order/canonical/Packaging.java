package io.quayside.order.canonical;

/** A packing instruction. PKG*F*68***PALLETIZE SHIPMENT~ */
public record Packaging(String code, String type, String text) {}
