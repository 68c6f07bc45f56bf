package org.vitrine.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Integrators' keys in PostgreSQL, by the hash of their secrets. */
final class KeyRepository {
  private static final String CREATE =
      """
      INSERT INTO api_key (name, scopes, created_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (name) DO NOTHING
      RETURNING id""";

  private static final String ADD_SECRET =
      """
      INSERT INTO api_key_secret (token_hash, key_id, created_at)
      VALUES ($1, $2, $3)""";

  private static final String EXPIRE_SECRETS =
      """
      UPDATE api_key_secret
         SET expires_at = least(expires_at, $2)
       WHERE key_id = $1""";

  private static final String COUNT =
      """
      SELECT count(*) AS keys
        FROM api_key""";

  private static final String COUNT_SECRETS =
      """
      SELECT count(*) AS secrets
        FROM api_key_secret
       WHERE key_id = $1 AND (expires_at IS NULL OR expires_at > $2)""";

  private static final String SWEEP_SECRETS =
      """
      DELETE FROM api_key_secret
       WHERE expires_at < $1""";

  private static final String SWEEP_KEYS =
      """
      DELETE FROM api_key
       WHERE revoked_at < $1""";

  private static final String FIND =
      """
      SELECT k.id, k.name, k.scopes, k.used_at
        FROM api_key_secret s
        JOIN api_key k ON k.id = s.key_id
       WHERE s.token_hash = $1 AND k.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > $2)""";

  private static final String TOUCH =
      """
      UPDATE api_key
         SET used_at = $2
       WHERE id = $1 AND (used_at IS NULL OR used_at < $3)""";

  private static final String LIST =
      """
      SELECT k.id, k.name, k.scopes, k.created_at, k.used_at, k.revoked_at,
             (SELECT max(s.expires_at) FROM api_key_secret s WHERE s.key_id = k.id AND s.expires_at > $1) AS expiring
        FROM api_key k
       ORDER BY k.revoked_at IS NOT NULL, k.name""";

  private static final String NAME =
      """
      SELECT name
        FROM api_key
       WHERE id = $1 AND revoked_at IS NULL
         FOR UPDATE""";

  private static final String REVOKE =
      """
      UPDATE api_key
         SET revoked_at = $2
       WHERE id = $1""";

  /** Nothing where the name is taken. */
  Optional<Long> create(Queries queries, String name, Collection<Scope> scopes, Instant now) {
    return queries.findOne(
        "key.create",
        CREATE,
        row -> row.getLong("id"),
        name,
        scopes.stream().map(Scope::code).sorted().toArray(String[]::new),
        Sql.utc(now));
  }

  void addSecret(Queries queries, long key, Token token, Instant now) {
    queries.execute("key.add_secret", ADD_SECRET, hash(token), key, Sql.utc(now));
  }

  /** How many there are, those included that were revoked. */
  long count(Queries queries) {
    return queries.findOne("key.count", COUNT, row -> row.getLong("keys")).orElseThrow();
  }

  /** How many secrets of the key work. */
  long secrets(Queries queries, long key, Instant now) {
    return queries
        .findOne(
            "key.count_secrets", COUNT_SECRETS, row -> row.getLong("secrets"), key, Sql.utc(now))
        .orElseThrow();
  }

  void sweep(Queries queries, Instant now, Instant revokedBefore) {
    queries.execute("key.sweep_secrets", SWEEP_SECRETS, Sql.utc(now));
    queries.execute("key.sweep", SWEEP_KEYS, Sql.utc(revokedBefore));
  }

  void expireSecrets(Queries queries, long key, Instant at) {
    queries.execute("key.expire_secrets", EXPIRE_SECRETS, key, Sql.utc(at));
  }

  Optional<Caller.Key> find(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "key.find",
        FIND,
        row -> new Caller.Key(row.getLong("id"), row.getString("name"), scopes(row)),
        hash(token),
        Sql.utc(now));
  }

  void touch(Queries queries, long key, Instant now, Instant unlessSince) {
    queries.execute("key.touch", TOUCH, key, Sql.utc(now), Sql.utc(unlessSince));
  }

  List<Keys.ListedKey> list(Queries queries, Instant now) {
    return queries.find("key.list", LIST, KeyRepository::toListed, Sql.utc(now));
  }

  /** The name of a key that was not revoked, locked. */
  Optional<String> lock(Queries transaction, long key) {
    return transaction.findOne("key.lock", NAME, row -> row.getString("name"), key);
  }

  void revoke(Queries queries, long key, Instant now) {
    queries.execute("key.revoke", REVOKE, key, Sql.utc(now));
  }

  private static Keys.ListedKey toListed(Row row) {
    return new Keys.ListedKey(
        row.getLong("id"),
        row.getString("name"),
        scopes(row),
        row.getOffsetDateTime("created_at").toInstant(),
        instant(row, "used_at"),
        instant(row, "revoked_at"),
        instant(row, "expiring"));
  }

  static Set<Scope> scopes(Row row) {
    return Arrays.stream(row.getArrayOfStrings("scopes"))
        .map(Scope::of)
        .collect(Collectors.toSet());
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
