package org.vitrine.today;

import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** Whom somebody looks after, in PostgreSQL. */
final class CustomerRepository {
  private static final String LOOKED_AFTER =
      """
      SELECT company_id
        FROM person_company
       WHERE person_id = $1
       ORDER BY company_id\
      """;

  List<CompanyId> lookedAfter(Queries queries, long person) {
    return queries.find(
        "today.looked_after",
        LOOKED_AFTER,
        row -> new CompanyId(row.getLong("company_id")),
        person);
  }
}
