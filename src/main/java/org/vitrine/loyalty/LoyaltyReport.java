package org.vitrine.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.companies.Company;
import org.vitrine.companies.Tier;

/**
 * How loyal customers are, as staff read it.
 *
 * @param now as of today
 * @param tiers for how long companies have been customers, by tier
 * @param model by which losses are expected; absent where there are too few companies
 * @param months the last twelve, the oldest first, as far as was known then
 * @param companies one by one, those to look after first
 * @param total how many there are
 */
record LoyaltyReport(
    LocalDate asOf,
    LoyaltyMonth now,
    Map<Tier, Tenure> tiers,
    Optional<FittedModel> model,
    List<LoyaltyMonth> months,
    List<LoyaltyRow> companies,
    long total) {

  /** The four numbers of the model, by all companies that have ordered. */
  record FittedModel(
      @JsonProperty double r,
      @JsonProperty double alpha,
      @JsonProperty double a,
      @JsonProperty double b) {
    static FittedModel of(BgNbd model) {
      return new FittedModel(
          thousandth(model.r()),
          thousandth(model.alpha()),
          thousandth(model.a()),
          thousandth(model.b()));
    }

    private static double thousandth(double value) {
      return Math.round(value * 1_000) / 1_000.0;
    }
  }

  /**
   * @param wanted whom it is about
   * @param most so many companies are shown
   */
  static LoyaltyReport of(LoyaltyBook book, Predicate<Company> wanted, int most) {
    List<OrderHistory> histories =
        book.histories().stream().filter(one -> wanted.test(one.company())).toList();
    List<StatedNeed> needs = book.needs();
    List<LoyaltyMonth> months =
        book.models().entrySet().stream()
            .map(one -> LoyaltyMonth.of(histories, one.getKey(), one.getValue(), needs))
            .toList();
    List<LoyaltyRow> rows =
        histories.stream().map(one -> LoyaltyRow.of(one, book)).sorted(LoyaltyRow.BY_NEED).toList();
    return new LoyaltyReport(
        book.today().day(),
        months.getLast(),
        tiers(histories, book.today().day()),
        book.model().map(FittedModel::of),
        months,
        rows.stream().limit(most).toList(),
        rows.size());
  }

  private static Map<Tier, Tenure> tiers(List<OrderHistory> histories, LocalDate day) {
    Map<Tier, Tenure> tiers = new EnumMap<>(Tier.class);
    List<OrderHistory> known = LoyaltyMonth.until(histories, day);
    for (Tier tier : Tier.values()) {
      List<OrderHistory> of = known.stream().filter(one -> one.company().tier() == tier).toList();
      if (!of.isEmpty()) {
        tiers.put(tier, Tenure.of(of, day));
      }
    }
    return tiers;
  }
}
