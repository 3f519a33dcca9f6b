package io.quayside.mapping;

import io.quayside.edi.TransactionSet;

/**
 * A document as a tree of elements with attributes, in reading order: what a mapping reads,
 * whatever the format.
 *
 * <pre>{@code
 * <csv-order><row sku="W-001" quantity="100"/></csv-order>
 * }</pre>
 *
 * <p>A selector of a mapping reads {@code csv-order/row/@sku}: all data stands in attributes. A
 * source of text between elements gives it as an attribute, too.
 */
@FunctionalInterface
public interface DocumentSource {

  /** Takes the elements: each that starts also ends, one root around all. */
  interface Handler {
    /** The element stays readable until it ends. */
    void start(DocumentElement element);

    void end();
  }

  /** Reads the document once from beginning to end. */
  void read(Handler handler);

  /** An EDI set: {@code x12-850/PO1-loop/PO1/@PO107}. */
  static DocumentSource of(TransactionSet set) {
    return new SetDocument(set);
  }
}
