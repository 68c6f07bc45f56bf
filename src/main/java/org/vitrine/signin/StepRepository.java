package org.vitrine.signin;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.openid.OpenIdChallenge;

/**
 * Sign-ins that are between two steps, in PostgreSQL; each belongs to the browser that began it.
 */
final class StepRepository {
  private static final int TRIES = 5;

  private static final String ADD =
      """
      INSERT INTO sign_in_step (token_hash, browser_hash, person_id, means, nonce, verifier, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)""";

  /** Counts the try with the question, so that no crowd can try more often than allowed. */
  private static final String TRY =
      """
      UPDATE sign_in_step
         SET failures = failures + 1
       WHERE token_hash = $1 AND browser_hash = $2 AND expires_at > $3 AND failures < $4
         AND person_id IS NOT NULL
      RETURNING person_id, means""";

  private static final String FIND =
      """
      SELECT person_id, means
        FROM sign_in_step
       WHERE token_hash = $1 AND browser_hash = $2 AND expires_at > $3 AND failures < $4
         AND person_id IS NOT NULL""";

  private static final String FINISH =
      """
      DELETE FROM sign_in_step
       WHERE token_hash = $1""";

  private static final String TAKE_PROOF =
      """
      DELETE FROM sign_in_step
       WHERE token_hash = $1 AND browser_hash = $2 AND expires_at > $3 AND nonce IS NOT NULL
      RETURNING nonce, verifier""";

  private static final String SWEEP =
      """
      DELETE FROM sign_in_step
       WHERE expires_at < $1""";

  /** Who proved the first half, and how. */
  record Half(long person, String means) {}

  void addHalf(Queries queries, Token step, Token browser, Half half, Instant expires) {
    queries.execute(
        "sign_in_step.add",
        ADD,
        hash(step),
        hash(browser),
        half.person(),
        half.means(),
        null,
        null,
        Sql.utc(expires));
  }

  Optional<Half> find(Queries queries, Token step, Token browser, Instant now) {
    return queries.findOne(
        "sign_in_step.find",
        FIND,
        StepRepository::toHalf,
        hash(step),
        hash(browser),
        Sql.utc(now),
        TRIES);
  }

  Optional<Half> tryOnce(Queries queries, Token step, Token browser, Instant now) {
    return queries.findOne(
        "sign_in_step.try",
        TRY,
        StepRepository::toHalf,
        hash(step),
        hash(browser),
        Sql.utc(now),
        TRIES);
  }

  /** Returns false where somebody was faster. */
  boolean finish(Queries queries, Token step) {
    return queries.execute("sign_in_step.finish", FINISH, hash(step)) > 0;
  }

  void addProof(
      Queries queries, Token state, Token browser, OpenIdChallenge challenge, Instant expires) {
    queries.execute(
        "sign_in_step.add",
        ADD,
        hash(state),
        hash(browser),
        null,
        "open-id",
        challenge.nonce(),
        challenge.verifier(),
        Sql.utc(expires));
  }

  /** The proof that belongs to this state, once, and in the browser that it was made for. */
  Optional<OpenIdChallenge> takeProof(Queries queries, Token state, Token browser, Instant now) {
    return queries.findOne(
        "sign_in_step.take_proof",
        TAKE_PROOF,
        row -> new OpenIdChallenge(row.getString("nonce"), row.getString("verifier")),
        hash(state),
        hash(browser),
        Sql.utc(now));
  }

  void sweep(Queries queries, Instant now) {
    queries.execute("sign_in_step.sweep", SWEEP, Sql.utc(now));
  }

  private static Half toHalf(Row row) {
    return new Half(row.getLong("person_id"), row.getString("means"));
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
