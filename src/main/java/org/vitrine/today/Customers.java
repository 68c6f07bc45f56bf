package org.vitrine.today;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Visits;
import org.vitrine.visits.Visits.OverdueVisit;

/** Which of the companies that somebody looks after have gone quiet, or were not met for long. */
record Customers(ZoneId zone, CustomerRepository repository, Visits visits) {
  private static final Duration UNSEEN = Duration.ofDays(30);

  /** A company, as it is named in a row. */
  record TodayCompany(String code, String name, String tier) {}

  /** The first of many, and how many there are. */
  record CustomerPart<T>(List<T> rows, long total) {}

  /**
   * One of whom little is heard.
   *
   * @param open how many orders of theirs are in flight
   * @param seenAt when one of them last opened the window; absent where nobody has yet
   * @param orderedOn the day of their newest order
   * @param longest the most days that lay between two of their last orders
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record QuietCustomer(
      TodayCompany company,
      long open,
      Optional<Instant> seenAt,
      Optional<LocalDate> orderedOn,
      Optional<Integer> longest) {}

  Object quiet(Queries queries, TodayReader reader, Instant now) {
    return repository.quiet(
        queries,
        reader.companies(),
        now.minus(UNSEEN),
        LocalDate.ofInstant(now, zone),
        TodaySections.ROWS);
  }

  /** Whom nobody met in time, as the room of visits counts. */
  Object unvisited(Queries queries, TodayReader reader, Instant now) {
    List<OverdueVisit> all = visits.overdue(queries, reader.companies());
    return new CustomerPart<>(all.stream().limit(TodaySections.ROWS).toList(), all.size());
  }
}
