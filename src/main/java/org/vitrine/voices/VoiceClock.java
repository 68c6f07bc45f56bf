package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.calendars.WorkedSpan;

/** What customer and staff read alike: the time that is left, or why it stands still. */
public sealed interface VoiceClock {

  @JsonProperty
  boolean runs();

  /**
   * @param next what is due first
   * @param from since when its time has been running
   * @param worked what is worked until it is due: who counts down by these reads what everybody
   *     reads; absent in lists
   */
  record RunningClock(Commitment next, Instant due, Instant from, Optional<List<WorkedSpan>> worked)
      implements VoiceClock {
    @Override
    public boolean runs() {
      return true;
    }
  }

  /**
   * @param why {@code asked} or {@code closed}
   * @param next what would be due first; absent where it is closed
   * @param left seconds of working time
   */
  record StandingClock(String why, Instant since, Optional<Commitment> next, Optional<Long> left)
      implements VoiceClock {
    @Override
    public boolean runs() {
      return false;
    }
  }
}
