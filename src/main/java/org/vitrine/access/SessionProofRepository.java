package org.vitrine.access;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** When whoever holds a session last proved who they are, and by how much, in PostgreSQL. */
final class SessionProofRepository {
  private static final String RENEW =
      """
      UPDATE session
         SET proved_at = $2
       WHERE token_hash = $1 AND coalesce(proved_at, created_at) < $2""";

  private static final String END_WITHOUT_SECOND_FACTOR =
      """
      DELETE FROM session s
       USING active_person p
       WHERE s.kind = 'person' AND p.id = s.subject_id AND NOT p.has_second_factor
         AND p.role NOT IN ('customer', 'distributor') AND s.token_hash <> $1""";

  private static final String SHORTEN_WITHOUT_SECOND_FACTOR =
      """
      UPDATE session s
         SET expires_at = least(s.expires_at, $2)
        FROM active_person p
       WHERE s.token_hash = $1 AND s.kind = 'person' AND p.id = s.subject_id
         AND NOT p.has_second_factor""";

  private static final String LAST_IN_FULL =
      """
      UPDATE session
         SET expires_at = greatest(expires_at, created_at + make_interval(secs => $2::int))
       WHERE token_hash = $1""";

  void renew(Queries queries, Token session, Instant now) {
    queries.execute("session.renew_proof", RENEW, hash(session), Sql.utc(now));
  }

  /** Of those who work here and have no second factor, but for one session. */
  int endWithoutSecondFactor(Queries queries, Token but) {
    return queries.execute(
        "session.end_without_second_factor", END_WITHOUT_SECOND_FACTOR, hash(but));
  }

  /** That one ends at this moment at the latest, if its person has no second factor either. */
  void shortenWithoutSecondFactor(Queries queries, Token session, Instant end) {
    queries.execute(
        "session.shorten_without_second_factor",
        SHORTEN_WITHOUT_SECOND_FACTOR,
        hash(session),
        Sql.utc(end));
  }

  /** It was shortened for want of a second factor, and there is one now. */
  void lastInFull(Queries queries, Token session, Duration lasts) {
    queries.execute("session.last_in_full", LAST_IN_FULL, hash(session), (int) lasts.toSeconds());
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
