package io.quayside.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant WRITTEN = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void theWaitGrowsToADay() {
    List<Long> minutes = new ArrayList<>();
    for (int attempt = 1; attempt <= 8; attempt++) {
      Instant next = Backoff.next(attempt, WRITTEN, WRITTEN).orElseThrow();
      minutes.add(Duration.between(WRITTEN, next).toMinutes());
    }
    assertThat(minutes).containsExactly(1L, 5L, 15L, 60L, 240L, 1440L, 1440L, 1440L);
  }

  @Test
  void afterFourteenDaysNobodyTriesAnyMore() {
    assertThat(Backoff.next(20, WRITTEN, WRITTEN.plus(Duration.ofDays(12)))).isPresent();
    assertThat(Backoff.next(20, WRITTEN, WRITTEN.plus(Duration.ofDays(14)))).isEmpty();
  }
}
