package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;

/**
 * Whose contacts are asked.
 *
 * @param all whether every company’s are; else tiers or companies are named
 * @param companies by their codes, whatever their tier
 * @param sample how many of them; absent for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyAudience(
    Boolean all, Set<Tier> tiers, List<String> companies, SurveySample sample) {
  private static final int MOST_COMPANIES = 1_000;

  public SurveyAudience {
    tiers = tiers == null ? Set.of() : Set.copyOf(tiers);
    companies = companies == null ? List.of() : companies.stream().distinct().toList();
    boolean some = !tiers.isEmpty() || !companies.isEmpty();
    all = all == null ? !some : all;
    if (all && some) {
      throw new Rejection.Invalid("all", "Ask everybody, or name tiers and companies: not both");
    }
    if (!all && !some) {
      throw new Rejection.Invalid("all", "Name tiers or companies, or ask everybody");
    }
    if (companies.size() > MOST_COMPANIES) {
      throw new Rejection.Invalid("companies", "At most 1000 companies can be named");
    }
  }

  /** Every contact of every company. */
  public static SurveyAudience everybody() {
    return new SurveyAudience(true, null, null, null);
  }
}
