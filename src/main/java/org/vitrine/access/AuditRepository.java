package org.vitrine.access;

import io.vertx.sqlclient.Row;
import java.time.Instant;
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
  private static final String ADD =
      """
      INSERT INTO audit (at, actor_kind, actor_id, actor, address, action, subject, company_id, detail)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb)""";

  private static final String SEARCH =
      """
      SELECT a.id, a.at, a.actor, a.actor_kind, a.actor_id, a.address, a.action, a.subject, c.name AS company,
             a.detail::text AS detail
        FROM audit a
        LEFT JOIN company c ON c.id = a.company_id
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
      String detail) {
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
        detail);
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
        search.before().orElse(null),
        search.limit() + 1);
  }

  @SuppressWarnings("unchecked")
  private static Audit.AuditEntry toEntry(Row row) {
    return new Audit.AuditEntry(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        Optional.ofNullable(row.getString("actor_kind")).map(Actor.Kind::of),
        Optional.ofNullable(row.getLong("actor_id")),
        Optional.ofNullable(row.getString("address")),
        row.getString("action"),
        row.getString("subject"),
        Optional.ofNullable(row.getString("company")),
        Json.read(row.getString("detail"), Map.class));
  }
}
