package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.Rejection;

class FewAtOnceTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void who_comes_when_all_places_are_taken_reads_it_and_a_place_is_free_again_after_the_work() {
    FewAtOnce few = new FewAtOnce(1, "Others are at it", SOON);

    assertThat(
            few.<String>inTurn(
                () -> {
                  assertThatThrownBy(() -> few.inTurn(() -> "second"))
                      .isInstanceOf(Rejection.Unavailable.class)
                      .hasMessage("Others are at it");
                  return "first";
                }))
        .isEqualTo("first");
    assertThat(few.<String>inTurn(() -> "third")).isEqualTo("third");
  }

  @Test
  void work_that_fails_gives_its_place_back() {
    FewAtOnce few = new FewAtOnce(1, "Others are at it", SOON);
    FewOfEach ofEach = new FewOfEach(1, "Yours is under way", SOON);

    assertThatThrownBy(() -> ofEach.inTurn("wu", () -> few.inTurn(FewAtOnceTest::failing)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(ofEach.<String>inTurn("wu", () -> few.inTurn(() -> "next"))).isEqualTo("next");
  }

  @Test
  void with_patience_a_place_is_waited_for() throws Exception {
    FewAtOnce few = new FewAtOnce(1, Duration.ofMinutes(1), "Others are at it", SOON);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(() -> few.inTurn(() -> awaited(begun, enough)));
    begun.await();
    CompletableFuture<String> second =
        CompletableFuture.supplyAsync(() -> few.inTurn(() -> "second"));

    enough.countDown();

    assertThat(first.get()).isEqualTo("first");
    assertThat(second.get()).isEqualTo("second");
  }

  @Test
  void one_may_have_a_few_under_way_and_others_theirs() {
    FewOfEach ofEach = new FewOfEach(1, "Yours is under way", SOON);

    String said =
        ofEach.inTurn(
            "wu",
            () -> {
              assertThatThrownBy(() -> ofEach.inTurn("wu", () -> "again"))
                  .isInstanceOf(Rejection.TooMany.class)
                  .hasMessage("Yours is under way");
              return ofEach.inTurn("chen", () -> "another's");
            });

    assertThat(said).isEqualTo("another's");
  }

  private static String failing() {
    throw new ArithmeticException();
  }

  private static String awaited(CountDownLatch begun, CountDownLatch enough) {
    begun.countDown();
    try {
      enough.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "first";
  }
}
