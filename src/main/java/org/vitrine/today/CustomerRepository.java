package org.vitrine.today;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.today.Customers.CustomerPart;
import org.vitrine.today.Customers.QuietCustomer;
import org.vitrine.today.Customers.TodayCompany;

/** Who has not been heard of, or seen, for long, in PostgreSQL. */
final class CustomerRepository {
  private static final String LOOKED_AFTER =
      """
      SELECT company_id
        FROM person_company
       WHERE person_id = $1
       ORDER BY company_id\
      """;

  /** A rhythm is known of whoever ordered on four days at least. */
  private static final String QUIET =
      """
      SELECT c.code, c.name, c.tier, o.open, s.seen_at, r.ordered_on, r.longest, count(*) OVER () AS total
        FROM company_card c
       CROSS JOIN LATERAL (
             SELECT count(*) AS open
               FROM order_concern_head h
              WHERE h.company_id = c.id) o
       CROSS JOIN LATERAL (
             SELECT max(seen.seen_at) AS seen_at, count(*) AS contacts
               FROM person_company m
               JOIN active_person p ON p.id = m.person_id AND p.role IN ('customer', 'distributor')
               LEFT JOIN person_seen seen ON seen.person_id = p.id
              WHERE m.company_id = c.id) s
       CROSS JOIN LATERAL (
             SELECT max(g.placed_on) AS ordered_on, max(g.gap) AS longest, count(g.gap) AS gaps
               FROM (SELECT d.placed_on, d.placed_on - lag(d.placed_on) OVER (ORDER BY d.placed_on) AS gap
                       FROM (SELECT DISTINCT n.placed_on
                               FROM (SELECT placed_on
                                       FROM order_head
                                      WHERE company_id = c.id
                                      ORDER BY placed_on DESC
                                      LIMIT 50) n
                              ORDER BY n.placed_on DESC
                              LIMIT 12) d) g) r
       WHERE c.id = ANY($1)
         AND (o.open > 0 AND s.contacts > 0 AND coalesce(s.seen_at, '-infinity') < $2
              OR r.gaps >= 3 AND $3::date - r.ordered_on > greatest(r.longest, 14))
       ORDER BY o.open > 0 AND coalesce(s.seen_at, '-infinity') < $2 DESC, c.tier = 'platinum' DESC, s.seen_at NULLS FIRST, c.code
       LIMIT $4\
      """;

  List<CompanyId> lookedAfter(Queries queries, long person) {
    return queries.find(
        "today.looked_after",
        LOOKED_AFTER,
        row -> new CompanyId(row.getLong("company_id")),
        person);
  }

  CustomerPart<QuietCustomer> quiet(
      Queries queries,
      Collection<CompanyId> companies,
      Instant seenBefore,
      LocalDate today,
      int most) {
    return part(
        queries.find(
            "today.quiet",
            QUIET,
            row ->
                new CountedCustomer<>(
                    new QuietCustomer(
                        company(row),
                        row.getLong("open"),
                        moment(row, "seen_at"),
                        Optional.ofNullable(row.getLocalDate("ordered_on")),
                        Optional.ofNullable(row.getInteger("longest"))),
                    row.getLong("total")),
            keys(companies),
            Sql.utc(seenBefore),
            today,
            most));
  }

  /** A row, and how many there are. */
  private record CountedCustomer<T>(T row, long total) {}

  private static <T> CustomerPart<T> part(List<CountedCustomer<T>> found) {
    return new CustomerPart<>(
        found.stream().map(CountedCustomer::row).toList(),
        found.isEmpty() ? 0 : found.getFirst().total());
  }

  private static Long[] keys(Collection<CompanyId> companies) {
    return Sql.column(companies, CompanyId::value, Long[]::new);
  }

  private static TodayCompany company(Row row) {
    return new TodayCompany(row.getString("code"), row.getString("name"), row.getString("tier"));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
