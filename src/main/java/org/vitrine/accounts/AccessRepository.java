package org.vitrine.accounts;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** People, their one-time links and sessions, and integrators' keys in PostgreSQL. */
final class AccessRepository {
  private static final String SAVE_PERSON =
      """
      INSERT INTO person (company_id, name, email, role, created_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (email) DO UPDATE SET name = excluded.name, role = excluded.role, company_id = excluded.company_id
      RETURNING id""";

  private static final String PERSON =
      """
      SELECT id, company_id, name, role
        FROM person
       WHERE id = $1""";

  private static final String ANYBODY =
      """
      SELECT id
        FROM person
       WHERE role = 'administrator'
       LIMIT 1""";

  private static final String ADD_LINK =
      """
      INSERT INTO sign_in_link (token_hash, person_id, expires_at)
      VALUES ($1, $2, $3)""";

  private static final String USE_LINK =
      """
      UPDATE sign_in_link
         SET used_at = $2
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
      RETURNING person_id""";

  private static final String OPEN_SESSION =
      """
      INSERT INTO session (token_hash, kind, subject_id, created_at, seen_at, expires_at)
      VALUES ($1, $2, $3, $4, $4, $5)""";

  private static final String SESSION =
      """
      UPDATE session
         SET seen_at = $2
       WHERE token_hash = $1 AND expires_at > $2 AND seen_at > $3
      RETURNING kind, subject_id""";

  private static final String CLOSE_SESSION =
      """
      DELETE FROM session
       WHERE token_hash = $1""";

  private static final String ADD_KEY =
      """
      INSERT INTO api_key (name, token_hash, created_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (name) DO NOTHING""";

  private static final String KEY =
      """
      UPDATE api_key
         SET used_at = $2
       WHERE token_hash = $1 AND revoked_at IS NULL
      RETURNING id, name""";

  /** What a session stands for. */
  record Session(String kind, long subject) {}

  long savePerson(
      Queries queries,
      Optional<CompanyId> company,
      String name,
      String email,
      Role role,
      Instant now) {
    return queries
        .findOne(
            "person.save",
            SAVE_PERSON,
            row -> row.getLong("id"),
            company.map(CompanyId::value).orElse(null),
            name,
            email,
            code(role),
            utc(now))
        .orElseThrow();
  }

  Optional<Caller.Person> person(Queries queries, long id) {
    return queries.findOne("person.find", PERSON, AccessRepository::toPerson, id);
  }

  Optional<Long> anyAdministrator(Queries queries) {
    return queries.findOne("person.administrator", ANYBODY, row -> row.getLong("id"));
  }

  void addLink(Queries queries, Token token, long person, Instant expires) {
    queries.execute("sign_in_link.add", ADD_LINK, hash(token), person, utc(expires));
  }

  /** Of many that try at the same moment, one finds the person. */
  Optional<Long> useLink(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "sign_in_link.use", USE_LINK, row -> row.getLong("person_id"), hash(token), utc(now));
  }

  void openSession(
      Queries queries, Token token, String kind, long subject, Instant now, Instant expires) {
    queries.execute(
        "session.open", OPEN_SESSION, hash(token), kind, subject, utc(now), utc(expires));
  }

  Optional<Session> session(Queries queries, Token token, Instant now, Duration idle) {
    return queries.findOne(
        "session.find",
        SESSION,
        row -> new Session(row.getString("kind"), row.getLong("subject_id")),
        hash(token),
        utc(now),
        utc(now.minus(idle)));
  }

  void closeSession(Queries queries, Token token) {
    queries.execute("session.close", CLOSE_SESSION, hash(token));
  }

  /** Returns false where the name is taken. */
  boolean addKey(Queries queries, String name, Token token, Instant now) {
    return queries.execute("key.add", ADD_KEY, name, hash(token), utc(now)) > 0;
  }

  Optional<Caller.Key> key(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "key.find",
        KEY,
        row -> new Caller.Key(row.getLong("id"), row.getString("name")),
        hash(token),
        utc(now));
  }

  private static Caller.Person toPerson(Row row) {
    return new Caller.Person(
        row.getLong("id"),
        row.getString("name"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT).replace('-', '_')),
        Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new));
  }

  static String code(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
