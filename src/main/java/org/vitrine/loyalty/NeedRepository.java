package org.vitrine.loyalty;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.loyalty.StatedNeed.YearlyNeed;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What companies said of their need, in PostgreSQL. */
final class NeedRepository {
  private static final String ALL =
      """
      SELECT company_id, share, amount, currency, source, said_on, saved_by, saved_at
        FROM loyalty_need
       ORDER BY company_id, said_on DESC, id DESC\
      """;

  private static final String OF =
      """
      SELECT company_id, share, amount, currency, source, said_on, saved_by, saved_at
        FROM loyalty_need
       WHERE company_id = $1
       ORDER BY said_on DESC, id DESC
       LIMIT $2\
      """;

  private static final String ADD =
      """
      INSERT INTO loyalty_need (company_id, share, amount, currency, source, said_on, saved_by, saved_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)\
      """;

  /** Of each company the newest first. */
  List<StatedNeed> all(Queries queries) {
    return queries.find("loyalty_need.all", ALL, NeedRepository::toNeed);
  }

  /** The newest first. */
  List<StatedNeed> of(Queries queries, CompanyId company, int most) {
    return queries.find("loyalty_need.of", OF, NeedRepository::toNeed, company.value(), most);
  }

  void add(Queries transaction, StatedNeed need) {
    transaction.execute(
        "loyalty_need.add",
        ADD,
        need.company().value(),
        need.share(),
        need.need().map(YearlyNeed::amount).orElse(null),
        need.need().map(YearlyNeed::currency).orElse(null),
        need.source(),
        need.saidOn(),
        need.savedBy(),
        Sql.utc(need.savedAt()));
  }

  private static StatedNeed toNeed(Row row) {
    return new StatedNeed(
        new CompanyId(row.getLong("company_id")),
        row.getInteger("share"),
        Optional.ofNullable(row.getLong("amount"))
            .map(amount -> new YearlyNeed(amount, row.getString("currency"))),
        row.getString("source"),
        row.getLocalDate("said_on"),
        row.getString("saved_by"),
        row.getOffsetDateTime("saved_at").toInstant());
  }
}
