package org.vitrine.companies;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What was agreed with companies, in PostgreSQL. */
final class AgreedRepository {
  private static final String ADD =
      """
      INSERT INTO company_agreed (company_id, code, version, at, actor, changed)
      VALUES ($1, $2, $3, $4, $5, $6::text::jsonb)\
      """;

  private static final String LAST =
      """
      SELECT actor, at
        FROM company_agreed
       WHERE company_id = $1
       ORDER BY at DESC, id DESC
       LIMIT 1\
      """;

  void add(
      Queries transaction, KeptCompany company, Instant at, String by, Map<String, ?> changed) {
    transaction.execute(
        "company.agreed",
        ADD,
        company.company().id().value(),
        company.company().code(),
        company.version(),
        Sql.utc(at),
        by,
        Json.text(changed));
  }

  Optional<LastChange> last(Queries queries, CompanyId company) {
    return queries.findOne(
        "company.last_change",
        LAST,
        row -> new LastChange(row.getString("actor"), row.getOffsetDateTime("at").toInstant()),
        company.value());
  }
}
