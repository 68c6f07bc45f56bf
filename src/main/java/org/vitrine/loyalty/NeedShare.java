package org.vitrine.loyalty;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vitrine.companies.CompanyId;

/**
 * How much of their need customers say that they buy here, on average: of those alone who said so.
 *
 * @param of how many there are
 * @param share per cent; absent where nobody said
 */
record NeedShare(int of, Optional<LoyaltyFigure> share) {

  static NeedShare of(List<OrderHistory> customers, Map<CompanyId, StatedNeed> needs) {
    List<Double> said =
        customers.stream()
            .map(one -> needs.get(one.company().id()))
            .filter(need -> need != null)
            .map(need -> (double) need.share())
            .toList();
    return new NeedShare(
        customers.size(),
        said.isEmpty()
            ? Optional.empty()
            : Optional.of(LoyaltyFigure.mean(said, OptionalInt.of(customers.size()), 0, 100)));
  }

  /** What held on a day, of each company: the newest that was said by then. */
  static Map<CompanyId, StatedNeed> heldOn(LocalDate day, List<StatedNeed> newestFirst) {
    Map<CompanyId, StatedNeed> held = new HashMap<>();
    newestFirst.stream()
        .filter(one -> one.countsOn(day))
        .forEach(one -> held.putIfAbsent(one.company(), one));
    return held;
  }
}
