package org.vitrine.signin;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.people.Preferences;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.openid.Identity;

/** What people prove themselves with, in PostgreSQL. */
final class AccountRepository {
  private static final int BROWSERS_AT_MOST = 100;

  private static final String ACCOUNT =
      """
      SELECT p.id, p.name, p.email, r.language, r.zone, p.role, p.password_hash, p.totp_secret,
             p.totp_confirmed_at IS NOT NULL AS has_second_factor, coalesce(p.totp_last_step, 0) AS last_step,
             EXISTS (SELECT FROM known_browser k
                      WHERE k.person_id = p.id AND k.browser_hash = $2) AS known_here
        FROM person p
        JOIN person_reading r ON r.person_id = p.id
       WHERE p.disabled_at IS NULL AND\
      """;

  private static final String BY_EMAIL =
      ACCOUNT + " lower(p.email) = lower($1) ORDER BY p.id LIMIT 1";
  private static final String BY_ID = ACCOUNT + " p.id = $1";

  /** Held on to: while a sign-in goes by a password, nobody changes it. */
  private static final String HOLD_PASSWORD =
      """
      SELECT password_hash
        FROM person
       WHERE id = $1 AND disabled_at IS NULL
         FOR SHARE\
      """;

  private static final String SET_PASSWORD =
      """
      UPDATE person
         SET password_hash = $2
       WHERE id = $1\
      """;

  private static final String BEGIN_SECOND_FACTOR =
      """
      UPDATE person
         SET totp_secret = $2, totp_last_step = NULL
       WHERE id = $1 AND totp_confirmed_at IS NULL\
      """;

  private static final String CONFIRM_SECOND_FACTOR =
      """
      UPDATE person
         SET totp_confirmed_at = $2, totp_last_step = $3, recovery_codes = $4
       WHERE id = $1 AND totp_confirmed_at IS NULL AND totp_secret = $5\
      """;

  private static final String REMOVE_SECOND_FACTOR =
      """
      UPDATE person
         SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL, recovery_codes = '{}'
       WHERE id = $1 AND totp_confirmed_at IS NOT NULL\
      """;

  /** The first login becomes theirs; it is held on to, as they are, until the transaction ends. */
  private static final String CLAIM =
      """
      UPDATE person
         SET open_id_issuer = $2, open_id_subject = $3
       WHERE id = $1 AND disabled_at IS NULL
         AND (open_id_subject IS NULL OR open_id_issuer = $2 AND open_id_subject = $3)\
      """;

  private static final String DISCLAIM =
      """
      UPDATE person
         SET open_id_issuer = NULL, open_id_subject = NULL
       WHERE id = $1 AND open_id_subject IS NOT NULL\
      """;

  private static final String USE_STEP =
      """
      UPDATE person
         SET totp_last_step = $2
       WHERE id = $1 AND coalesce(totp_last_step, 0) < $2\
      """;

  private static final String USE_RECOVERY_CODE =
      """
      UPDATE person
         SET recovery_codes = array_remove(recovery_codes, $2)
       WHERE id = $1 AND $2 = ANY(recovery_codes)\
      """;

  private static final String KNOW_BROWSER =
      """
      INSERT INTO known_browser (browser_hash, person_id, seen_at, session_hash)
      VALUES ($1, $2, $3, $4)\
      """;

  private static final String FORGET_BROWSER =
      """
      DELETE FROM known_browser
       WHERE browser_hash = $1 AND person_id = $2\
      """;

  private static final String FORGET_OLDEST_BROWSERS =
      """
      DELETE FROM known_browser
       WHERE person_id = $1
         AND browser_hash IN (SELECT browser_hash
                                FROM known_browser
                               WHERE person_id = $1
                               ORDER BY seen_at DESC
                              OFFSET $2)\
      """;

  private static final String SWEEP_BROWSERS =
      """
      DELETE FROM known_browser
       WHERE seen_at < $1\
      """;

