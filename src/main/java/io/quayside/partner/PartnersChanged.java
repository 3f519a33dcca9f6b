package io.quayside.partner;

import java.util.Set;

/**
 * Spring event, published after the commit: these partners changed.
 *
 * @param ids partners whose file or locations changed; empty when a shared channel did, which may
 *     concern anybody
 */
public record PartnersChanged(Set<String> ids) {
  public PartnersChanged {
    ids = Set.copyOf(ids);
  }
}
