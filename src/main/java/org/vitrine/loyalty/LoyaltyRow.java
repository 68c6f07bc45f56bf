package org.vitrine.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.companies.Tier;

/**
 * How loyal one company is.
 *
 * @param months for how long it has been a customer, or was
 * @param gone true where it counts as lost
 * @param orders absent where there is none yet
 * @param model what the model expects of it; absent where there are too few companies
 * @param needs what it said of its need, the newest first
 * @param signs the gravest first
 */
record LoyaltyRow(
    LoyalCompany company,
    LocalDate since,
    double months,
    boolean gone,
    Optional<OrderGaps> orders,
    Optional<Outlooked> model,
    List<StatedNeed> needs,
    List<EarlySign> signs) {
  private static final double YEAR_IN_WEEKS = 365.25 / 7;

  /** As it is named in a row. */
  record LoyalCompany(String code, String name, Tier tier) {
    static LoyalCompany of(Company company) {
      return new LoyalCompany(company.code(), company.name(), company.tier());
    }
  }

  /**
   * When it orders, in days.
   *
   * @param days on how many days it ordered
   * @param usual the median gap; absent, as what follows from it, before there are three gaps
   * @param behindFrom the first day on which it is behind its rhythm, if no order comes before
   * @param laterThanEverFrom the first day on which it is silent for longer than it ever was
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record OrderGaps(
      int days,
      LocalDate last,
      int silent,
      Optional<Integer> usual,
      Optional<Integer> longest,
      Optional<LocalDate> behindFrom,
      Optional<LocalDate> laterThanEverFrom) {
    static OrderGaps of(OrderHistory history, LocalDate today) {
      OrderRhythm rhythm = history.rhythm();
      return new OrderGaps(
          history.days().size(),
          history.last(),
          rhythm.silentDays(today),
          rhythm.usual(),
          rhythm.longest(),
          rhythm.behindFrom(),
          rhythm.laterThanEverFrom());
    }
  }

  /**
   * What is expected of it.
   *
   * @param alive the probability that it is still a customer, per cent
   * @param expected orders in the next twelve months
   */
  record Outlooked(double alive, double expected) {
    static Outlooked of(BgNbd model, RepeatOrders repeats) {
      return new Outlooked(
          LoyaltyFigure.tenth(100 * model.alive(repeats)),
          LoyaltyFigure.tenth(model.expected(repeats, YEAR_IN_WEEKS)));
    }
  }

  static LoyaltyRow of(OrderHistory history, LoyaltyBook book) {
    LocalDate day = book.today().day();
    boolean ordered = history.hasOrdered();
    return new LoyaltyRow(
        LoyalCompany.of(history.company()),
        history.since(),
        ordered ? LoyaltyFigure.tenth(Tenure.months(history, day)) : 0,
        ordered && history.rhythm().isGone(day),
        Optional.of(history).filter(OrderHistory::hasOrdered).map(one -> OrderGaps.of(one, day)),
        book.model().filter(any -> ordered).map(model -> Outlooked.of(model, history.repeats(day))),
        book.needs().stream().filter(one -> one.company().equals(history.company().id())).toList(),
        signs(history, book.facts().getOrDefault(history.company().id(), SignFacts.NONE), book));
  }

  private static List<EarlySign> signs(OrderHistory history, SignFacts facts, LoyaltyBook book) {
    return EarlySign.of(
        Optional.of(history).filter(OrderHistory::hasOrdered).map(OrderHistory::rhythm),
        facts,
        book.today());
  }

  /** Those to look after first. */
  static final Comparator<LoyaltyRow> BY_NEED =
      Comparator.comparing((LoyaltyRow row) -> !EarlySign.fallsBehind(row.signs()))
          .thenComparing(row -> row.gone())
          .thenComparing(row -> row.signs().isEmpty() ? Integer.MAX_VALUE : gravest(row))
          .thenComparing(row -> row.company().tier(), Comparator.reverseOrder())
          .thenComparing(row -> row.company().code());

  private static int gravest(LoyaltyRow row) {
    return row.signs().getFirst().kind().ordinal();
  }
}
