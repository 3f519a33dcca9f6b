package io.quayside.mapping;

/**
 * Where a value stands in a document as it was received.
 *
 * @param where in the format's words: {@code BEG03}, {@code /items/0/sku}, {@code Sheet1!B7}
 * @param line from 1; 0 where there are no lines
 * @param byteOffset from 0; -1 where it is not known
 */
public record Place(String where, int line, int byteOffset) {

  /** {@code (line 7, byte 412)} with a blank before it; "" when neither is known. */
  String words() {
    if (byteOffset < 0) {
      return line > 0 ? " (line %d)".formatted(line) : "";
    }
    return " (line %d, byte %d)".formatted(line, byteOffset);
  }
}
