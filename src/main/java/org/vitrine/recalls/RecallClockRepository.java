package org.vitrine.recalls;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What the clock has to do about notices, in PostgreSQL. */
final class RecallClockRepository {
  private static final String LOCK_DUE =
      """
      SELECT id, step
        FROM recall_notice
       WHERE deed_at <= $1
       ORDER BY deed_at, id
       LIMIT 1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String DID =
      """
      UPDATE recall_notice
         SET step = $2, deed_at = $3
       WHERE id = $1\
      """;

  private static final String REST =
      """
      UPDATE recall_notice
         SET deed_at = $2
       WHERE id = $1 AND deed_at IS NOT NULL\
      """;

  /**
   * What is due of a notice.
   *
   * @param step the first that was not done
   */
  record DueNotice(RecallNoticeId id, int step) {}

  /** One that is due by then; passes over what another node has. */
  Optional<DueNotice> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "recall_notice.lock_due",
        LOCK_DUE,
        row -> new DueNotice(new RecallNoticeId(row.getString("id")), row.getInteger("step")),
        Sql.utc(now));
  }

  /**
   * @param step the next
   * @param due absent where there is nothing to do any more
   */
  void did(Queries transaction, RecallNoticeId id, int step, Optional<Instant> due) {
    transaction.execute("recall_notice.did", DID, id.text(), step, due.map(Sql::utc).orElse(null));
  }

  /** Puts off what failed. */
  void rest(Queries queries, RecallNoticeId id, Instant until) {
    queries.execute("recall_notice.rest", REST, id.text(), Sql.utc(until));
  }
}
