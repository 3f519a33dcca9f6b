package io.quayside.intake.mail;

import java.util.Map;
import java.util.Optional;

/** Pictures by their first bytes; declared types are not trusted. */
final class Pictures {

  private static final Map<String, String> TYPES =
      Map.of(
          "\u0089PNG", "image/png",
          "\u00FF\u00D8\u00FF", "image/jpeg",
          "GIF8", "image/gif",
          "II*\0", "image/tiff",
          "MM\0*", "image/tiff",
          "BM", "image/bmp");

  private Pictures() {}

  /** The content type; empty when it is no picture. */
  static Optional<String> type(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(4, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
    return TYPES.keySet().stream().filter(head::startsWith).findFirst().map(TYPES::get);
  }
}
