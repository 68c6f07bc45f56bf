package org.vitrine.servicereviews;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.servicereviews.OrderingCompany.OrderCounts;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;

/** How often companies ordered, in PostgreSQL. */
final class OrderCountRepository {
  /** Orders that were cancelled say nothing; examples are no customers. */
  private static final String ALL =
      """
      SELECT c.id, c.code, c.name, c.tier, least((s.created_at AT TIME ZONE $1)::date, min(o.day)) AS since,
             count(*) FILTER (WHERE o.day BETWEEN $2 AND $3) AS in_quarter,
             count(*) FILTER (WHERE o.day > $4 AND o.day <= $3) AS in_year,
             count(*) FILTER (WHERE o.day >= $5 AND o.day <= $4) AS in_year_before
        FROM company_card c
        JOIN company_since s ON s.id = c.id
        LEFT JOIN (SELECT d.company_id, coalesce(d.placed_on, (d.heard_at AT TIME ZONE $1)::date) AS day
                     FROM order_day d
                    WHERE NOT d.cancelled) o ON o.company_id = c.id
       WHERE NOT EXISTS (SELECT FROM example_company e WHERE e.company_id = c.id)
       GROUP BY c.id, c.code, c.name, c.tier, s.created_at
       ORDER BY c.code\
      """;

  /**
   * By their codes.
   *
   * @param yearBeforeEnds the last day of the four quarters before the four that end now
   * @param yearBeforeBegins the first day of these
   */
  List<OrderingCompany> all(
      Queries queries,
      ServiceQuarter quarter,
      LocalDate yearBeforeEnds,
      LocalDate yearBeforeBegins,
      ZoneId zone) {
    return queries.find(
        "service_review.order_counts",
        ALL,
        OrderCountRepository::toCompany,
        zone.getId(),
        quarter.first(),
        quarter.last(),
        yearBeforeEnds,
        yearBeforeBegins);
  }

  private static OrderingCompany toCompany(Row row) {
    return new OrderingCompany(
        new CompanyId(row.getLong("id")),
        new ReviewedCompany(
            row.getString("code"),
            row.getString("name"),
            Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT))),
        row.getLocalDate("since"),
        new OrderCounts(
            row.getInteger("in_quarter"),
            row.getInteger("in_year"),
            row.getInteger("in_year_before")));
  }
}
