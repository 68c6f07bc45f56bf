package org.vitrine.delays;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/**
 * What a customer was offered where a date cannot be kept, and how that stands.
 *
 * @param promised the day that was promised when it was offered, by line; absent where none was
 */
record DelayOffer(
    OfferId id,
    OfferedOrder order,
    OfferTerms terms,
    Map<Integer, LocalDate> promised,
    OfferMade made,
    OfferTelling telling,
    OfferStanding standing) {

  /** Whose order it is about. */
  record OfferedOrder(CompanyId company, OrderId id, OrderNumber number) {}

  /** When it was offered, by whom. */
  record OfferMade(Instant at, String by) {}

  /**
   * Whether they know of it.
   *
   * @param told when a mail was written that goes out
   * @param read when somebody of the company had it open first
   */
  record OfferTelling(Optional<Instant> told, Optional<Instant> read, Optional<String> readBy) {}

  /**
   * How it stands.
   *
   * @param since when it came to stand so
   * @param answer the newest
   */
  record OfferStanding(OfferState state, Instant since, Optional<GivenAnswer> answer) {}

  OfferState state() {
    return standing.state();
  }

  /** What it was to one of its lines: where they agreed to others only, it was not agreed to. */
  PastOffer asPast(int line) {
    boolean others =
        state() == OfferState.ACCEPTED
            && standing
                .answer()
                .filter(answer -> !AnswerRule.agreedLines(terms, answer.said()).contains(line))
                .isPresent();
    return new PastOffer(made.at(), others ? OfferState.DECLINED : state(), standing.since());
  }

  boolean isAbout(int line) {
    return terms.lines().contains(line);
  }
}
