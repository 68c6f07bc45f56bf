package org.vitrine.today;

import java.time.Instant;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Visits.OverdueVisit;

/** Which of the companies that somebody looks after may be leaving, or were not met for long. */
record Customers(CustomerGround ground) {

  /** The first of many, and how many there are. */
  record CustomerPart<T>(List<T> rows, long total) {}

  /** Who falls behind, and why, as the room of loyalty says. */
  Object quiet(Queries queries, TodayReader reader, Instant now) {
    return ground.loyalty().fallingBehind(queries, reader.companies(), now, TodaySections.ROWS);
  }

  /** Whom nobody met in time, as the room of visits counts. */
  Object unvisited(Queries queries, TodayReader reader, Instant now) {
    List<OverdueVisit> all = ground.visits().overdue(queries, reader.companies());
    return new CustomerPart<>(all.stream().limit(TodaySections.ROWS).toList(), all.size());
  }
}
