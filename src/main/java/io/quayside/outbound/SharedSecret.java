package io.quayside.outbound;

import io.quayside.partner.Channel;
import io.quayside.partner.Partners;
import io.quayside.partner.Secret;
import io.quayside.partner.Secrets;
import io.quayside.partner.TradingPartner;
import io.quayside.partner.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts the secret that we share with a partner into a cXML document as it leaves: what we keep, and
 * people look at, has none. It is the secret of its channel in that signs by cXML, else of the
 * channel out.
 */
@Component
class SharedSecret {
  private static final String PLACE = "<SharedSecret/>";

  private final Partners partners;
  private final Secrets secrets;

  SharedSecret(Partners partners, Secrets secrets) {
    this.partners = partners;
    this.secrets = secrets;
  }

  /** The parcel with the secret; as it is when none is agreed. */
  Parcel filled(Parcel parcel, Channel out) {
    Optional<String> secret =
        partners.find(parcel.partnerId()).flatMap(partner -> secret(partner, out));
    if (secret.isEmpty()) {
      return parcel;
    }
    String text = new String(parcel.bytes(), StandardCharsets.UTF_8);
    String said = "<SharedSecret>" + escaped(secret.get()) + "</SharedSecret>";
    int place = text.indexOf(PLACE);
    String filled =
        place < 0 ? text : text.substring(0, place) + said + text.substring(place + PLACE.length());
    return new Parcel(
        parcel.documentId(),
        parcel.partnerId(),
        parcel.name(),
        filled.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> secret(TradingPartner partner, Channel out) {
    for (Channel in : partner.in()) {
      if (in instanceof Channel.Webhook hook
          && hook.signature().scheme() == WebhookSignature.Scheme.CXML
          && !hook.secrets().isEmpty()) {
        return Optional.of(read(hook.id(), hook.secrets().get(0)));
      }
    }
    return out instanceof Channel.Callback callback && callback.secret() != null
        ? Optional.of(read(callback.id(), callback.secret()))
        : Optional.empty();
  }

  private String read(String channel, Secret secret) {
    return secrets.read(channel, secret).strip();
  }

  private static String escaped(String secret) {
    return secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
