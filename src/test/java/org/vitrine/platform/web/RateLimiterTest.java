package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.Rejection;

class RateLimiterTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RateLimiter limiter = new RateLimiter(3, Duration.ofMinutes(1), nanos::get);

  @Test
  void each_may_so_often_within_a_while_and_then_again() {
    for (int time = 0; time < 3; time++) {
      limiter.admit("one");
    }
    assertThatThrownBy(() -> limiter.admit("one")).isInstanceOf(Rejection.TooMany.class);
    assertThatCode(() -> limiter.admit("other")).doesNotThrowAnyException();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThatCode(() -> limiter.admit("one")).doesNotThrowAnyException();
  }
}
