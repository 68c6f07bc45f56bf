package org.vitrine.loyalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.companies.CompanyId;

/**
 * How many of those who were customers within the last twelve months are lost, from each one's own
 * rhythm. Where there are too few for probabilities, it is counted who is silent for longer than
 * ever before.
 *
 * @param n how many there are
 * @param lost companies expected to be lost; absent where there are too few to say so
 * @param silent how many are silent for longer than ever before
 * @param rhythmic of how many it is known how long that is
 * @param orders how many orders a year that is, of how many
 * @param stated what these companies say that they buy here in a year, by currency, and how much of
 *     it is lost
 */
record Churn(
    int n,
    Optional<LoyaltyFigure> lost,
    int silent,
    int rhythmic,
    AtStake orders,
    Map<String, AtStake> stated) {

  /** So much of so much is at stake. */
  record AtStake(double lost, double of) {
    static final AtStake NONE = new AtStake(0, 0);

    AtStake and(AtStake more) {
      return new AtStake(lost + more.lost, of + more.of);
    }

    AtStake rounded() {
      return new AtStake(Math.round(lost * 10) / 10.0, Math.round(of * 10) / 10.0);
    }
  }

  /**
   * As it was at the end of a day.
   *
   * @param model absent where there are too few
   * @param needs what they say of their need, by company
   */
  static Churn of(
      Collection<OrderHistory> histories,
      LocalDate day,
      Optional<BgNbd> model,
      Map<CompanyId, StatedNeed> needs) {
    List<OrderHistory> customers = histories.stream().filter(one -> wasThere(one, day)).toList();
    Map<OrderHistory, Double> gone = new HashMap<>();
    customers.forEach(one -> gone.put(one, lostOf(one, day, model)));
    AtStake orders = AtStake.NONE;
    Map<String, AtStake> stated = new TreeMap<>();
    for (OrderHistory one : customers) {
      double aYear = one.repeats(day).aYear();
      double lost = gone.get(one);
      orders = orders.and(new AtStake(lost * aYear, aYear));
      Optional.ofNullable(needs.get(one.company().id()))
          .flatMap(StatedNeed::bought)
          .ifPresent(
              bought ->
                  stated.merge(
                      bought.currency(),
                      new AtStake(lost * bought.amount(), bought.amount()),
                      AtStake::and));
    }
    stated.replaceAll((currency, stake) -> stake.rounded());
    return new Churn(
        customers.size(),
        model
            .filter(any -> !customers.isEmpty())
            .map(any -> LoyaltyFigure.expected(customers.stream().map(gone::get).toList())),
        (int) customers.stream().filter(one -> one.rhythm().isLaterThanEver(day)).count(),
        (int) customers.stream().filter(one -> one.rhythm().isKnown()).count(),
        orders.rounded(),
        stated);
  }

  /** Whoever was gone a year ago is not lost again. */
  private static boolean wasThere(OrderHistory history, LocalDate day) {
    LocalDate before = day.minusYears(1);
    return history.last().isAfter(before) || !history.rhythm().isGone(before);
  }

  private static double lostOf(OrderHistory one, LocalDate day, Optional<BgNbd> model) {
    return model
        .map(by -> 1 - by.alive(one.repeats(day)))
        .orElseGet(() -> one.rhythm().isLaterThanEver(day) ? 1.0 : 0.0);
  }
}
