package io.quayside.outbound;

import io.quayside.partner.Channel;
import java.io.IOException;

/** Brings a parcel to a partner by one kind of channel. */
interface WayOut {

  /** Does this way serve the channel? */
  boolean serves(Channel channel);

  /**
   * Brings it there, whole or not at all. Doing it twice leaves one file with the same bytes, so
   * that an attempt which was cut off is simply made again.
   *
   * @return the evidence, for the journey
   */
  String bring(Parcel parcel, Channel channel) throws IOException;
}
