package org.vitrine.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What people are found by, in PostgreSQL. */
final class PersonFindRepository {
  private static final String FIND =
      """
      SELECT id, name, email, created_at
        FROM person
       WHERE id = ANY($1) AND disabled_at IS NULL\
      """;

  private static final String AFTER =
      """
      SELECT id AS key
        FROM person
       WHERE id > $1
       ORDER BY id
       LIMIT $2\
      """;

  /** Somebody who may come in. */
  record FoundPerson(long id, String name, String email, Instant at) {}

  List<FoundPerson> find(Queries queries, Collection<String> keys) {
    return queries.find(
        "person.find_anything",
        FIND,
        row ->
            new FoundPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getOffsetDateTime("created_at").toInstant()),
        (Object) Sql.column(keys, Long::valueOf, Long[]::new));
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
