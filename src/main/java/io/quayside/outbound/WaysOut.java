package io.quayside.outbound;

import io.quayside.document.Documents.Document;
import io.quayside.partner.Channel;
import io.quayside.partner.Partners;
import io.quayside.partner.SharedChannels;
import io.quayside.partner.TradingPartner;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the channel that a document leaves by, as the partner file says now. */
@Component
class WaysOut {
  private final List<WayOut> ways;
  private final Partners partners;
  private final SharedChannels shared;
  private final SharedSecret secret;

  WaysOut(List<WayOut> ways, Partners partners, SharedChannels shared, SharedSecret secret) {
    this.secret = secret;
    this.ways = ways;
    this.partners = partners;
    this.shared = shared;
  }

  /** The channel, a shared one resolved; a mail of ours names its receiver itself. */
  Channel channel(Document document) throws NoWayException {
    if (document.format().equals("email")) {
      return new Channel.Email("mail", null);
    }
    TradingPartner partner =
        partners
            .find(document.partnerId())
            .orElseThrow(
                () ->
                    new NoWayException(
                        "There is no partner " + document.partnerId() + " any more"));
    Channel channel = partner.out(document.type());
    return shared
        .resolve(channel)
        .orElseThrow(() -> new NoWayException("There is no shared channel " + channel.id()));
  }

  /** May an attempt that was cut off be made again without asking anybody? */
  boolean repeatable(Document document) {
    try {
      Channel channel = channel(document);
      return ways.stream().filter(way -> way.serves(channel)).allMatch(WayOut::repeatable);
    } catch (NoWayException e) {
      return true;
    }
  }

  /** Brings it by that channel; gives the evidence. */
  String bring(Parcel parcel, Channel channel) throws IOException {
    for (WayOut way : ways) {
      if (way.serves(channel)) {
        boolean cxml = AnswerFormat.isCxml(parcel.name());
        return way.bring(cxml ? secret.filled(parcel, channel) : parcel, channel);
      }
    }
    throw new NoWayException(
        "Channel %s is of the kind %s, which sends no documents in this version"
            .formatted(channel.id(), channel.kind()));
  }
}
