package org.vitrine.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Sessions in PostgreSQL, by the hash of their secret. */
final class SessionRepository {
  private static final String OPEN =
      """
      INSERT INTO session (token_hash, kind, subject_id, company_id, created_at, seen_at, expires_at, device, address)
      SELECT $1, $2, $3,
             (SELECT min(company_id) FROM person_company WHERE $2 = 'person' AND person_id = $3),
             $4, $4, $5, $6, $7\
      """;

  private static final String FIND =
      """
      SELECT s.token_hash, s.kind, s.subject_id, m.company_id, s.seen_at, coalesce(p.name, t.name) AS name, p.role
        FROM session s
        LEFT JOIN active_person p ON s.kind = 'person' AND p.id = s.subject_id
        LEFT JOIN person_company m ON m.person_id = p.id AND m.company_id = s.company_id
        LEFT JOIN open_station t ON s.kind = 'station' AND t.id = s.subject_id
       WHERE s.token_hash = ANY($1) AND s.expires_at > $2 AND (s.seen_at > $3 OR s.kind = 'station')
         AND (s.kind = 'glass' OR p.id IS NOT NULL OR t.id IS NOT NULL)\
      """;

  /** Of many at once, in no order, beside others who do the same: it waits for nobody. */
  private static final String TOUCH =
      """
      UPDATE session
         SET seen_at = $2,
             expires_at = CASE kind WHEN 'station' THEN greatest(expires_at, $2 + make_interval(secs => $3)) ELSE expires_at END
       WHERE token_hash IN (SELECT token_hash
                              FROM session
                             WHERE token_hash = ANY($1) AND seen_at < $2
                               FOR NO KEY UPDATE SKIP LOCKED)\
      """;

  private static final String RIGHTS =
      """
      SELECT s.token_hash, s.kind, s.subject_id, coalesce(p.name, t.name) AS name, p.role, m.company_id,
             NULL::text[] AS scopes,
             least(s.expires_at, g.expires_at) AS until
        FROM session s
        LEFT JOIN active_person p ON s.kind = 'person' AND p.id = s.subject_id
        LEFT JOIN person_company m ON m.person_id = p.id AND m.company_id = s.company_id
        LEFT JOIN open_glass_link g ON s.kind = 'glass' AND g.id = s.subject_id
        LEFT JOIN open_station t ON s.kind = 'station' AND t.id = s.subject_id
       WHERE s.token_hash = ANY($1) AND s.expires_at > $2 AND (s.seen_at > $3 OR s.kind = 'station')
         AND (p.id IS NOT NULL OR g.expires_at > $2 OR t.id IS NOT NULL)
      UNION ALL
      SELECT x.token_hash, 'key', k.id, k.name, NULL, NULL, k.scopes, x.expires_at
        FROM api_key_secret x
        JOIN api_key k ON k.id = x.key_id
       WHERE x.token_hash = ANY($1) AND k.revoked_at IS NULL AND (x.expires_at IS NULL OR x.expires_at > $2)\
      """;

  private static final String IS_PROVED_SINCE =
      """
      SELECT 1 AS one
        FROM session
       WHERE token_hash = $1 AND coalesce(proved_at, created_at) > $2\
      """;

  private static final String OF_PERSON =
      """
      SELECT id, token_hash, created_at, seen_at, expires_at, device, address
        FROM session
       WHERE kind = 'person' AND subject_id = $1 AND expires_at > $2 AND seen_at > $3
       ORDER BY seen_at DESC\
      """;

  private static final String END =
      """
      DELETE FROM session
       WHERE token_hash = $1\
      """;

  private static final String END_ONE =
      """
      DELETE FROM session
       WHERE id = $1 AND kind = 'person' AND subject_id = $2\
      """;

  private static final String END_ALL =
      """
      DELETE FROM session
       WHERE kind = $1 AND subject_id = $2 AND token_hash <> $3\
      """;

