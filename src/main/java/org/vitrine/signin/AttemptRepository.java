package org.vitrine.signin;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How often what was tried, in PostgreSQL, by the hash of what it was. */
final class AttemptRepository {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  /** How many failures still count: each {@code longest} wait ($5 seconds) takes one away. */
  private static final String COUNTED =
      "greatest(0, a.failures - floor(extract(epoch FROM $2 - a.last_at) / $5::int))::int";

  /** $3 tries are free, then $4 seconds, twice that, and so on to $5. */
  private static final String WAIT =
      "CASE WHEN %1$s < $3::int THEN 0 ELSE least($5::int, $4::int * power(2, least(%1$s - $3::int, 20))) END"
          .formatted(COUNTED);

  private static final String ADMIT =
      """
      INSERT INTO sign_in_attempt AS a (subject_hash, failures, last_at)
      VALUES ($1, 1, $2)
      ON CONFLICT (subject_hash) DO UPDATE
         SET failures = %s + 1, last_at = $2
       WHERE a.last_at + make_interval(secs => %s) <= $2
      RETURNING failures"""
          .formatted(COUNTED, WAIT);

  private static final String REMAINING =
      """
      SELECT ceil(greatest(0, %s - extract(epoch FROM $2 - last_at)))::bigint AS seconds
        FROM sign_in_attempt a
       WHERE subject_hash = $1"""
          .formatted(WAIT);

  private static final String TAKE_BACK =
      """
      UPDATE sign_in_attempt
         SET failures = greatest(0, failures - 1)
       WHERE subject_hash = $1""";

  private static final String FORGET =
      """
      DELETE FROM sign_in_attempt
       WHERE subject_hash = $1""";

  private static final String SWEEP =
      """
      DELETE FROM sign_in_attempt
       WHERE last_at < $1""";

  /** Of many at the same moment, as many are admitted as the pace allows. */
  boolean admit(Queries queries, byte[] what, AttemptRate rate, Instant now) {
    return queries
        .findOne(
            "sign_in_attempt.admit",
            ADMIT,
            row -> row.getInteger("failures"),
            Buffer.buffer(what),
            Sql.utc(now),
            rate.free(),
            (int) rate.first().toSeconds(),
            (int) rate.longest().toSeconds())
        .isPresent();
  }

  /** How long until a try would be admitted; none where it would be now. */
  Duration wait(Queries queries, byte[] what, AttemptRate rate, Instant now) {
    return queries
        .findOne(
            "sign_in_attempt.wait",
            REMAINING,
            row -> Duration.ofSeconds(row.getLong("seconds")),
            Buffer.buffer(what),
            Sql.utc(now),
            rate.free(),
            (int) rate.first().toSeconds(),
            (int) rate.longest().toSeconds())
        .orElse(Duration.ZERO);
  }

  void takeBack(Queries queries, byte[] what) {
    queries.execute("sign_in_attempt.take_back", TAKE_BACK, Buffer.buffer(what));
  }

  void forget(Queries queries, byte[] what) {
    queries.execute("sign_in_attempt.forget", FORGET, Buffer.buffer(what));
  }

  void sweep(Queries queries, Instant now) {
    queries.execute("sign_in_attempt.sweep", SWEEP, Sql.utc(now.minus(REMEMBERED)));
  }
}
