package org.vitrine.visits;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What the clock has to do about visits, in PostgreSQL. */
final class VisitClockRepository {
  private static final String LOCK_DUE =
      """
      SELECT number
        FROM visit
       WHERE deed_at <= $1
       ORDER BY deed_at, number
       LIMIT 1
         FOR NO KEY UPDATE SKIP LOCKED\
      """;

  private static final String REST =
      """
      UPDATE visit
         SET deed_at = $2
       WHERE number = $1\
      """;

  /** One that is due by then; passes over what another node has. */
  Optional<VisitNumber> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "visit.lock_due", LOCK_DUE, row -> new VisitNumber(row.getLong("number")), Sql.utc(now));
  }

  /**
   * @param until when it is looked at again; absent where there is nothing to do any more
   */
  void rest(Queries queries, VisitNumber number, Optional<Instant> until) {
    queries.execute("visit.rest", REST, number.value(), until.map(Sql::utc).orElse(null));
  }
}
