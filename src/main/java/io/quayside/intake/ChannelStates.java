package io.quayside.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** How the channels that we poll are doing, on this node since its start. */
public interface ChannelStates {

  /**
   * A channel's state.
   *
   * @param lastGoodPoll null when it has not worked yet
   * @param failures failed polls in a row, 0 when the last one worked
   * @param error the last failure in words, null when the last poll worked
   */
  record State(String channelId, Instant lastGoodPoll, int failures, String error) {}

  Optional<State> of(String channelId);

  Collection<State> all();
}
