package io.quayside.partner;

/**
 * How the partner wants its 855.
 *
 * @param partial ACK01 of a line accepted in part: {@code IA+IB} (two ACKs), {@code BP}, {@code IB}
 *     or {@code IQ}
 * @param reject ACK01 of a rejected line: {@code IR} or {@code R2}
 * @param price which price a line shows
 * @param dates ACK04, the qualifier of the promised date, default {@code 068}
 */
public record AcknowledgmentShape(
    Send send, String partial, String reject, Price price, String dates) {

  /** Which orders get one. Default EVERY. */
  public enum Send {
    EVERY,
    CHANGES_ONLY,
    WHEN_ASKED
  }

  /** Default ORDERED: the price as ordered; OURS: the one that we charge. */
  public enum Price {
    ORDERED,
    OURS
  }
}
