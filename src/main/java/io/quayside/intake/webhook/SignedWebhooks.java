package io.quayside.intake.webhook;

import io.quayside.document.Receipts;
import io.quayside.intake.Hashes;
import io.quayside.partner.Channel;
import io.quayside.partner.Partners;
import io.quayside.partner.Secrets;
import io.quayside.partner.SharedChannels;
import io.quayside.partner.TradingPartner;
import io.quayside.partner.WebhookSignature;
import io.quayside.work.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds the channel that a call belongs to, checks its signature and stores it. */
@Service
class SignedWebhooks implements Webhooks {

  private static final Logger LOG = LoggerFactory.getLogger(SignedWebhooks.class);
  private static final int ID_LENGTH = 255;

  private record Door(Channel.Webhook channel, String partnerId) {}

  private final Partners partners;
  private final SharedChannels channels;
  private final Secrets secrets;
  private final Receipts receipts;
  private final CallRate rate;
  private final RefusedCalls refused;
  private final WebhookSettings settings;
  private final Ids ids;
  private final Clock clock;

  SignedWebhooks(
      Partners partners,
      SharedChannels channels,
      Secrets secrets,
      Receipts receipts,
      CallRate rate,
      RefusedCalls refused,
      WebhookSettings settings,
      Ids ids,
      Clock clock) {
    this.partners = partners;
    this.channels = channels;
    this.secrets = secrets;
    this.receipts = receipts;
    this.rate = rate;
    this.refused = refused;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Answer take(String name, Call call) {
    List<Door> doors = doors(name);
    if (doors.isEmpty()) {
      refused.nobody();
      return new NotProven();
    }
    List<String> causes = new ArrayList<>();
    for (Door door : doors) {
      Optional<String> cause = refuse(door.channel(), call);
      if (cause.isEmpty()) {
        return proven(door, call);
      }
      causes.add(cause.get());
    }
    for (int i = 0; i < doors.size(); i++) {
      refused.refused(doors.get(i).channel(), doors.get(i).partnerId(), causes.get(i));
    }
    return new NotProven();
  }

  /** The ways in behind a name: a partner may have several, for example while it changes shops. */
  private List<Door> doors(String name) {
    Optional<TradingPartner> partner =
        partners.byAddress("webhook", null, name, null).or(() -> partners.find(name));
    if (partner.isEmpty()) {
      return channels.find(name).stream()
          .flatMap(shared -> webhook(shared.channel()).stream())
          .map(channel -> new Door(channel, null))
          .toList();
    }
    return partner.get().in().stream()
        .flatMap(channel -> webhook(channel).stream())
        .map(channel -> new Door(channel, partner.get().id()))
        .toList();
  }

  private static Optional<Channel.Webhook> webhook(Channel channel) {
    return channel instanceof Channel.Webhook webhook ? Optional.of(webhook) : Optional.empty();
  }

  private Optional<String> refuse(Channel.Webhook channel, Call call) {
    try {
      List<String> texts =
          channel.secrets().stream()
              .map(one -> secrets.read(channel.id(), one).strip())
              .filter(one -> !one.isEmpty())
              .toList();
      boolean proxy = settings.trustedProxies().contains(call.remoteAddress());
      return new SignatureCheck(channel.signature(), texts, proxy, clock.instant()).refuse(call);
    } catch (IllegalStateException notSetUp) {
      LOG.warn("Webhook {} cannot be checked: {}", channel.id(), notSetUp.getMessage());
      return Optional.of(notSetUp.getMessage());
    }
  }

  private Answer proven(Door door, Call call) {
    if (!rate.allows(door.channel().id(), door.channel().perSecond())) {
      return new TooMany(1);
    }
    String sha256 = Hashes.sha256(call.body());
    Receipts.Received received =
        receipts.receive(
            new Receipts.Arrival(
                door.channel().id(),
                door.channel().kind(),
                door.partnerId(),
                key(door.channel().signature(), call, sha256),
                door.channel().signature().scheme() == WebhookSignature.Scheme.NONE
                    ? "webhook call, not signed"
                    : "webhook call",
                call.body(),
                false));
    return received.receipt().sha256().equals(sha256)
        ? new Taken(received.receipt().id())
        : new OtherBody(received.receipt().id());
  }

  /**
   * What makes it the same message when it is sent again: its id; where the sender gives none, the
   * signed body with its time. What is not signed has nothing that could be believed: each call is
   * new, and the order in it is recognised by its own number.
   */
  private String key(WebhookSignature signature, Call call, String sha256) {
    String id = signature.idHeader() == null ? null : call.header().apply(signature.idHeader());
    if (id != null && !id.isBlank()) {
      return id.length() <= ID_LENGTH
          ? "id/" + id
          : "id/" + Hashes.sha256(id.getBytes(StandardCharsets.UTF_8));
    }
    if (signature.scheme() == WebhookSignature.Scheme.HMAC) {
      String time =
          signature.timestampHeader() == null
              ? ""
              : call.header().apply(signature.timestampHeader()) + "/";
      return "signed/" + time + sha256;
    }
    return "call/" + ids.next();
  }
}
