package io.quayside.edi;

import java.util.List;

/** Builds EDIFACT test interchanges around the body of a message, with right counts. */
final class Messages {
  /** A small order that is right in every way. */
  static final List<String> ORDER =
      List.of(
          "BGM+220+4500000042+9",
          "DTM+137:20261120:102",
          "NAD+BY+5412345000013::9",
          "NAD+SU+4012345000009::9",
          "LIN+1++4012345678901:EN",
          "QTY+21:100:PCE",
          "PRI+AAA:12.5",
          "LIN+2++4012345678918:EN",
          "QTY+21:5:PCE",
          "UNS+S",
          "CNT+2:2");

  private Messages() {}

  static String message(String number, String type, List<String> body) {
    return "UNH+%s+%s'%s'UNT+%d+%s'"
        .formatted(number, type, String.join("'", body), body.size() + 2, number);
  }

  static String group(String number, String... messages) {
    return "UNG+ORDERS+ACMEGRP:14+QUAYGRP:14+261120:1000+%s+UN+D:96A:EAN008'%sUNE+%d+%s'"
        .formatted(number, String.join("", messages), messages.length, number);
  }

  /** Around messages, or around one group. */
  static String interchange(String syntax, String number, String... parts) {
    return "UNB+%s+5412345000013:14+4012345000009:14+261120:1000+%s'%sUNZ+%d+%s'"
        .formatted(syntax, number, String.join("", parts), parts.length, number);
  }

  static String order(String syntax) {
    return interchange(syntax, "905", message("1", "ORDERS:D:96A:UN:EAN008", ORDER));
  }
}
