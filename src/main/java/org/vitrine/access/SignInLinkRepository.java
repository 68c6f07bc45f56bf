package org.vitrine.access;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * Links that sign in once, in PostgreSQL, by the hash of their secret; and what ends with them of
 * half-done sign-ins and of the browsers that somebody is known by.
 */
final class SignInLinkRepository {
  private static final String ADD_LINK =
      """
      INSERT INTO sign_in_link (token_hash, person_id, expires_at, browser_hash)
      SELECT $1, id, $3, $4
        FROM active_person
       WHERE id = $2""";

  private static final String USE_LINK =
      """
      UPDATE sign_in_link l
         SET used_at = $2
        FROM active_person p
       WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND p.id = l.person_id
      RETURNING l.person_id""";

  private static final String WAITING =
      """
      SELECT p.email, coalesce(l.browser_hash = $2, false) AS asked_here
        FROM sign_in_link l
        JOIN active_person p ON p.id = l.person_id
       WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $3""";

  private static final String END_LINKS =
      """
      DELETE FROM sign_in_link
       WHERE person_id = $1""";

  private static final String END_STEPS =
      """
      SELECT end_sign_in_steps($1)""";

  private static final String FORGET_BROWSERS =
      """
      SELECT forget_browsers($1, $2)""";

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

  Optional<SignInLinks.WaitingLink> waiting(
      Queries queries, Token link, Token browser, Instant now) {
    return queries.findOne(
        "sign_in_link.waiting",
        WAITING,
        row -> new SignInLinks.WaitingLink(row.getString("email"), row.getBoolean("asked_here")),
        hash(link),
        hash(browser),
        Sql.utc(now));
  }

  void end(Queries queries, long person) {
    queries.execute("sign_in_link.end", END_LINKS, person);
    queries.find("sign_in_step.end", END_STEPS, row -> person, person);
  }

  /** All but the one of this session. */
  void forgetBrowsers(Queries queries, long person, Optional<Token> but) {
    queries.find(
        "known_browser.forget_others",
        FORGET_BROWSERS,
        row -> person,
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
