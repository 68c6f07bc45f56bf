package org.vitrine.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.platform.database.Queries;

/**
 * Gives visits to whoever goes instead of somebody, and back: who goes from now on is invited, and
 * whoever does not any more reads that.
 */
final class VisitHandover implements VisitCovers.HandingOver {
  private final Companies companies;
  private final VisitCalendar calendar;
  private final VisitCovers covers;
  private final Clock clock;
  private final VisitRepository repository = new VisitRepository();

  VisitHandover(Companies companies, VisitCalendar calendar, VisitCovers covers, Clock clock) {
    this.companies = companies;
    this.calendar = calendar;
    this.covers = covers;
    this.clock = clock;
  }

  /** What has begun stays whose it was. */
  @Override
  public void handOver(Queries transaction, long person, Instant from, Instant until) {
    Instant now = clock.instant();
    Instant first = from.isAfter(now) ? from : now;
    repository
        .find(transaction, repository.planned(transaction, person, first, until), Optional.empty())
        .forEach(visit -> handOver(transaction, visit));
  }

  private void handOver(Queries transaction, Visit visit) {
    String company = companies.require(transaction, visit.company()).name();
    calendar.move(transaction, visit, covers.going(transaction, visit), company);
  }
}
