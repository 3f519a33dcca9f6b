package io.quayside.partner;

import java.util.List;

/**
 * A channel of several partners, {@code routes/channels/<id>.channel.yaml}.
 *
 * @param partners ids of those who may use it; empty means any
 */
public record SharedChannel(Channel channel, List<String> partners) {
  public SharedChannel {
    partners = List.copyOf(partners);
  }

  /** May this partner send or be sent to by it? */
  public boolean open(String partnerId) {
    return partners.isEmpty() || partners.contains(partnerId);
  }
}
