package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.Rejection;

class RetryTest {
  @Test
  void what_a_busy_database_cannot_take_is_tried_again() {
    AtomicInteger tries = new AtomicInteger();

    String done =
        Retry.until(
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new Rejection.Unavailable("busy", Duration.ofMillis(1));
              }
              return "done";
            });

    assertThat(done).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void what_is_wrong_is_not_tried_again() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Retry.until(
                    () -> {
                      tries.incrementAndGet();
                      throw new Rejection.Conflict("wrong");
                    }))
        .isInstanceOf(Rejection.Conflict.class);
    assertThat(tries).hasValue(1);
  }
}
