package org.vitrine.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What people are found by, in PostgreSQL. */
final class PersonFindRepository {
  private static final String FIND =
      """
      SELECT id, NULL::bigint AS company_id, name, email, created_at
        FROM person
       WHERE id = ANY($1) AND disabled_at IS NULL
      UNION ALL
      SELECT p.id, m.company_id, p.name, p.email, p.created_at
        FROM person p
        JOIN membership m ON m.person_id = p.id
       WHERE p.id = ANY($1) AND p.disabled_at IS NULL AND p.role IN ('customer', 'distributor')\
      """;

  private static final String LOOKED_AFTER =
      """
      SELECT company_id
        FROM membership
       WHERE person_id = $1\
      """;

  private static final String AFTER =
      """
      SELECT id AS key
        FROM person
       WHERE id > $1
       ORDER BY id
       LIMIT $2\
      """;

  /** Somebody who may come in; once for the house, and once for each company they work for. */
  record FoundPerson(long id, Optional<CompanyId> company, String name, String email, Instant at) {}

  List<FoundPerson> find(Queries queries, Collection<String> keys) {
    return queries.find(
        "person.find_anything",
        FIND,
        row ->
            new FoundPerson(
                row.getLong("id"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
                row.getString("name"),
                row.getString("email"),
                row.getOffsetDateTime("created_at").toInstant()),
        (Object) Sql.column(keys, Long::valueOf, Long[]::new));
  }

  List<CompanyId> lookedAfterBy(Queries queries, long manager) {
    return queries.find(
        "person.find_looked_after",
        LOOKED_AFTER,
        row -> new CompanyId(row.getLong("company_id")),
        manager);
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "person.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("key")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
