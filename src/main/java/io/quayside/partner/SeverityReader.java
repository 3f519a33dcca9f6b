package io.quayside.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code severity:} of an agreement: what a kind of error does to a document. */
final class SeverityReader {

  /** As {@code edi} names them. */
  static final List<String> ERRORS =
      List.of(
          "header-missing",
          "header-invalid",
          "sender-qualifier",
          "sender",
          "receiver-qualifier",
          "receiver",
          "interchange-date",
          "interchange-time",
          "standards-identifier",
          "interchange-version",
          "interchange-number",
          "acknowledgment-request",
          "test-indicator",
          "component-separator",
          "characters-invalid",
          "interchange-cut-off",
          "interchange-numbers-differ",
          "interchange-count",
          "interchange-empty",
          "group-number-invalid",
          "group-number-repeated",
          "group-number-used-before",
          "group-version-missing",
          "group-trailer-missing",
          "group-numbers-differ",
          "group-count",
          "group-not-open",
          "outside-group",
          "outside-set",
          "outside-set-in-group",
          "set-not-supported",
          "set-trailer-missing",
          "set-numbers-differ",
          "set-count",
          "set-type-missing",
          "set-number-invalid",
          "set-number-repeated",
          "segment-unknown",
          "segment-unexpected",
          "mandatory-segment-missing",
          "loop-too-often",
          "segment-too-often",
          "segment-not-in-set",
          "segment-too-late",
          "mandatory-element-missing",
          "conditional-element-missing",
          "too-many-elements",
          "too-many-repetitions",
          "too-many-components",
          "too-short",
          "too-long",
          "invalid-character",
          "not-numeric",
          "decimal-notation",
          "digit-missing-before-decimal-mark",
          "invalid-code",
          "invalid-date",
          "invalid-time",
          "exclusion-violated");

  private SeverityReader() {}

  static Map<String, String> read(FileNode block) {
    Map<String, String> severity = new LinkedHashMap<>();
    for (String error : ERRORS) {
      if (block.has(error)) {
        severity.put(
            error,
            block.oneOf(error, "accept-with-errors", "accept", "accept-with-errors", "reject"));
      }
    }
    block.refuseOthers();
    return severity;
  }
}
