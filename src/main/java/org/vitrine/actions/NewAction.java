package org.vitrine.actions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;

/**
 * What somebody is to do.
 *
 * @param owner the key of the person of the house who does it
 * @param due the last day, where the plant is
 * @param source what raised it; absent for the house itself
 * @param raisedBy the companies that raised the matter: they read what becomes of it, and are asked
 *     whether it worked
 */
public record NewAction(
    String text,
    long owner,
    LocalDate due,
    Optional<ActionSource> source,
    Set<CompanyId> raisedBy) {
  private static final int MOST_COMPANIES = 500;

  public NewAction {
    text = ActionText.text(text);
    if (due == null) {
      throw new Rejection.Invalid("due", "Say by which day it is done");
    }
    raisedBy = Set.copyOf(raisedBy);
    if (raisedBy.size() > MOST_COMPANIES) {
      throw new Rejection.Invalid(
          "companies", "There can be at most %d companies".formatted(MOST_COMPANIES));
    }
  }
}
