package io.quayside.order.canonical;

/** How the item is packed. PO4*12*1*EA~ */
public record Pack(
    String units, String innerPacks, String size, String weight, String weightUnit) {}
