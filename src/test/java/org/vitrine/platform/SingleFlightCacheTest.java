package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightCacheTest {
  private final SingleFlightCache<String, Integer> answers =
      new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(10));

  @Test
  void however_many_ask_at_once_it_is_asked_once() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(50);
    List<Future<Integer>> heard = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        heard.add(
            threads.submit(
                () -> {
                  all.countDown();
                  return answers.of(
                      "who?",
                      () -> {
                        await(all);
                        return asked.incrementAndGet();
                      });
                }));
      }
    }
    for (Future<Integer> one : heard) {
      assertThat(one.get()).isEqualTo(1);
    }
    assertThat(asked).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_asking_threw_is_thrown_and_asked_again() {
    assertThatThrownBy(
            () ->
                answers.of(
                    "who?",
                    () -> {
                      throw new Rejection.NotFound("nobody");
                    }))
        .isInstanceOf(Rejection.NotFound.class);
    assertThat(answers.known("who?")).isEmpty();
    assertThat(answers.of("who?", () -> 7)).isEqualTo(7);
    assertThat(answers.known("who?")).contains(7);
  }

  @Test
  void an_answer_that_is_forgotten_while_it_is_under_way_is_not_kept() {
    int heard =
        answers.of(
            "who?",
            () -> {
              answers.forget("who?");
              return 1;
            });
    assertThat(heard).isEqualTo(1);
    assertThat(answers.known("who?")).isEmpty();
  }

  @Test
  void what_is_forgotten_is_asked_again() {
    answers.of("who?", () -> 1);
    answers.forget("who?");
    assertThat(answers.of("who?", () -> 2)).isEqualTo(2);
    answers.forgetAll();
    assertThat(answers.known("who?")).isEmpty();
  }
}
