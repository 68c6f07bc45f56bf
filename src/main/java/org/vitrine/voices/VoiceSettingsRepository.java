package org.vitrine.voices;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * The settings that are one for the house, in PostgreSQL, and what holds all settings of voices as
 * they are.
 */
final class VoiceSettingsRepository {
  private static final String HOLD =
      """
      SELECT pg_advisory_xact_lock_shared(hashtextextended('voice settings', 0))""";

  private static final String TAKE =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('voice settings', 0))""";

  private static final String CHOSEN =
      """
      SELECT chosen
        FROM voice_settings
       WHERE chosen IS NOT NULL""";

  private static final String CHOOSE =
      """
      INSERT INTO voice_settings (chosen, saved_by, saved_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (only_one) DO UPDATE
        SET chosen = excluded.chosen, saved_by = excluded.saved_by, saved_at = excluded.saved_at""";

  /** They stay as they are until the transaction ends; shared with all others who hold them. */
  void hold(Queries transaction) {
    transaction.find("voice_settings.hold", HOLD, row -> true);
  }

  /** Alone: whoever changes them waits for those who hold them. */
  void take(Queries transaction) {
    transaction.find("voice_settings.take", TAKE, row -> true);
  }

  Optional<Long> chosen(Queries queries) {
    return queries.findOne("voice_settings.chosen", CHOSEN, row -> row.getLong("chosen"));
  }

  void choose(Queries queries, Optional<Long> person, String actor, Instant now) {
    queries.execute("voice_settings.choose", CHOOSE, person.orElse(null), actor, Sql.utc(now));
  }
}
