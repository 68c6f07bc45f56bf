package org.vitrine.visits;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.profiles.VisitingRole;

/**
 * When companies were really met, in PostgreSQL: a visit that was made, a call that was noted, a
 * meeting at which they were. Of heads of departments a meeting counts where one of them was there.
 */
final class TouchRepository {
  private static final String TOUCHES =
      """
      (SELECT company_id, role, at, kind AS how, number
         FROM visit
        WHERE state = 'made' AND ($1::bigint[] IS NULL OR company_id = ANY($1))
       UNION ALL
       SELECT company_id, 'account-manager', met_at, 'meeting', meeting
         FROM meeting_touch
        WHERE $1::bigint[] IS NULL OR company_id = ANY($1)
       UNION ALL
       SELECT company_id, 'department-head', met_at, 'meeting', meeting
         FROM meeting_touch
        WHERE house && $2 AND ($1::bigint[] IS NULL OR company_id = ANY($1)))\
      """;

  private static final String LAST =
      """
      SELECT c.id, c.code, c.name, c.tier, s.created_at AS since, r.role, t.at, t.how, t.number, p.number AS next, p.at AS next_at
        FROM company_card c
        JOIN company_since s ON s.id = c.id
       CROSS JOIN (VALUES (1, 'account-manager'), (2, 'department-head')) AS r (rank, role)
        LEFT JOIN (
             SELECT DISTINCT ON (company_id, role) company_id, role, at, how, number
               FROM %s AS touch
              ORDER BY company_id, role, at DESC) t ON t.company_id = c.id AND t.role = r.role
        LEFT JOIN LATERAL (
             SELECT v.number, v.at
               FROM visit v
              WHERE v.company_id = c.id AND v.role = r.role AND v.state = 'planned' AND v.at > $3
              ORDER BY v.at
              LIMIT 1) p ON true
       WHERE $1::bigint[] IS NULL OR c.id = ANY($1)
       ORDER BY array_position(ARRAY['platinum', 'gold', 'silver', 'standard'], c.tier), c.code, r.rank\
      """
          .formatted(TOUCHES);

  private static final String ALL =
      """
      SELECT company_id, role, at
        FROM %s AS touch
       ORDER BY company_id, role, at\
      """
          .formatted(TOUCHES);

  private static final String KNOWN =
      """
      SELECT id, created_at
        FROM company_since\
      """;

  private static final String MANAGERS =
      """
      SELECT m.company_id, p.id, p.name
        FROM person_company m
        JOIN active_person p ON p.id = m.person_id
       WHERE p.role = 'account-manager' AND ($1::bigint IS NULL OR p.id = $1)
       ORDER BY m.company_id, p.name\
      """;

  private static final String COMPANIES =
      """
      SELECT id, code, name, tier
        FROM company_card
       WHERE id = ANY($1)\
      """;

  /** A company as lists name it. */
  record MetCompany(CompanyId id, String code, String name, String tier) {}

  /**
   * When somebody was met.
   *
   * @param how visit, call or meeting
   * @param number of that
   */
  record RealTouch(Instant at, String how, long number) {}

  /** The next visit that is planned. */
  record NextVisit(VisitNumber number, Instant at) {}

  /**
   * How it stands with a company, of one role.
   *
   * @param since when the company was entered
   */
  record LastTouch(
      MetCompany company,
      Instant since,
      VisitingRole role,
      Optional<RealTouch> touch,
      Optional<NextVisit> next) {
    /** From when on the days are counted: nobody is late who has only just become a customer. */
    Instant counted() {
      return touch.map(RealTouch::at).orElse(since);
    }
  }

  /**
   * Of each of these companies and of each role, those closest to the house first.
   *
   * @param companies absent for all
   * @param heads who heads a department
   */
  List<LastTouch> last(
      Queries queries,
      Optional<Collection<CompanyId>> companies,
      Collection<Long> heads,
      Instant now) {
    return queries.find(
        "visit.last_touches",
        LAST,
        TouchRepository::toLast,
        keys(companies),
        heads.toArray(Long[]::new),
        Sql.utc(now));
  }

  /** One of all times that somebody was met. */
  record CountedTouch(CompanyId company, VisitingRole role, Instant at) {}

  List<CountedTouch> all(
      Queries queries, Optional<Collection<CompanyId>> companies, Collection<Long> heads) {
    return queries.find(
        "visit.all_touches",
        ALL,
        row ->
            new CountedTouch(
                new CompanyId(row.getLong("company_id")),
                VisitingRole.of(row.getString("role")).orElseThrow(),
                row.getOffsetDateTime("at").toInstant()),
        keys(companies),
        heads.toArray(Long[]::new));
  }

  /** Since when the house knows each company. */
  Map<CompanyId, Instant> known(Queries queries) {
    Map<CompanyId, Instant> known = new HashMap<>();
    queries.find(
        "visit.known",
        KNOWN,
        row ->
            known.put(
                new CompanyId(row.getLong("id")), row.getOffsetDateTime("created_at").toInstant()));
    return known;
  }

  /** Who looks after a company. */
  record LookingAfter(CompanyId company, long person, String name) {}

  /**
   * @param person absent for all
   */
  List<LookingAfter> managers(Queries queries, Optional<Long> person) {
    return queries.find(
        "visit.managers",
        MANAGERS,
        row ->
            new LookingAfter(
                new CompanyId(row.getLong("company_id")), row.getLong("id"), row.getString("name")),
        person.orElse(null));
  }

  /** By their keys. */
  Map<CompanyId, MetCompany> companies(Queries queries, Collection<CompanyId> ids) {
    return queries
        .find(
            "visit.companies", COMPANIES, TouchRepository::company, (Object) keys(Optional.of(ids)))
        .stream()
        .collect(Collectors.toMap(MetCompany::id, Function.identity()));
  }

  private static MetCompany company(Row row) {
    return new MetCompany(
        new CompanyId(row.getLong("id")),
        row.getString("code"),
        row.getString("name"),
        row.getString("tier"));
  }

  private static Long[] keys(Optional<Collection<CompanyId>> companies) {
    return companies.map(some -> Sql.column(some, CompanyId::value, Long[]::new)).orElse(null);
  }

  private static LastTouch toLast(Row row) {
    Optional<Instant> at =
        Optional.ofNullable(row.getOffsetDateTime("at")).map(OffsetDateTime::toInstant);
    return new LastTouch(
        company(row),
        row.getOffsetDateTime("since").toInstant(),
        VisitingRole.of(row.getString("role")).orElseThrow(),
        at.map(moment -> new RealTouch(moment, row.getString("how"), row.getLong("number"))),
        Optional.ofNullable(row.getLong("next"))
            .map(
                next ->
                    new NextVisit(
                        new VisitNumber(next), row.getOffsetDateTime("next_at").toInstant())));
  }
}
