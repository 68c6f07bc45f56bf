package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.Tier;
import org.vitrine.platform.statistics.Interval;
import org.vitrine.platform.statistics.Quantiles;
import org.vitrine.platform.statistics.Share;
import org.vitrine.servicereviews.OrderingCompany.OrderCounts;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;

/**
 * Whether tiers are still right, by the orders of the last four quarters.
 *
 * @param companies that grew or shrank: those whose tier to look at first
 */
record TierFacts(List<TierSize> tiers, FactRows<TierFit> companies) {

  /**
   * @param median orders of its companies in four quarters
   */
  record TierSize(
      Tier tier, int companies, @JsonSerialize(using = PlainNumber.class) double median) {}

  /** Where a company goes. */
  enum Growth {
    @JsonProperty("grew")
    GREW,
    @JsonProperty("shrank")
    SHRANK
  }

  /** Which tier it may rather belong to. */
  enum TierAdvice {
    @JsonProperty("higher")
    HIGHER,
    @JsonProperty("lower")
    LOWER
  }

  /**
   * A company that grew or shrank by more than chance.
   *
   * @param advice absent where it still orders as those of its tier do
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record TierFit(
      ReviewedCompany company,
      int orders,
      int before,
      Growth growth,
      Optional<TierAdvice> advice) {}

  /**
   * Pure. A company grew where its orders of the last four quarters and of the four before cannot
   * well come from the same rate: given all of them, the share of the newer ones is not a half by
   * Wilson's interval. It may belong higher where it grew and orders at least as often as the
   * median company of the next tier that has any; lower likewise. Who is newer than the eight
   * quarters has nothing to be compared with.
   *
   * @param from the first day of the eight quarters
   */
  static TierFacts of(List<OrderingCompany> companies, LocalDate from) {
    Map<Tier, TierSize> sizes = new EnumMap<>(Tier.class);
    companies.stream()
        .collect(Collectors.groupingBy(OrderingCompany::tier))
        .forEach((tier, those) -> sizes.put(tier, size(tier, those)));
    return new TierFacts(
        sizes.values().stream().sorted(Comparator.comparing(TierSize::tier).reversed()).toList(),
        FactRows.of(
            companies.stream()
                .filter(one -> !one.since().isAfter(from))
                .flatMap(one -> fit(one, sizes).stream())
                .sorted(
                    Comparator.comparing((TierFit one) -> one.advice().isEmpty())
                        .thenComparing(TierFit::growth, Comparator.reverseOrder())
                        .thenComparing(one -> -Math.abs(one.orders() - one.before()))
                        .thenComparing(one -> one.company().code()))
                .toList()));
  }

  private static TierSize size(Tier tier, List<OrderingCompany> those) {
    double[] orders = those.stream().mapToDouble(one -> one.orders().year()).toArray();
    return new TierSize(tier, those.size(), Quantiles.of(orders).median());
  }

  private static Optional<TierFit> fit(OrderingCompany one, Map<Tier, TierSize> sizes) {
    OrderCounts orders = one.orders();
    return growth(orders)
        .map(
            growth ->
                new TierFit(
                    one.company(),
                    orders.year(),
                    orders.yearBefore(),
                    growth,
                    advice(one.tier(), orders.year(), growth, sizes)));
  }

  private static Optional<Growth> growth(OrderCounts orders) {
    int all = orders.year() + orders.yearBefore();
    if (all == 0) {
      return Optional.empty();
    }
    Interval newer = new Share(orders.year(), all).interval();
    if (newer.holds(0.5)) {
      return Optional.empty();
    }
    return Optional.of(newer.low() > 0.5 ? Growth.GREW : Growth.SHRANK);
  }

  private static Optional<TierAdvice> advice(
      Tier own, int orders, Growth growth, Map<Tier, TierSize> sizes) {
    return growth == Growth.GREW
        ? others(own, 1)
            .filter(sizes::containsKey)
            .findFirst()
            .filter(above -> orders >= sizes.get(above).median())
            .map(above -> TierAdvice.HIGHER)
        : others(own, -1)
            .filter(sizes::containsKey)
            .findFirst()
            .filter(below -> orders <= sizes.get(below).median())
            .map(below -> TierAdvice.LOWER);
  }

  /** The nearest first. */
  private static Stream<Tier> others(Tier own, int direction) {
    return Arrays.stream(Tier.values())
        .filter(tier -> Integer.signum(tier.compareTo(own)) == direction)
        .sorted(Comparator.comparingInt(tier -> Math.abs(tier.ordinal() - own.ordinal())));
  }
}
