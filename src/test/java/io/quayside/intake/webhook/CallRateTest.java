package io.quayside.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallRateTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CallRate rate = new CallRate(nanos::get);

  @Test
  void twoSecondsWorthMayComeAtOnceThenAsManyAsAgreed() {
    assertThat(allowed(30)).isEqualTo(20);
    nanos.addAndGet(500_000_000);
    assertThat(allowed(30)).isEqualTo(5);
    nanos.addAndGet(3_600_000_000_000L);
    assertThat(allowed(30)).isEqualTo(20);
  }

  @Test
  void oneChannelDoesNotUseUpAnothers() {
    assertThat(allowed(30)).isEqualTo(20);
    assertThat(rate.allows("other/webhook-1", 10)).isTrue();
  }

  private long allowed(int calls) {
    return IntStream.range(0, calls).filter(i -> rate.allows("acme/webhook-1", 10)).count();
  }
}
