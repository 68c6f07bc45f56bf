package org.vitrine.meetings;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** What companies are called, for pages of the house. */
final class CompanyNameRepository {
  private static final String NAMES =
      """
      SELECT c.id, c.name
        FROM company_card c
       WHERE c.id = ANY($1::bigint[])""";

  private record Named(long id, String name) {}

  /** By their keys. */
  Map<Long, String> of(Queries queries, Collection<CompanyId> companies) {
    if (companies.isEmpty()) {
      return Map.of();
    }
    return queries
        .find(
            "meeting.company_names",
            NAMES,
            row -> new Named(row.getLong("id"), row.getString("name")),
            (Object) companies.stream().map(CompanyId::value).toArray(Long[]::new))
        .stream()
        .collect(Collectors.toMap(Named::id, Named::name));
  }
}
