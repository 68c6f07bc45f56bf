package org.vitrine.production;

import java.util.List;
import java.util.Set;
import org.vitrine.platform.database.Queries;

/** What is held, in PostgreSQL. */
final class HeldCodeRepository {
  private static final String LET_GO =
      """
      DELETE FROM held_code
       WHERE matter = $1
         AND key NOT IN (SELECT key FROM unnest($2::text[]) AS wanted (key))\
      """;

  private static final String AMONG =
      """
      SELECT DISTINCT key
        FROM held_code
       WHERE key = ANY($1)\
      """;

  private static final String HOLD =
      """
      INSERT INTO held_code (key, matter)
      SELECT key, $1
        FROM unnest($2::text[]) AS wanted (key)
       ORDER BY key
          ON CONFLICT DO NOTHING\
      """;

  /** Those of these keys that anything holds. */
  Set<String> heldAmong(Queries queries, List<String> keys) {
    return Set.copyOf(
        queries.find(
            "held_code.among",
            AMONG,
            row -> row.getString("key"),
            (Object) keys.toArray(String[]::new)));
  }

  void keep(Queries transaction, String matter, List<String> keys) {
    String[] held = keys.toArray(String[]::new);
    transaction.execute("held_code.let_go", LET_GO, matter, held);
    transaction.execute("held_code.hold", HOLD, matter, held);
  }
}
