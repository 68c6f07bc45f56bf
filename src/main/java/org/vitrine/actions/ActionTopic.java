package org.vitrine.actions;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;

/**
 * Actions as they are watched; no frame is for two audiences.
 *
 * @param of the company that sees its own; absent for staff, who see all
 */
record ActionTopic(Optional<CompanyId> of) implements Topic {
  static final String NAME = "actions";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Long> company() {
    return of.map(CompanyId::value);
  }
}
