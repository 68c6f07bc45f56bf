package org.vitrine.warranty;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;

/** What a company owns, as it is watched. */
record OwnPieceTopic(CompanyId owner) implements Topic {
  static final String NAME = "warranty";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Long> company() {
    return Optional.of(owner.value());
  }
}
