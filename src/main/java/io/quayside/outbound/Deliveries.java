package io.quayside.outbound;

/** What a person can ask of documents that we send. */
public interface Deliveries {

  /**
   * Sends a document again: the same bytes under the same name, whether it was delivered before or
   * not.
   *
   * @param by who asks, for the journey
   * @throws DeliveryRefusal when there is no such document of ours, it is being sent right now, or
   *     it is held back
   */
  void resend(String documentId, String by);
}
