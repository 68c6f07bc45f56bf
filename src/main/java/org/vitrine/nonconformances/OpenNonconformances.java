package org.vitrine.nonconformances;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.EightDReport.AffectedCompanies;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredNames;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredOrder;
import org.vitrine.platform.database.Queries;

/** What rooms above ask of nonconformances: which are open, whom they concern, what waits. */
public final class OpenNonconformances {
  private final AffectedCompanies affected;
  private final NonconformanceRepository repository = new NonconformanceRepository();
  private final ReportReaderRepository readers = new ReportReaderRepository();
  private final OpenNonconformanceRepository lists = new OpenNonconformanceRepository();

  OpenNonconformances(AffectedCompanies affected) {
    this.affected = affected;
  }

  /**
   * A nonconformance and whom it concerns.
   *
   * @param owner whose order it showed at; absent where it is of none
   * @param order at which it showed
   * @param names what its product and stage are called there
   * @param companies for whom something left that it reaches, and the owner
   */
  public record ConcerningNonconformance(
      NonconformanceNumber number,
      Severity severity,
      Instant raisedAt,
      boolean open,
      Optional<CompanyId> owner,
      Optional<String> order,
      Optional<AnchoredNames> names,
      List<CompanyId> companies) {}

  /** Those of these that there are. */
  public List<ConcerningNonconformance> find(
      Queries queries, Collection<NonconformanceNumber> numbers) {
    return repository.find(queries, numbers).stream().map(one -> concerning(queries, one)).toList();
  }

  private ConcerningNonconformance concerning(Queries queries, Nonconformance one) {
    Optional<AnchoredOrder> order = one.anchor().order();
    Optional<CompanyId> owner =
        order.flatMap(AnchoredOrder::id).flatMap(id -> readers.owner(queries, id));
    List<CompanyId> companies =
        Stream.concat(
                owner.stream(),
                affected.of(queries, one.number()).stream().map(AffectedCompany::company))
            .distinct()
            .toList();
    return new ConcerningNonconformance(
        one.number(),
        one.finding().severity(),
        one.raised().at(),
        one.isOpen(),
        owner,
        order.map(AnchoredOrder::number),
        order.map(AnchoredOrder::names),
        companies);
  }

  /** One that is open, in a list. */
  public record OpenNonconformance(
      long number, String title, Severity severity, Optional<String> order, Instant raisedAt) {}

  /** A release that waits for a second person. */
  public record WaitingRelease(
      long number, String title, String askedBy, Instant askedAt, long things) {}

  /** The first of a list, and how long it is. */
  public record ForemostRows<T>(List<T> rows, long total) {}

  /** The worst first, of those the oldest. */
  public ForemostRows<OpenNonconformance> open(Queries queries, int most) {
    return lists.open(queries, most);
  }

  /** What others than this person asked for, the oldest first. */
  public ForemostRows<WaitingRelease> waiting(Queries queries, long person, int most) {
    return lists.waiting(queries, person, most);
  }
}
