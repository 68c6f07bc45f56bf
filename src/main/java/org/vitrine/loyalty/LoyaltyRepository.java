package org.vitrine.loyalty;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.loyalty.SignFacts.Season;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** When companies ordered, and what else says how they feel, in PostgreSQL. */
final class LoyaltyRepository {
  /** Orders that were cancelled say nothing; examples are no customers. */
  private static final String HISTORIES =
      """
      SELECT c.id, c.code, c.name, c.kind, c.tier, (s.created_at AT TIME ZONE $1)::date AS since, d.days
        FROM company_card c
        JOIN company_since s ON s.id = c.id
        LEFT JOIN (SELECT o.company_id,
                          array_agg(DISTINCT coalesce(o.placed_on, (o.heard_at AT TIME ZONE $1)::date)) AS days
                     FROM order_day o
                    WHERE NOT o.cancelled AND ($2::bigint[] IS NULL OR o.company_id = ANY($2))
                    GROUP BY o.company_id) d ON d.company_id = c.id
       WHERE ($2::bigint[] IS NULL OR c.id = ANY($2))
         AND NOT EXISTS (SELECT FROM example_company e WHERE e.company_id = c.id)
       ORDER BY c.code\
      """;

  private static final String FACTS =
      """
      SELECT c.id, h.open, s.contacts, s.seen_at, o.orders, o.orders_before, v.voices, v.voices_before,
             p.slips, p.slips_before
        FROM company_card c
       CROSS JOIN LATERAL (
             SELECT count(*) AS open
               FROM order_concern_head h
              WHERE h.company_id = c.id) h
       CROSS JOIN LATERAL (
             SELECT max(seen.seen_at) AS seen_at, count(*) AS contacts
               FROM person_company m
               JOIN active_person p ON p.id = m.person_id AND p.role IN ('customer', 'distributor')
               LEFT JOIN person_seen seen ON seen.person_id = p.id
              WHERE m.company_id = c.id) s
       CROSS JOIN LATERAL (
             SELECT count(*) FILTER (WHERE placed_on > $2::date) AS orders,
                    count(*) FILTER (WHERE placed_on <= $2::date) AS orders_before
               FROM order_head
              WHERE company_id = c.id AND placed_on > $3::date AND placed_on <= $4::date AND cancel_reason IS NULL) o
       CROSS JOIN LATERAL (
             SELECT count(*) FILTER (WHERE said_at > $5) AS voices, count(*) FILTER (WHERE said_at <= $5) AS voices_before
               FROM voice_matter
              WHERE company_id = c.id AND said_at > $6 AND kind <> 'care') v
       CROSS JOIN LATERAL (
             SELECT count(*) FILTER (WHERE recorded_at > $5) AS slips, count(*) FILTER (WHERE recorded_at <= $5) AS slips_before
               FROM promise_given
              WHERE company_id = c.id AND recorded_at > $6 AND body ->> 'date' > date_before) p
       WHERE $1::bigint[] IS NULL OR c.id = ANY($1)\
      """;

  private static final int HALF_A_YEAR = 182;
  private static final int YEAR = 365;

  /**
   * @param companies all where absent
   */
  List<OrderHistory> histories(
      Queries queries, Optional<Collection<CompanyId>> companies, ZoneId zone) {
    return queries.find(
        "loyalty.histories",
        HISTORIES,
        LoyaltyRepository::toHistory,
        zone.getId(),
        companies.map(LoyaltyRepository::keys).orElse(null));
  }

  private static Long[] keys(Collection<CompanyId> companies) {
    return Sql.column(companies, CompanyId::value, Long[]::new);
  }

  private static OrderHistory toHistory(Row row) {
    LocalDate[] days = row.getArrayOfLocalDates("days");
    return new OrderHistory(
        new Company(
            new CompanyId(row.getLong("id")),
            row.getString("code"),
            row.getString("name"),
            CompanyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT))),
        row.getLocalDate("since"),
        days == null ? List.of() : Arrays.asList(days));
  }

  /** The last half year, and the year before it, of these companies, or of all. */
  Map<CompanyId, SignFacts> facts(
      Queries queries, Optional<Collection<CompanyId>> companies, LoyaltyDay today) {
    LocalDate since = today.day().minusDays(HALF_A_YEAR);
    LocalDate before = since.minusDays(YEAR);
    OffsetDateTime moment = Sql.utc(today.now()).minusDays(HALF_A_YEAR);
    Map<CompanyId, SignFacts> facts = new HashMap<>();
    queries.find(
        "loyalty.facts",
        FACTS,
        row -> facts.put(new CompanyId(row.getLong("id")), toFacts(row)),
        companies.map(LoyaltyRepository::keys).orElse(null),
        since,
        before,
        today.day(),
        moment,
        moment.minusDays(YEAR));
    return facts;
  }

  private static SignFacts toFacts(Row row) {
    return new SignFacts(
        row.getLong("open"),
        row.getLong("contacts"),
        Optional.ofNullable(row.getOffsetDateTime("seen_at")).map(OffsetDateTime::toInstant),
        new Season(row.getLong("orders"), row.getLong("voices"), row.getLong("slips")),
        new Season(
            row.getLong("orders_before"),
            row.getLong("voices_before"),
            row.getLong("slips_before")));
  }
}