  private static final String END_GLASS =
      """
      DELETE FROM session
       WHERE kind = 'glass' AND subject_id = ANY($1)\
      """;

  private static final String END_OLDEST_OF =
      """
      DELETE FROM session
       WHERE token_hash IN (SELECT token_hash
                              FROM session
                             WHERE kind = $1 AND subject_id = $2
                             ORDER BY seen_at DESC, token_hash
                            OFFSET $3)\
      """;

  private static final String SWITCH_COMPANY =
      """
      UPDATE session s
         SET company_id = m.company_id
        FROM person_company m
        JOIN company_card c ON c.id = m.company_id
       WHERE s.token_hash = $1 AND s.kind = 'person' AND m.person_id = s.subject_id AND c.code = $2
      RETURNING new.company_id, old.company_id IS DISTINCT FROM new.company_id AS is_another\
      """;

  /** Of the sessions of a person all but so many, those that were not used for longest. */
  private static final String END_OLDEST =
      """
      DELETE FROM session
       WHERE token_hash IN (SELECT token_hash
                              FROM session
                             WHERE kind = 'person' AND subject_id = $1
                             ORDER BY seen_at DESC, created_at DESC
                            OFFSET $2)\
      """;

  private static final String CHANGED =
      """
      UPDATE access_change
         SET version = version + 1\
      """;

  private static final String CHANGE_VERSION =
      """
      SELECT version
        FROM access_change\
      """;

  private static final String SWEEP_SESSIONS =
      """
      DELETE FROM session
       WHERE expires_at < $1 OR (seen_at < $2 AND kind <> 'station')\
      """;

  /** Where a session was opened from, as its owner sees it. */
  record Device(String name, String address) {}

  /** What a session stands for, and when it was last seen. */
  record Found(Caller caller, Instant seenAt) {}

  void open(
      Queries queries,
      Token token,
      String kind,
      long subject,
      Instant now,
      Instant expires,
      Device device) {
    queries.execute(
        "session.open",
        OPEN,
        hash(token),
        kind,
        subject,
        Sql.utc(now),
        Sql.utc(expires),
        device.name(),
        device.address());
  }

  Map<Token, Found> find(Queries queries, Collection<Token> tokens, Instant now, Duration idle) {
    Map<Buffer, Token> byHash = byHash(tokens);
    Map<Token, Found> found = new HashMap<>();
    queries.find(
        "session.find",
        FIND,
        row -> found.put(byHash.get(row.getBuffer("token_hash")), toFound(row)),
        hashes(tokens),
        Sql.utc(now),
        Sql.utc(now.minus(idle)));
    return found;
  }

  private static Map<Buffer, Token> byHash(Collection<Token> tokens) {
    Map<Buffer, Token> byHash = new HashMap<>();
    tokens.forEach(token -> byHash.put(hash(token), token));
    return byHash;
  }

  void touch(Queries queries, Collection<Token> tokens, Instant now) {
    queries.execute(
        "session.touch",
        TOUCH,
        hashes(tokens),
        Sql.utc(now),
        (double) Sessions.STATION_LASTS.toSeconds());
  }

  /** Those of the tokens, of sessions and of keys, that still let in, and what for. */
  Map<Token, Sessions.Right> rights(
      Queries queries, Collection<Token> tokens, Instant now, Duration idle) {
    Map<Buffer, Token> byHash = byHash(tokens);
    Map<Token, Sessions.Right> rights = new HashMap<>();
    queries.find(
        "session.rights",
        RIGHTS,
        row -> rights.put(byHash.get(row.getBuffer("token_hash")), toRight(row)),
        hashes(tokens),
        Sql.utc(now),
        Sql.utc(now.minus(idle)));
    return rights;
  }

  boolean isProvedSince(Queries queries, Token session, Instant since) {
    return queries
        .findOne(
            "session.is_proved_since", IS_PROVED_SINCE, row -> true, hash(session), Sql.utc(since))
        .isPresent();
  }

