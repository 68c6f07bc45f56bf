package org.vitrine.servicereviews;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;
import org.vitrine.visits.Visits.KeptCadence;

/**
 * How well companies were met as often as they are to be.
 *
 * @param missed whom nobody met in time, most often first
 */
record VisitFacts(List<RoleCadence> roles, FactRows<MissedCadence> missed) {

  /** Of everybody, as one role, against the quarter before. */
  record RoleCadence(VisitingRole role, KeptComparison kept) {}

  record MissedCadence(ReviewedCompany company, VisitingRole role, int due, int missed) {}

  /**
   * @param known companies that count
   */
  static VisitFacts of(
      List<KeptCadence> before, List<KeptCadence> now, Map<CompanyId, ReviewedCompany> known) {
    return new VisitFacts(
        Stream.of(VisitingRole.values())
            .map(
                role ->
                    new RoleCadence(
                        role,
                        KeptComparison.of(count(before, role, known), count(now, role, known))))
            .toList(),
        FactRows.of(missed(now, known)));
  }

  private static KeptCount count(
      List<KeptCadence> all, VisitingRole role, Map<CompanyId, ReviewedCompany> known) {
    return all.stream()
        .filter(one -> one.role() == role && known.containsKey(one.company()))
        .map(one -> new KeptCount(one.kept(), one.missed()))
        .reduce(KeptCount.NONE, KeptCount::and);
  }

  private static List<MissedCadence> missed(
      List<KeptCadence> now, Map<CompanyId, ReviewedCompany> known) {
    return now.stream()
        .filter(one -> one.missed() > 0 && known.containsKey(one.company()))
        .map(
            one -> new MissedCadence(known.get(one.company()), one.role(), one.due(), one.missed()))
        .sorted(
            Comparator.comparingInt(MissedCadence::missed)
                .reversed()
                .thenComparing(one -> one.company().tier(), Comparator.reverseOrder())
                .thenComparing(one -> one.company().code())
                .thenComparing(MissedCadence::role))
        .toList();
  }
}
