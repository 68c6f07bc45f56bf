package org.vitrine.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.loyalty.LoyaltyRow.LoyalCompany;

/**
 * A company that wants looking after before it is gone, with why.
 *
 * @param open how many orders of theirs are in flight
 * @param seenAt when one of them last opened the window; absent where nobody has yet
 * @param orderedOn the day of their newest order
 * @param usual days between two of their orders, the median; absent where no rhythm is known
 * @param longest the most days that lay between two
 * @param signs the gravest first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FallingBehind(
    LoyalCompany company,
    long open,
    Optional<Instant> seenAt,
    Optional<LocalDate> orderedOn,
    Optional<Integer> usual,
    Optional<Integer> longest,
    List<EarlySign> signs) {

  /** The first of many, and how many there are. */
  public record BehindPart(List<FallingBehind> rows, long total) {}

  static BehindPart among(
      List<OrderHistory> histories, Map<CompanyId, SignFacts> facts, LoyaltyDay today, int most) {
    List<FallingBehind> all =
        histories.stream()
            .map(one -> of(one, facts.getOrDefault(one.company().id(), SignFacts.NONE), today))
            .filter(one -> EarlySign.fallsBehind(one.signs()))
            .sorted(
                Comparator.comparing((FallingBehind one) -> one.company().tier())
                    .reversed()
                    .thenComparing(one -> one.signs().getFirst().kind())
                    .thenComparing(one -> one.company().code()))
            .toList();
    return new BehindPart(all.stream().limit(most).toList(), all.size());
  }

  private static FallingBehind of(OrderHistory history, SignFacts facts, LoyaltyDay today) {
    Optional<OrderRhythm> rhythm =
        Optional.of(history).filter(OrderHistory::hasOrdered).map(OrderHistory::rhythm);
    return new FallingBehind(
        LoyalCompany.of(history.company()),
        facts.open(),
        facts.seenAt(),
        rhythm.map(OrderRhythm::last),
        rhythm.flatMap(OrderRhythm::usual),
        rhythm.flatMap(OrderRhythm::longest),
        EarlySign.of(rhythm, facts, today));
  }
}
