package io.quayside.mapping;

/** One element of a document that a mapping reads. */
public interface DocumentElement {

  /** Takes the attributes one by one. */
  interface Taker {
    void take(AttributeName name, String value);
  }

  /** Letters, digits, {@code -} and {@code _}, as selectors name it. */
  String name();

  /** The attribute's value without the blanks around it; "" when it is absent or empty. */
  String value(AttributeName name);

  /** Gives every attribute that has a value, in reading order. */
  void attributes(Taker taker);

  /** Where the attribute's value stands in the document as it was received. */
  Place place(AttributeName name);

  /** It belongs to the envelope: what no rule takes of it is not listed. */
  default boolean isEnvelope() {
    return false;
  }
}
