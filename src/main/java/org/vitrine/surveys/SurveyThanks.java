package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * What everybody who answered is told, as it stands.
 *
 * @param number what its actions name as their source
 * @param told absent until they are
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SurveyThanks(
    @JsonIgnore long number,
    LocalizedText words,
    List<KeptDeed> deeds,
    long version,
    ThanksMark saved,
    Optional<ThanksMark> told) {

  /** Who did it, and when. */
  record ThanksMark(String by, Instant at) {}

  /**
   * What is done.
   *
   * @param action its number; absent where it is none, or nobody was told yet
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record KeptDeed(ThanksDraft.ThanksDeed deed, Optional<Long> action) {}
}
