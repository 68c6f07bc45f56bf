package org.vitrine.access;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** The audit trail in PostgreSQL. */
final class AuditRepository {
  /**
   * Adds what was done, unless the same one did the same a short while ago: then it is counted
   * there.
   */
  private static final String ADD =
      """
      WITH same AS (
        SELECT id
          FROM audit
         WHERE action = $6 AND actor_id IS NOT DISTINCT FROM $3 AND at > $10 AND at <= $1
           AND actor_kind = $2 AND actor = $4 AND address IS NOT DISTINCT FROM $5 AND subject = $7
           AND company_id IS NOT DISTINCT FROM $8 AND detail = $9::text::jsonb
         ORDER BY at DESC
         LIMIT 1),
      counted AS (
        SELECT count_audit(id, $1) AS counted
          FROM same)
      INSERT INTO audit (at, actor_kind, actor_id, actor, address, action, subject, company_id, detail)
      SELECT $1, $2, $3::bigint, $4, $5, $6, $7, $8::bigint, $9::text::jsonb
       WHERE NOT EXISTS (SELECT FROM counted WHERE counted)""";

  private static final String TIMES =
      """
      SELECT coalesce(sum(times), 0) AS times
        FROM audit
       WHERE action = $1 AND subject = $2 AND at > $3""";

  private static final String SEARCH =
      """
      SELECT a.id, a.at, a.actor, a.actor_kind, a.actor_id, a.address, a.action, a.subject, c.name AS company,
             a.detail::text AS detail, a.times, a.last_at
        FROM audit a
        LEFT JOIN company_card c ON c.id = a.company_id
       WHERE ($1::text IS NULL OR a.actor ILIKE $1)
         AND ($2::text IS NULL OR a.action = $2)
         AND ($3::text IS NULL OR a.subject ILIKE $3)
         AND ($4::timestamptz IS NULL OR a.at >= $4)
         AND ($5::timestamptz IS NULL OR a.at < $5)
         AND ($6::bigint IS NULL OR a.id < $6)
       ORDER BY a.id DESC
       LIMIT $7""";

  private static final String FORGET =
      """
      SELECT forget_audit($1) AS forgotten""";

  void add(
      Queries queries,
      Instant at,
      Actor actor,
      String action,
      String subject,
      Optional<CompanyId> company,
      String detail,
      Instant unlessSince) {
    queries.execute(
        "audit.add",
        ADD,
        at.atOffset(ZoneOffset.UTC),
        actor.kind().code(),
        actor.id().orElse(null),
        actor.name(),
        actor.address().orElse(null),
        action,
        subject,
        company.map(CompanyId::value).orElse(null),
        detail,
        unlessSince.atOffset(ZoneOffset.UTC));
  }

  /** How often this was done about somebody or something. */
  long times(Queries queries, String action, String subject, Instant since) {
    return queries
        .findOne(
            "audit.times",
            TIMES,
            row -> row.getLong("times"),
            action,
            subject,
            since.atOffset(ZoneOffset.UTC))
        .orElseThrow();
  }

  /** How many are gone; there may be more. */
  long forget(Queries queries, int keptDays) {
    return queries
        .findOne("audit.forget", FORGET, row -> row.getLong("forgotten"), keptDays)
        .orElseThrow();
  }

  /** One more than the limit, where there are more. */
  List<Audit.AuditEntry> search(Queries queries, Audit.AuditSearch search) {
    return queries.find(
        "audit.search",
        SEARCH,
        AuditRepository::toEntry,
        search.actor().map(Sql::containing).orElse(null),
        search.action().orElse(null),
        search.subject().map(Sql::containing).orElse(null),
        search.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
        search.to().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
        search.paging().afterNumber().orElse(null),
        search.paging().looked());
  }

  @SuppressWarnings("unchecked")
  private static Audit.AuditEntry toEntry(Row row) {
    return new Audit.AuditEntry(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        Optional.ofNullable(row.getString("actor_kind")).map(Actor.ActorKind::of),
        Optional.ofNullable(row.getLong("actor_id")),
        Optional.ofNullable(row.getString("address")),
        row.getString("action"),
        row.getString("subject"),
        Optional.ofNullable(row.getString("company")),
        Json.read(row.getString("detail"), Map.class),
        row.getInteger("times"),
        Optional.ofNullable(row.getOffsetDateTime("last_at")).map(OffsetDateTime::toInstant));
  }
}
