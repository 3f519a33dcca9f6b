package io.quayside.outbound;

import io.quayside.partner.Channel;
import java.io.IOException;

/** Brings a parcel to a partner by one kind of channel. */
interface WayOut {

  /** Does this way serve the channel? */
  boolean serves(Channel channel);

  /** May an attempt that was cut off be made again without asking anybody? */
  default boolean repeatable() {
    return true;
  }

  /**
   * Brings it there, whole or not at all. Doing it twice leaves one file with the same bytes, so
   * that an attempt which was cut off is simply made again.
   *
   * @return the evidence, for the journey
   * @throws NoWayException trying again makes no sense
   * @throws UnknownOutcomeException nobody knows whether it arrived
   */
  String bring(Parcel parcel, Channel channel) throws IOException;
}
