package org.vitrine.actions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What actions are found by, in PostgreSQL. */
final class ActionFindRepository {
  private static final String FIND =
      """
      SELECT number, NULL::bigint AS company_id, text, owner, source_label, made_at
        FROM action
       WHERE number = ANY($1)
      UNION ALL
      SELECT action, company_id, text, owner, source_label, made_at
        FROM action_company
       WHERE action = ANY($1)\
      """;

  private static final String AFTER =
      """
      SELECT number AS key
        FROM action
       WHERE number > $1
       ORDER BY number
       LIMIT $2\
      """;

  /** An action; once for the house, and once for each company that raised it. */
  record FoundAction(
      long number,
      Optional<CompanyId> company,
      String text,
      String owner,
      String source,
      Instant at) {}

  List<FoundAction> find(Queries queries, Collection<String> keys) {
    return queries.find(
        "action.find_anything",
        FIND,
        row ->
            new FoundAction(
                row.getLong("number"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
                row.getString("text"),
                row.getString("owner"),
                Optional.ofNullable(row.getString("source_label")).orElse(""),
                row.getOffsetDateTime("made_at").toInstant()),
        (Object) Sql.column(keys, Long::valueOf, Long[]::new));
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "action.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("key")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
