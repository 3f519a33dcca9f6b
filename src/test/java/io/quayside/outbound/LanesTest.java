package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quayside.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final MutableClock clock = new MutableClock(NOON, ZoneOffset.UTC);
  private final Lanes lanes = new Lanes(clock);

  @Test
  void aChannelThatFailedRestsAMinuteWhileOthersGoOn() {
    assertThat(lanes.enter("acme")).isEmpty();
    lanes.leave("acme", false);

    assertThat(lanes.enter("acme")).contains(NOON.plusSeconds(60));
    assertThat(lanes.enter("initech")).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(lanes.enter("acme")).isEmpty();
  }

  @Test
  void aPersonsRetryDoesNotWait() {
    lanes.enter("acme");
    lanes.leave("acme", false);
    lanes.wake("acme");

    assertThat(lanes.enter("acme")).isEmpty();
  }

  @Test
  void aThirdDeliveryToOneChannelIsAskedToComeLater() {
    lanes.enter("acme");
    lanes.enter("acme");

    assertThat(lanes.enter("acme")).contains(NOON.plusSeconds(2));
    lanes.leave("acme", true);
    assertThat(lanes.enter("acme")).isEmpty();
  }
}
