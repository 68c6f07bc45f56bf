package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChoresTest {
  private static final Duration SOON = Duration.ofMillis(1);

  @Test
  void a_chore_is_done_again_and_again_though_it_fails_and_keeps_no_other_from_its_work() {
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Chore failing =
        new Chore(
            "failing",
            SOON,
            () -> {
              failed.incrementAndGet();
              throw new IllegalStateException("on purpose");
            });
    try (Chores chores =
        new Chores(List.of(failing, new Chore("working", SOON, done::incrementAndGet)))) {
      chores.start();
      await("both", () -> failed.get() > 3 && done.get() > 3);
    }
  }

  @Test
  void it_ends_what_is_under_way_and_begins_nothing_more() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    Chores chores =
        new Chores(
            List.of(
                new Chore(
                    "slow",
                    SOON,
                    () -> {
                      begun.incrementAndGet();
                      pause();
                      ended.incrementAndGet();
                    })));
    chores.start();
    await("it has begun", () -> begun.get() > 0);
    chores.close();
    assertThat(ended.get()).isEqualTo(begun.get());
    int before = begun.get();
    pause();
    assertThat(begun.get()).isEqualTo(before);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
