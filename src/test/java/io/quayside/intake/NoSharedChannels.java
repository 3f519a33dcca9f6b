package io.quayside.intake;

import io.quayside.partner.SharedChannel;
import io.quayside.partner.SharedChannels;
import java.util.List;
import java.util.Optional;

/** No shared channels. */
final class NoSharedChannels implements SharedChannels {

  @Override
  public Optional<SharedChannel> find(String id) {
    return Optional.empty();
  }

  @Override
  public List<SharedChannel> all() {
    return List.of();
  }

  @Override
  public long save(String id, String yamlOrJson, String by, Long expectedVersion) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long importFile(String id, String yaml, String origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> source(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> version(String id) {
    return Optional.empty();
  }
}
