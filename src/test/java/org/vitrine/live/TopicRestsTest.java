package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pages that were read are not read again for a while, each for its own. */
class TopicRestsTest {
  private static final long MILLI = 1_000_000;

  private record Named(String name) implements Topic {}

  private static final Topic TYPED = new Named("typed");
  private static final Topic CALM = new Named("calm");

  private final TopicRests rests =
      new TopicRests(topic -> topic == TYPED ? Duration.ofMillis(250) : Duration.ZERO);

  @Test
  void the_first_reading_waits_for_nothing_and_the_next_for_its_rest() {
    assertThat(rests.isOver(TYPED, 0)).isTrue();
    rests.begin(List.of(TYPED, CALM), 100 * MILLI);
    assertThat(rests.isOver(TYPED, 349 * MILLI)).isFalse();
    assertThat(rests.isOver(TYPED, 350 * MILLI)).isTrue();
    assertThat(rests.isOver(CALM, 100 * MILLI)).isTrue();
  }

  /** The nanoseconds of a process may wrap. */
  @Test
  void a_rest_ends_whatever_the_clock_counts_from() {
    rests.begin(List.of(TYPED), Long.MAX_VALUE - MILLI);
    assertThat(rests.isOver(TYPED, Long.MAX_VALUE)).isFalse();
    assertThat(rests.isOver(TYPED, Long.MIN_VALUE + 250 * MILLI)).isTrue();
  }

  @Test
  void who_is_gone_rests_no_more() {
    rests.begin(List.of(TYPED), 0);
    rests.retain(Set.of());
    assertThat(rests.isOver(TYPED, 1)).isTrue();
  }
}
