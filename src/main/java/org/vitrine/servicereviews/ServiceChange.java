package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Tier;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;

/**
 * Something that was changed in the quarter, and what followed it.
 *
 * @param kind as the audit log names it
 * @param subject what of it, in the log's words
 * @param day from which on it counts
 * @param by who changed it
 * @param whose whose service it changes
 * @param effects the same figures in the 90 days before that day and in those from it on; none
 *     where no figure tells
 */
record ServiceChange(
    String kind,
    String subject,
    LocalDate day,
    String by,
    ChangeScope whose,
    List<ChangeEffect> effects) {

  /** One company, else all of a tier, else everybody. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ChangeScope(Optional<ReviewedCompany> company, Optional<Tier> tier) {
    static final ChangeScope EVERYBODY = new ChangeScope(Optional.empty(), Optional.empty());
  }

  /** What is compared. */
  enum EffectFigure {
    /** How often messages were seen, answered and solved in time. */
    @JsonProperty("clocks")
    CLOCKS,
    /** How often somebody was met in time. */
    @JsonProperty("visits")
    VISITS
  }

  record ChangeEffect(EffectFigure figure, KeptComparison kept) {}
}
