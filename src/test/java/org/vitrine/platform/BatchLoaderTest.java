package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
  private static final int TURNS = 4;

  private final Queue<Set<Integer>> asked = new ConcurrentLinkedQueue<>();
  private final Semaphore answered = new Semaphore(0);

  /** Doubles numbers that are even, when it is let. */
  private final BatchLoader<Integer, Integer> doubled = new BatchLoader<>(this::answer);

  private Map<Integer, Integer> answer(Set<Integer> questions) {
    asked.add(Set.copyOf(questions));
    answered.acquireUninterruptibly();
    if (questions.contains(13)) {
      throw new IllegalArgumentException("unlucky");
    }
    return questions.stream()
        .filter(number -> number % 2 == 0)
        .collect(Collectors.toMap(Function.identity(), number -> 2 * number));
  }

  @Test
  void who_comes_alone_is_asked_for_alone() {
    answered.release(2);
    assertThat(doubled.load(4)).hasValue(8);
    assertThat(doubled.load(5)).isEmpty();
    assertThat(asked).containsExactly(Set.of(4), Set.of(5));
  }

  @Test
  void who_comes_while_others_are_asked_for_is_asked_for_with_all_who_do() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Integer>>> heard = new ArrayList<>();
      takeAllTurns(threads);
      CountDownLatch begun = new CountDownLatch(100);
      for (int i = 0; i < 100; i++) {
        int question = 2 * (i / 2); // Each of them twice.
        heard.add(
            threads.submit(
                () -> {
                  begun.countDown();
                  return doubled.load(question);
                }));
      }
      begun.await();
      Thread.sleep(50);
      int before = asked.size();
      answered.release(1_000);
      for (int i = 0; i < 100; i++) {
        assertThat(heard.get(i).get()).hasValue(4 * (i / 2));
      }
      assertThat(before).isEqualTo(TURNS);
    }
    assertThat(asked).hasSizeLessThan(TURNS + 4);
  }

  @Test
  void who_waits_too_long_is_told_to_come_back() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      takeAllTurns(threads);
      Future<Optional<Integer>> late = threads.submit(() -> doubled.load(2));
      try {
        assertThatThrownBy(late::get).hasRootCauseInstanceOf(Rejection.Unavailable.class);
      } finally {
        answered.release(1_000);
      }
      assertThat(doubled.load(2)).as("later").hasValue(4);
    }
  }

  /** As many questions as may be under way, none of them answered yet. */
  private void takeAllTurns(ExecutorService threads) throws InterruptedException {
    for (int turn = 1; turn <= TURNS; turn++) {
      int question = 1_000 + 2 * turn;
      threads.submit(() -> doubled.load(question));
      while (asked.size() < turn) {
        Thread.sleep(1);
      }
    }
  }

  @Test
  void what_asking_threw_is_thrown_to_all_who_asked_together() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      takeAllTurns(threads);
      Future<Optional<Integer>> other = threads.submit(() -> doubled.load(6));
      Future<Optional<Integer>> unlucky = threads.submit(() -> doubled.load(13));
      Thread.sleep(50);
      answered.release(1_000);
      assertThatThrownBy(unlucky::get).hasRootCauseMessage("unlucky");
      assertThatThrownBy(other::get).hasRootCauseMessage("unlucky");
    }
    assertThat(doubled.load(6)).as("asked again").hasValue(12);
  }
}
