package org.vitrine.loyalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/** How loyal customers were at the end of a day, as far as was known by then. */
record LoyaltyMonth(LocalDate day, Tenure tenure, Churn churn, NeedShare need) {

  /**
   * @param model of that day; absent where there were too few
   * @param needs the newest of each company first
   */
  static LoyaltyMonth of(
      List<OrderHistory> histories, LocalDate day, Optional<BgNbd> model, List<StatedNeed> needs) {
    List<OrderHistory> known = until(histories, day);
    List<OrderHistory> customers = known.stream().filter(one -> !one.rhythm().isGone(day)).toList();
    Map<CompanyId, StatedNeed> held = NeedShare.heldOn(day, needs);
    return new LoyaltyMonth(
        day,
        Tenure.of(known, day),
        Churn.of(known, day, model, held),
        NeedShare.of(customers, held));
  }

  static List<OrderHistory> until(List<OrderHistory> histories, LocalDate day) {
    return histories.stream()
        .map(one -> one.until(day))
        .flatMap(Optional::stream)
        .filter(one -> !one.since().isAfter(day))
        .toList();
  }
}
