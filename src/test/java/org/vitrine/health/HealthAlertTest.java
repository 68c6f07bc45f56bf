package org.vitrine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vitrine.health.HealthAlert.Word;

/** When administrators are written to. */
class HealthAlertTest {
  private static final Instant BEGUN = Instant.parse("2026-11-30T08:00:00Z");

  @Test
  void what_lasts_is_told_once_and_so_is_that_it_is_well_again() {
    assertThat(told(true, true, true, true, true, true)).containsExactly(Word.BAD);
    assertThat(told(true, true, true, false, false, false, false))
        .containsExactly(Word.BAD, Word.WELL_AGAIN);
  }

  @Test
  void what_comes_and_goes_writes_no_letters() {
    assertThat(told(true, false, true, false, true, false)).isEmpty();
    assertThat(told(true, true, true, false, true, false, true)).containsExactly(Word.BAD);
  }

  /** Whatever happens each minute: one letter of each, in turn. */
  @Property
  void letters_alternate(@ForAll boolean[] minutes) {
    List<Word> told = told(minutes);
    for (int at = 0; at < told.size(); at++) {
      assertThat(told.get(at)).isEqualTo(at % 2 == 0 ? Word.BAD : Word.WELL_AGAIN);
    }
  }

  /** Looks once a minute, as the house does. */
  private static List<Word> told(boolean... minutes) {
    List<Word> told = new ArrayList<>();
    Optional<HealthAlert> alert = Optional.empty();
    Instant now = BEGUN;
    for (boolean isBad : minutes) {
      now = now.plus(Duration.ofMinutes(1));
      if (alert.isEmpty()) {
        alert = isBad ? Optional.of(HealthAlert.begun("disk", now)) : alert;
        continue;
      }
      Word word = alert.get().word(isBad, now);
      if (word == Word.BAD || word == Word.WELL_AGAIN) {
        told.add(word);
      }
      alert =
          word == Word.WELL_AGAIN || word == Word.NEVER_MIND
              ? Optional.empty()
              : Optional.of(alert.get().seen(isBad, now));
    }
    return told;
  }
}
