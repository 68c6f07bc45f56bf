package org.vitrine.search;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far each kind is filled with what was there before, in PostgreSQL. */
final class FillingRepository {
  private static final String BEGIN =
      """
      INSERT INTO search_source AS s (kind, edition)
      VALUES ($1, $2)
      ON CONFLICT (kind) DO UPDATE SET edition = excluded.edition, filled_to = '', filled_at = NULL
       WHERE s.edition <> excluded.edition\
      """;

  private static final String BEGIN_AGAIN =
      """
      UPDATE search_source
         SET filled_to = '', filled_at = NULL\
      """;

  private static final String TAKE =
      """
      SELECT filled_to
        FROM search_source
       WHERE kind = $1 AND edition = $2 AND filled_at IS NULL
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String MOVE_ON =
      """
      UPDATE search_source
         SET filled_to = $2
       WHERE kind = $1\
      """;

  private static final String END =
      """
      UPDATE search_source
         SET filled_at = $2
       WHERE kind = $1\
      """;

  /** All kinds from their first keys. */
  void beginAgain(Queries transaction) {
    transaction.execute("search.begin_again", BEGIN_AGAIN);
  }

  /** Begins from the first key, unless it has begun in this edition. */
  void begin(Queries queries, String kind, String edition) {
    queries.execute("search.begin_filling", BEGIN, kind, edition);
  }

  /** Up to which key it is filled; nothing where it is full, or another node fills it. */
  Optional<String> take(Queries transaction, String kind, String edition) {
    return transaction.findOne(
        "search.take_filling", TAKE, row -> row.getString("filled_to"), kind, edition);
  }

  void moveOn(Queries transaction, String kind, String key) {
    transaction.execute("search.fill", MOVE_ON, kind, key);
  }

  void end(Queries transaction, String kind, Instant now) {
    transaction.execute("search.end_filling", END, kind, Sql.utc(now));
  }
}
