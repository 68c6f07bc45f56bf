package org.vitrine.actions;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is set about actions, in PostgreSQL. */
final class ActionSettingsRepository {
  private static final String HOLD =
      """
      SELECT pg_advisory_xact_lock_shared(hashtextextended('action settings', 0))""";

  private static final String TAKE =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('action settings', 0))""";

  private static final String ASK_AFTER =
      """
      SELECT ask_after
        FROM action_settings""";

  private static final String SAVE =
      """
      INSERT INTO action_settings (ask_after, saved_by, saved_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (only_one) DO UPDATE
        SET ask_after = excluded.ask_after, saved_by = excluded.saved_by, saved_at = excluded.saved_at""";

  /** They stay as they are until the transaction ends; shared with all others who hold them. */
  void hold(Queries transaction) {
    transaction.find("action_settings.hold", HOLD, row -> true);
  }

  /** Alone: whoever changes them waits for those who hold them. */
  void take(Queries transaction) {
    transaction.find("action_settings.take", TAKE, row -> true);
  }

  Optional<Integer> askAfter(Queries queries) {
    return queries.findOne(
        "action_settings.ask_after", ASK_AFTER, row -> row.getInteger("ask_after"));
  }

  void save(Queries queries, int weeks, String by, Instant now) {
    queries.execute("action_settings.save", SAVE, weeks, by, Sql.utc(now));
  }
}
