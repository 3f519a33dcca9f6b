package io.quayside.partner;

import java.util.List;

/**
 * What a system of ours gets of each order that was accepted, by this partner file's channel out.
 *
 * @param format {@code csv}, {@code fixed-width}, {@code idoc} (XML) or {@code idoc-flat}
 * @param mapping its template below {@code mappings/}
 * @param layout the layout that a fixed-width file is written by
 * @param separator between the columns of a table
 * @param partners whose orders; empty: everybody's
 */
public record ExportSettings(
    String format, String mapping, String layout, char separator, List<String> partners) {
  public ExportSettings {
    partners = List.copyOf(partners);
  }

  /** Does it get the orders of this customer? */
  public boolean takes(String partner) {
    return partners.isEmpty() || partners.contains(partner);
  }
}
