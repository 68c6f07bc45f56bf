package org.vitrine.recalls;

import java.time.Instant;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What stays of a notice that goes since its company becomes another, in PostgreSQL. */
final class RecallMergeRepository {
  private static final String LOCK =
      """
      SELECT id
        FROM recall_notice
       WHERE company_id = $1
       ORDER BY nonconformance
         FOR UPDATE\
      """;

  private static final String KEEP_HISTORY =
      """
      INSERT INTO recall_event (notice, company_id, at, kind, by, person_id, body)
      SELECT stays.id, stays.company_id, e.at, e.kind, e.by, e.person_id, e.body || jsonb_build_object('notice', goes.id)
        FROM recall_notice goes
        JOIN recall_notice stays ON stays.nonconformance = goes.nonconformance AND stays.company_id = $2
        JOIN recall_event e ON e.notice = goes.id
       WHERE goes.company_id = $1
       ORDER BY e.number\
      """;

  private static final String SAY_HOW_FAR =
      """
      INSERT INTO recall_event (notice, company_id, at, kind, by, body)
      SELECT stays.id, stays.company_id, $3, 'merged', $4,
             jsonb_strip_nulls(jsonb_build_object('notice', goes.id, 'remedy', goes.remedy, 'begunAt', goes.begun_at,
               'done', trim_scale(goes.done / 1000.0), 'reached', goes.reached, 'reason', goes.left_because))
        FROM recall_notice goes
        JOIN recall_notice stays ON stays.nonconformance = goes.nonconformance AND stays.company_id = $2
       WHERE goes.company_id = $1
       ORDER BY goes.nonconformance\
      """;

  void lock(Queries transaction, CompanyId merged) {
    transaction.find("recall_notice.lock_merged", LOCK, row -> row, merged.value());
  }

  void keepHistory(Queries transaction, CompanyId merged, CompanyId receiving) {
    transaction.execute(
        "recall_event.keep_merged", KEEP_HISTORY, merged.value(), receiving.value());
  }

  void sayHowFar(Queries transaction, CompanyId merged, CompanyId receiving, Instant at) {
    transaction.execute(
        "recall_event.merged",
        SAY_HOW_FAR,
        merged.value(),
        receiving.value(),
        Sql.utc(at),
        RecallEvent.CLOCK);
  }
}
