package io.quayside.intake;

import io.quayside.partner.Channel;
import io.quayside.partner.Partners;
import io.quayside.partner.SharedChannels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The mailboxes that partner files and channel files name. */
@Component
class Mailboxes {

  private final Partners partners;
  private final SharedChannels shared;

  Mailboxes(Partners partners, SharedChannels shared) {
    this.partners = partners;
    this.shared = shared;
  }

  Optional<Channel.Mailbox> find(String channelId) {
    Stream<Channel> own = partners.all().stream().flatMap(partner -> partner.in().stream());
    Stream<Channel> common = shared.all().stream().map(one -> one.channel());
    return Stream.concat(own, common)
        .filter(channel -> channel.id().equals(channelId))
        .filter(Channel.Mailbox.class::isInstance)
        .map(Channel.Mailbox.class::cast)
        .findFirst();
  }

  /** Whose Authentication-Results count for what comes by a channel; nobody's for other kinds. */
  List<String> authserv(String channelId) {
    return find(channelId).map(Channel.Mailbox::authserv).orElse(List.of());
  }
}
