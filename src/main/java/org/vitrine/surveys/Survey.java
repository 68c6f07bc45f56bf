package org.vitrine.surveys;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/**
 * A survey as it stands.
 *
 * @param asked whether somebody was asked: then what is asked, and in what confidence, stays
 * @param seed by which its sample is drawn
 * @param follows the round before
 */
public record Survey(
    SurveyCode code,
    SurveyPlan plan,
    SurveyState state,
    boolean asked,
    long seed,
    Optional<SurveyCode> follows,
    long version,
    SavedBy saved) {

  /** Who saved it last. */
  public record SavedBy(String name, Instant at) {}

  Survey with(SurveyPlan other, SavedBy by) {
    return new Survey(code, other, state, asked, seed, follows, version, by);
  }

  public boolean isAnonymous() {
    return plan.isAnonymous();
  }

  boolean isOpen(Instant now) {
    return state == SurveyState.OPEN && !now.isBefore(plan.opens()) && now.isBefore(plan.closes());
  }

  boolean isOver(Instant now) {
    return state == SurveyState.CLOSED || !now.isBefore(plan.closes());
  }

  /** Throws {@link Rejection.Gone} once it is over. */
  void requireOpen(Instant now) {
    if (isOver(now)) {
      throw new Rejection.Gone("This survey has ended; what was said until then counts");
    }
    if (!isOpen(now)) {
      throw new Rejection.Conflict("This survey has not opened yet");
    }
  }
}
