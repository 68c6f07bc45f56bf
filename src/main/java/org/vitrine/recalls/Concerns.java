package org.vitrine.recalls;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.AffectedCompany;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** Whose pieces are concerned by a nonconformance now, always in the same order. */
final class Concerns {
  private static final Comparator<NoticeLine> BY_PLACE =
      Comparator.comparing((NoticeLine line) -> line.order().map(OrderNumber::key).orElse(""))
          .thenComparing(line -> line.line().orElse(0));

  private final Nonconformances nonconformances;

  Concerns(Nonconformances nonconformances) {
    this.nonconformances = nonconformances;
  }

  /** Throws {@link Rejection.NotFound} where there is no such nonconformance. */
  void require(Queries queries, NonconformanceNumber number) {
    nonconformances.require(queries, number);
  }

  /** By company; each one's by order and line. */
  Map<CompanyId, List<NoticeLine>> of(Queries queries, NonconformanceNumber number) {
    return nonconformances.affected(queries, number).stream()
        .collect(
            Collectors.groupingBy(
                AffectedCompany::company,
                Collectors.collectingAndThen(
                    Collectors.mapping(Concerns::line, Collectors.toList()),
                    lines -> lines.stream().sorted(BY_PLACE).toList())));
  }

  /** Of a lot of which nobody knows how much, it counts as one. */
  private static NoticeLine line(AffectedCompany one) {
    return new NoticeLine(
        one.order(),
        one.line(),
        one.codes(),
        one.amount().orElseGet(() -> Amount.of(one.codes().size())));
  }
}
