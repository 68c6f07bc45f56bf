package org.vitrine.loyalty;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.companies.CompanyId;

/**
 * All that is known of loyalty at a moment: read once, and looked at by tier and by company.
 *
 * @param models who still buys, as it was known at the end of each of the last twelve months, the
 *     newest last; by all companies, whoever is looked at
 * @param needs the newest of each company first
 */
record LoyaltyBook(
    LoyaltyDay today,
    List<OrderHistory> histories,
    Map<LocalDate, Optional<BgNbd>> models,
    List<StatedNeed> needs,
    Map<CompanyId, SignFacts> facts) {
  private static final int MONTHS = 12;

  static LoyaltyBook of(
      LoyaltyDay today,
      List<OrderHistory> histories,
      List<StatedNeed> needs,
      Map<CompanyId, SignFacts> facts) {
    Map<LocalDate, Optional<BgNbd>> models = new LinkedHashMap<>();
    Optional<BgNbd> before = Optional.empty();
    for (LocalDate day : days(today.day())) {
      List<RepeatOrders> repeats =
          LoyaltyMonth.until(histories, day).stream().map(one -> one.repeats(day)).toList();
      before = BgNbdFit.of(repeats, before);
      models.put(day, before);
    }
    return new LoyaltyBook(today, List.copyOf(histories), models, List.copyOf(needs), facts);
  }

  /** The last day of each month, and today. */
  private static List<LocalDate> days(LocalDate today) {
    YearMonth now = YearMonth.from(today);
    return IntStream.iterate(MONTHS - 1, back -> back >= 0, back -> back - 1)
        .mapToObj(back -> back == 0 ? today : now.minusMonths(back).atEndOfMonth())
        .toList();
  }

  Optional<BgNbd> model() {
    return models.get(today.day());
  }
}
