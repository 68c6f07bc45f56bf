package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.EightDReport.CompanyReport;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Reports as companies read them, in PostgreSQL; their own behind the second wall too. */
final class SharedReportRepository {
  private static final String SHARE =
      """
      INSERT INTO shared_report (nonconformance, company_id, body, order_keys, shared_at, shared_by)
      VALUES ($1, $2, $3::text::jsonb, $4, $5, $6)
          ON CONFLICT (nonconformance, company_id) DO NOTHING\
      """;

  private static final String REWRITE =
      """
      UPDATE shared_report
         SET body = $3::text::jsonb, order_keys = $4
       WHERE nonconformance = $1 AND company_id = $2\
      """;

  private static final String TAKE_BACK =
      """
      DELETE FROM shared_report
       WHERE nonconformance = $1 AND company_id = $2\
      """;

  private static final String WITH_WHOM =
      """
      SELECT company_id, shared_at, shared_by
        FROM shared_report
       WHERE nonconformance = $1
       ORDER BY shared_at, company_id\
      """;

  private static final String READ =
      """
      SELECT body::text AS body
        FROM shared_report
       WHERE nonconformance = $1 AND company_id = $2\
      """;

  private static final String OF_COMPANY =
      """
      SELECT body::text AS body, shared_at
        FROM shared_report
       WHERE company_id = $1 AND ($2::text IS NULL OR $2 = ANY(order_keys))
       ORDER BY shared_at DESC, nonconformance
       LIMIT $3\
      """;

  /** With whom a report was shared, when and by whom. */
  record ReportShare(CompanyId company, Instant at, String by) {}

  /** A report as its company has it in a list. */
  record SharedRow(ObjectNode body, Instant sharedAt) {}

  /** False where it was shared before. */
  boolean share(
      Queries transaction,
      NonconformanceNumber number,
      CompanyId company,
      CompanyReport report,
      Instant at,
      String by) {
    return transaction.execute(
            "shared_report.share",
            SHARE,
            number.value(),
            company.value(),
            Json.text(report.body()),
            keys(report),
            Sql.utc(at),
            by)
        > 0;
  }

  private static String[] keys(CompanyReport report) {
    return Sql.column(report.orders(), OrderNumber::key, String[]::new);
  }

  void rewrite(
      Queries transaction, NonconformanceNumber number, CompanyId company, CompanyReport report) {
    transaction.execute(
        "shared_report.rewrite",
        REWRITE,
        number.value(),
        company.value(),
        Json.text(report.body()),
        keys(report));
  }

  boolean takeBack(Queries transaction, NonconformanceNumber number, CompanyId company) {
    return transaction.execute(
            "shared_report.take_back", TAKE_BACK, number.value(), company.value())
        > 0;
  }

  List<ReportShare> withWhom(Queries queries, NonconformanceNumber number) {
    return queries.find(
        "shared_report.with_whom",
        WITH_WHOM,
        row ->
            new ReportShare(
                new CompanyId(row.getLong("company_id")),
                row.getOffsetDateTime("shared_at").toInstant(),
                row.getString("shared_by")),
        number.value());
  }

  Optional<ObjectNode> read(Queries queries, NonconformanceNumber number, CompanyId company) {
    return queries.findOne(
        "shared_report.read",
        READ,
        row -> Json.read(row.getString("body"), ObjectNode.class),
        number.value(),
        company.value());
  }

  /** The newest first. */
  List<SharedRow> ofCompany(
      Queries queries, CompanyId company, Optional<OrderNumber> order, int most) {
    return queries.find(
        "shared_report.of_company",
        OF_COMPANY,
        row ->
            new SharedRow(
                Json.read(row.getString("body"), ObjectNode.class),
                row.getOffsetDateTime("shared_at").toInstant()),
        company.value(),
        order.map(OrderNumber::key).orElse(null),
        most);
  }
}
