package org.vitrine.servicereviews;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;

/**
 * How well messages were seen, answered and solved in time, each against the quarter before.
 *
 * @param tiers by the tier that a company had then; those of which anything was due
 * @param companies of which something was missed, worst first
 */
record ClockFacts(KeptComparison all, List<TierClocks> tiers, FactRows<AnsweredCompany> companies) {

  record TierClocks(Tier tier, KeptComparison kept) {}

  record AnsweredCompany(ReviewedCompany company, KeptComparison kept) {}

  static ClockFacts of(
      ClockBook book, ServiceQuarter quarter, Map<CompanyId, ReviewedCompany> known) {
    ServiceQuarter before = quarter.before();
    return new ClockFacts(
        KeptComparison.of(book.in(before), book.in(quarter)),
        Arrays.stream(Tier.values())
            .sorted(Comparator.reverseOrder())
            .map(
                tier ->
                    new TierClocks(
                        tier,
                        KeptComparison.of(book.of(tier).in(before), book.of(tier).in(quarter))))
            .filter(one -> one.kept().now().due() + one.kept().before().due() > 0)
            .toList(),
        FactRows.of(companies(book, quarter, known)));
  }

  private static List<AnsweredCompany> companies(
      ClockBook book, ServiceQuarter quarter, Map<CompanyId, ReviewedCompany> known) {
    Map<CompanyId, KeptCount> before = book.byCompany(quarter.before());
    Map<CompanyId, KeptCount> now = new HashMap<>(book.byCompany(quarter));
    now.values().removeIf(count -> count.missed() == 0);
    return now.entrySet().stream()
        .sorted(
            Map.Entry.<CompanyId, KeptCount>comparingByValue(
                    Comparator.comparingInt(KeptCount::missed))
                .reversed()
                .thenComparing(one -> known.get(one.getKey()).code()))
        .map(
            one ->
                new AnsweredCompany(
                    known.get(one.getKey()),
                    KeptComparison.of(
                        before.getOrDefault(one.getKey(), KeptCount.NONE), one.getValue())))
        .toList();
  }
}
