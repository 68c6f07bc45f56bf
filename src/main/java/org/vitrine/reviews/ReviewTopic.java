package org.vitrine.reviews;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;

/**
 * The page of a review as it is watched.
 *
 * @param by who takes part; absent for staff
 */
record ReviewTopic(ReviewNumber number, Optional<Participant> by) implements Topic {
  @Override
  public String name() {
    return ReviewTopics.ONE + number;
  }

  @Override
  public Optional<String> subject() {
    return Optional.of(number.toString());
  }

  @Override
  public Optional<Long> company() {
    return by.map(Participant::company).map(CompanyId::value);
  }
}