  Optional<Account> byEmail(Queries queries, String email, Token browser) {
    return queries.findOne(
        "account.by_email", BY_EMAIL, AccountRepository::toAccount, email, hash(browser));
  }

  Optional<Account> byId(Queries queries, long person, Token browser) {
    return queries.findOne(
        "account.by_id", BY_ID, AccountRepository::toAccount, person, hash(browser));
  }

  /** What a password is compared with, and that it stays so until the transaction ends. */
  Optional<String> holdPassword(Queries transaction, long person) {
    return transaction
        .findOne(
            "account.hold_password",
            HOLD_PASSWORD,
            row -> Optional.ofNullable(row.getString("password_hash")),
            person)
        .flatMap(hash -> hash);
  }

  void setPassword(Queries queries, long person, String hash) {
    queries.execute("account.set_password", SET_PASSWORD, person, hash);
  }

  /** Returns false where there is a second factor already. */
  boolean beginSecondFactor(Queries queries, long person, String secret) {
    return queries.execute("account.begin_second_factor", BEGIN_SECOND_FACTOR, person, secret) > 0;
  }

  /** Returns false where somebody was faster, or began anew. */
  boolean confirmSecondFactor(
      Queries queries,
      long person,
      String secret,
      long step,
      List<RecoveryCode> codes,
      Instant now) {
    return queries.execute(
            "account.confirm_second_factor",
            CONFIRM_SECOND_FACTOR,
            person,
            Sql.utc(now),
            step,
            codes.stream().map(code -> Buffer.buffer(code.hash())).toArray(Buffer[]::new),
            secret)
        > 0;
  }

  /** Returns false where there is none. */
  boolean removeSecondFactor(Queries queries, long person) {
    return queries.execute("account.remove_second_factor", REMOVE_SECOND_FACTOR, person) > 0;
  }

  /** Returns false where they came in by another login of their provider before. */
  boolean claim(Queries transaction, long person, Identity identity) {
    return transaction.execute(
            "account.claim_login", CLAIM, person, identity.issuer(), identity.subject())
        > 0;
  }

  /** Returns false where they never came in by a provider. */
  boolean disclaim(Queries transaction, long person) {
    return transaction.execute("account.disclaim_login", DISCLAIM, person) > 0;
  }

  /** Of many that bring the same code at the same moment, one returns true. */
  boolean useStep(Queries queries, long person, long step) {
    return queries.execute("account.use_step", USE_STEP, person, step) > 0;
  }

  boolean useRecoveryCode(Queries queries, long person, RecoveryCode code) {
    return queries.execute(
            "account.use_recovery_code", USE_RECOVERY_CODE, person, Buffer.buffer(code.hash()))
        > 0;
  }

  /**
   * The browser has a new secret from now on; the old one is worth nothing. Somebody is known in so
   * many, the newest ones.
   */
  void know(Queries queries, long person, Token before, Token now, Token session, Instant at) {
    queries.execute("known_browser.forget", FORGET_BROWSER, hash(before), person);
    queries.execute(
        "known_browser.forget_oldest", FORGET_OLDEST_BROWSERS, person, BROWSERS_AT_MOST - 1L);
    queries.execute(
        "known_browser.know", KNOW_BROWSER, hash(now), person, Sql.utc(at), hash(session));
  }

  void sweepBrowsers(Queries queries, Instant before) {
    queries.execute("known_browser.sweep", SWEEP_BROWSERS, Sql.utc(before));
  }

  private static Account toAccount(Row row) {
    return new Account(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        Preferences.stored(row.getString("language"), row.getString("zone")),
        Role.of(row.getString("role")),
        Optional.ofNullable(row.getString("password_hash")),
        Optional.ofNullable(row.getString("totp_secret")),
        row.getBoolean("has_second_factor"),
        row.getLong("last_step"),
        row.getBoolean("known_here"));
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
