package org.vitrine.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Which visits there are, in PostgreSQL: their numbers, in the order of lists. */
final class VisitListRepository {
  /** Customers see what is to come, what took place and what was called off. */
  private static final String LIST =
      """
      SELECT v.number
        FROM visit v
       WHERE ($1::bigint IS NULL OR v.company_id = $1 AND v.state IN ('planned', 'made', 'cancelled'))
         AND ($2::bigint IS NULL OR v.company_id = $2)
         AND ($3::text IS NULL OR v.state = $3)
         AND ($4::bigint IS NULL OR v.person_id = $4)
         AND ($5::timestamptz IS NULL OR v.at >= $5)
         AND ($6::timestamptz IS NULL OR v.at < $6)
         AND ($7::bigint IS NULL OR (v.at, v.number) < (SELECT a.at, a.number FROM visit a WHERE a.number = $7))
       ORDER BY v.at DESC, v.number DESC
       LIMIT $8\
      """;

  private static final String ROUND =
      """
      SELECT v.number
        FROM visit v
       WHERE v.at >= $2 AND v.at < $3 AND v.state <> 'cancelled'
         AND coalesce((SELECT c.substitute
                         FROM visit_cover c
                         JOIN active_person p ON p.id = c.substitute
                        WHERE c.person_id = v.person_id
                          AND (v.at AT TIME ZONE $4)::date BETWEEN c.from_day AND c.until_day), v.person_id) = $1
       ORDER BY v.at, v.number
       LIMIT 500\
      """;

  private static final String AFTER =
      """
      SELECT number
        FROM visit
       WHERE number > $1
       ORDER BY number
       LIMIT $2\
      """;

  /** Absent means any. */
  record VisitSearch(
      Optional<CompanyId> behind,
      Optional<CompanyId> company,
      Optional<VisitState> state,
      Optional<Long> by,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<Long> after,
      int most) {

    static VisitSearch newest(Optional<CompanyId> behind, int most) {
      return new VisitSearch(
          behind,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          most);
    }
  }

  List<VisitNumber> list(Queries queries, VisitSearch search) {
    return queries.find(
        "visit.list",
        LIST,
        row -> new VisitNumber(row.getLong("number")),
        search.behind().map(CompanyId::value).orElse(null),
        search.company().map(CompanyId::value).orElse(null),
        search.state().map(VisitState::code).orElse(null),
        search.by().orElse(null),
        search.from().map(Sql::utc).orElse(null),
        search.until().map(Sql::utc).orElse(null),
        search.after().orElse(null),
        search.most());
  }

  /**
   * What somebody goes to in these days, for others who are away too.
   *
   * @param until the day after the last
   */
  List<VisitNumber> round(
      Queries queries, long person, LocalDate from, LocalDate until, ZoneId zone) {
    return queries.find(
        "visit.round",
        ROUND,
        row -> new VisitNumber(row.getLong("number")),
        person,
        Sql.utc(from.atStartOfDay(zone).toInstant()),
        Sql.utc(until.atStartOfDay(zone).toInstant()),
        zone.getId());
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "visit.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("number")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }

  static List<VisitNumber> numbers(Collection<String> keys) {
    return keys.stream().map(Long::parseLong).map(VisitNumber::new).toList();
  }
}
