package org.vitrine.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What companies are found by, in PostgreSQL. */
final class CompanyFindRepository {
  private static final String FIND =
      """
      SELECT c.id, c.code, c.name, s.created_at
        FROM company_card c
        JOIN company_since s USING (id)
       WHERE c.id = ANY($1)\
      """;

  private static final String AFTER =
      """
      SELECT id AS key
        FROM company_card
       WHERE id > $1
       ORDER BY id
       LIMIT $2\
      """;

  /** A company as it is called. */
  record FoundCompany(long id, String code, String name, Instant at) {}

  List<FoundCompany> find(Queries queries, Collection<String> keys) {
    return queries.find(
        "company.find_anything",
        FIND,
        row ->
            new FoundCompany(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getOffsetDateTime("created_at").toInstant()),
        (Object) Sql.column(keys, Long::valueOf, Long[]::new));
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "company.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("key")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
