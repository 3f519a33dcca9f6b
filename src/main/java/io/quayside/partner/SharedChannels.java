package io.quayside.partner;

import java.util.List;
import java.util.Optional;

/** Channels that several partners share; stored like partners. */
public interface SharedChannels {

  Optional<SharedChannel> find(String id);

  List<SharedChannel> all();

  /** As {@link Partners#save}; gives the new version. */
  long save(String id, String yamlOrJson, String by, Long expectedVersion);

  /** As {@link Partners#importFile}; gives the version. */
  long importFile(String id, String yaml, String origin);

  Optional<String> source(String id);

  /** The current version, which counts saves from 1. */
  Optional<Long> version(String id);

  /** A partner's channel itself; for a reference to a shared one, that one. */
  default Optional<Channel> resolve(Channel channel) {
    return channel instanceof Channel.Shared shared
        ? find(shared.id()).map(SharedChannel::channel)
        : Optional.of(channel);
  }
}
