package org.vitrine.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.actions.Action.DueMove;
import org.vitrine.companies.CompanyId;

/**
 * What a company that raised the matter reads of an action: no more than this is written where it
 * can read it.
 *
 * @param owner the name of whoever does it, as messages name who has them
 * @param answers what it answers
 * @param askedAt when the company was asked whether it worked
 * @param worked when and how the company said that it worked
 */
record ActionShown(
    ActionNumber number,
    String text,
    String owner,
    LocalDate due,
    ActionState state,
    Optional<String> answers,
    Instant madeAt,
    Optional<ShownClosing> closing,
    Optional<DueMove> moved,
    Optional<Instant> askedAt,
    Optional<ItWorked> worked) {

  /** When it was done or withdrawn, and what was said of it. */
  record ShownClosing(Instant at, String text) {}

  /** When it was said that it worked, and in which words. */
  record ItWorked(Instant at, Optional<String> text) {}

  /** What one of several companies said, for staff. */
  record CompanySaid(CompanyId company, Optional<Instant> at, Optional<String> text) {}
}
