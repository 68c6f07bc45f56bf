package org.vitrine.gather.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.plan.Rule;
import org.vitrine.gather.plan.Sense;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.plan.Whereabouts;
import org.vitrine.gather.sources.Observed;

class MachinesTest {
  private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
  private static final Notes QUIET =
      new Notes() {
        @Override
        public void unused(String source, String tag, String why, String value) {}

        @Override
        public void told(String source, String machine, String sentence) {}
      };

  private final Machines machines = new Machines(List.of(plan()), new Memory(), QUIET, START);

  private static SourcePlan plan() {
    Sense sense =
        new Sense.Condition(
            "st", "heat", null, null, new Sense.Thinned(BigDecimal.ONE, Duration.ZERO));
    Whereabouts nowhere = new Whereabouts(null, null, null, null, null, null, null);
    return new SourcePlan(
        "s", null, null, false, Map.of(), List.of(new Rule("t", "t", "m", nowhere, sense)));
  }

  @Test
  void a_machine_is_silent_after_three_times_the_rhythm_that_it_has_shown() {
    Instant last = START;
    for (int i = 0; i < 21; i++) {
      // One long pause among its usual ten seconds is no rhythm.
      last = last.plusSeconds(i == 7 ? 300 : 10);
      hear(last);
    }

    assertThat(states(last.plusSeconds(1))).containsExactly("live");
    assertThat(states(last.plusSeconds(30))).isEmpty();
    assertThat(states(last.plusSeconds(31))).containsExactly("silent");
    assertThat(states(last.plusSeconds(900))).isEmpty();

    hear(last.plusSeconds(901));
    assertThat(states(last.plusSeconds(902))).containsExactly("live");
  }

  @Test
  void a_machine_whose_rhythm_is_not_known_is_never_called_silent() {
    hear(START);
    hear(START.plusSeconds(10));

    assertThat(states(START.plusSeconds(11))).containsExactly("live");
    assertThat(states(START.plusSeconds(86_400))).isEmpty();
  }

  @Test
  void what_only_stands_as_it_was_is_no_sign_of_life() {
    Instant last = START;
    for (int i = 0; i < 10; i++) {
      last = last.plusSeconds(10);
      hear(last);
    }
    assertThat(states(last.plusSeconds(1))).containsExactly("live");
    assertThat(states(last.plusSeconds(31))).containsExactly("silent");
    Instant later = last.plusSeconds(600);

    machines.heard("m", new Observed("t", "1", last, later, "kept", true));
    assertThat(states(later)).isEmpty();

    machines.heard("m", new Observed("t", "2", later, later, "new", true));
    assertThat(states(later.plusSeconds(1))).containsExactly("live");
  }

  private void hear(Instant at) {
    machines.heard("m", new Observed("t", "1", at, at, at.toString(), false));
  }

  private List<String> states(Instant now) {
    return machines.passed(now, source -> null).messages().stream()
        .map(message -> message.body().path("state").asText())
        .toList();
  }
}
