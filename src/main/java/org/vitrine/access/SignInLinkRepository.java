package org.vitrine.access;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * Links that sign in once, half-done sign-ins and the browsers that somebody is known by, in
 * PostgreSQL, by the hash of their secret.
 */
final class SignInLinkRepository {
  private static final String ADD_LINK =
      """
      INSERT INTO sign_in_link (token_hash, person_id, expires_at, browser_hash)
      SELECT $1, id, $3, $4
        FROM person
       WHERE id = $2 AND disabled_at IS NULL""";

  private static final String USE_LINK =
      """
      UPDATE sign_in_link l
         SET used_at = $2
        FROM person p
       WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2
         AND p.id = l.person_id AND p.disabled_at IS NULL
      RETURNING l.person_id""";

  private static final String END_LINKS =
      """
      DELETE FROM sign_in_link
       WHERE person_id = $1""";

  private static final String END_STEPS =
      """
      DELETE FROM sign_in_step
       WHERE person_id = $1""";

  private static final String FORGET_BROWSERS =
      """
      DELETE FROM known_browser
       WHERE person_id = $1 AND session_hash IS DISTINCT FROM $2""";

  private static final String SWEEP_LINKS =
      """
      DELETE FROM sign_in_link
       WHERE expires_at < $1""";

  void add(Queries queries, Token token, long person, Instant expires, Optional<Token> browser) {
    queries.execute(
        "sign_in_link.add",
        ADD_LINK,
        hash(token),
        person,
        Sql.utc(expires),
        browser.map(SignInLinkRepository::hash).orElse(null));
  }

  /** Of many that try at the same moment, one finds the person. */
  Optional<Long> use(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "sign_in_link.use", USE_LINK, row -> row.getLong("person_id"), hash(token), Sql.utc(now));
  }

  void end(Queries queries, long person) {
    queries.execute("sign_in_link.end", END_LINKS, person);
    queries.execute("sign_in_step.end", END_STEPS, person);
  }

  /** All but the one of this session. */
  void forgetBrowsers(Queries queries, long person, Optional<Token> but) {
    queries.execute(
        "known_browser.forget_others",
        FORGET_BROWSERS,
        person,
        but.map(SignInLinkRepository::hash).orElse(Buffer.buffer()));
  }

  void sweep(Queries queries, Instant now) {
    queries.execute("sign_in_link.sweep", SWEEP_LINKS, Sql.utc(now));
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
