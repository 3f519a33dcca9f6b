package io.quayside.order.canonical;

import java.util.List;

/** A postal address; country as ISO 3166-1 alpha-2 where the sender gave one. */
public record Address(
    List<String> lines, String city, String region, String postalCode, String country) {

  public Address {
    lines = PurchaseOrder.orEmpty(lines);
  }
}