  List<Session> ofPerson(
      Queries queries, long person, Optional<Token> current, Instant now, Duration idle) {
    Buffer own = current.map(SessionRepository::hash).orElse(Buffer.buffer());
    return queries.find(
        "session.of_person",
        OF_PERSON,
        row ->
            new Session(
                row.getLong("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("seen_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("device"),
                row.getString("address"),
                row.getBuffer("token_hash").equals(own)),
        person,
        Sql.utc(now),
        Sql.utc(now.minus(idle)));
  }

  void end(Queries queries, Token token) {
    queries.execute("session.end", END, hash(token));
  }

  /** Returns false where the person has no such session. */
  boolean end(Queries queries, long id, long person) {
    return queries.execute("session.end_one", END_ONE, id, person) > 0;
  }

  void endGlass(Queries queries, Collection<Long> links) {
    queries.execute("session.end_glass", END_GLASS, (Object) links.toArray(Long[]::new));
  }

  /** Keeps so many sessions of this, those that were seen last; true where others ended. */
  boolean endOldestOf(Queries queries, String kind, long subject, long kept) {
    return queries.execute("session.end_oldest_of", END_OLDEST_OF, kind, subject, kept) > 0;
  }

  /** Returns how many there were. */
  int endAll(Queries queries, String kind, long subject, Optional<Token> but) {
    return queries.execute(
        "session.end_all",
        END_ALL,
        kind,
        subject,
        but.map(SessionRepository::hash).orElse(Buffer.buffer()));
  }

  /** Leaves so many of somebody's sessions; returns how many it ended. */
  int endOldest(Queries queries, long person, int but) {
    return queries.execute("session.end_oldest", END_OLDEST, person, (long) but);
  }

  /** The company that a session works for now, and whether it worked for another one before. */
  record Switched(CompanyId company, boolean isAnother) {}

  /** Nothing where the person does not belong to the company of this code. */
  Optional<Switched> switchCompany(Queries queries, Token token, String code) {
    return queries.findOne(
        "session.switch_company",
        SWITCH_COMPANY,
        row -> new Switched(new CompanyId(row.getLong("company_id")), row.getBoolean("is_another")),
        hash(token),
        code);
  }

  /** Makes every node look again at who may be there. */
  void changed(Queries queries) {
    queries.execute("access.changed", CHANGED);
  }

  long changeVersion(Queries queries) {
    return queries
        .findOne("access.change_version", CHANGE_VERSION, row -> row.getLong("version"))
        .orElseThrow();
  }

  void sweep(Queries queries, Instant now, Duration idle) {
    queries.execute("session.sweep", SWEEP_SESSIONS, Sql.utc(now), Sql.utc(now.minus(idle)));
  }

  private static Found toFound(Row row) {
    return new Found(toCaller(row), row.getOffsetDateTime("seen_at").toInstant());
  }

  private static Sessions.Right toRight(Row row) {
    OffsetDateTime until = row.getOffsetDateTime("until");
    Caller caller =
        row.getString("kind").equals("key")
            ? new Caller.Key(
                row.getLong("subject_id"), row.getString("name"), KeyRepository.scopes(row))
            : toCaller(row);
    return new Sessions.Right(caller, until == null ? Instant.MAX : until.toInstant());
  }

  private static Caller toCaller(Row row) {
    long subject = row.getLong("subject_id");
    return switch (row.getString("kind")) {
      case "glass" -> new Caller.GlassHolder(subject);
      case "station" -> new Caller.Station(subject, row.getString("name"));
      default ->
          new Caller.SignedIn(
              subject,
              row.getString("name"),
              Role.of(row.getString("role")),
              Optional.ofNullable(row.getLong("company_id"))
                  .filter(company -> !Role.of(row.getString("role")).isStaff())
                  .map(CompanyId::new));
    };
  }

  private static Buffer[] hashes(Collection<Token> tokens) {
    return tokens.stream().map(SessionRepository::hash).toArray(Buffer[]::new);
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
