package org.vitrine.people;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** Who looks after companies, in PostgreSQL: account managers that belong to them. */
final class ManagerRepository {
  private static final String OF_COMPANIES =
      """
      SELECT m.company_id, p.id, p.name
        FROM membership m
        JOIN person p ON p.id = m.person_id
       WHERE m.company_id = ANY($1) AND p.role = 'account-manager' AND p.disabled_at IS NULL
       ORDER BY p.name COLLATE reading, p.id\
      """;

  private static final String EVERY =
      """
      SELECT id, name
        FROM person
       WHERE role = 'account-manager' AND disabled_at IS NULL
       ORDER BY name COLLATE reading, id\
      """;

  private static final String HOLD =
      """
      SELECT id, name
        FROM person
       WHERE id = ANY($1) AND role = 'account-manager' AND disabled_at IS NULL
       ORDER BY id
         FOR SHARE\
      """;

  private static final String COME =
      """
      INSERT INTO membership (person_id, company_id)
      SELECT unnest($2::bigint[]), $1
      ON CONFLICT DO NOTHING\
      """;

  private static final String GO =
      """
      DELETE FROM membership
       WHERE company_id = $1 AND person_id = ANY($2)\
      """;

  /** Those of each company who can come in, by name. */
  Map<CompanyId, List<CompanyManager>> of(Queries queries, Collection<CompanyId> companies) {
    record ManagerRow(CompanyId company, CompanyManager manager) {}
    return queries
        .find(
            "manager.of_companies",
            OF_COMPANIES,
            row -> new ManagerRow(new CompanyId(row.getLong("company_id")), toManager(row)),
            (Object) companies.stream().map(CompanyId::value).toArray(Long[]::new))
        .stream()
        .collect(
            Collectors.groupingBy(
                ManagerRow::company,
                HashMap::new,
                Collectors.mapping(ManagerRow::manager, Collectors.toList())));
  }

  List<CompanyManager> every(Queries queries) {
    return queries.find("manager.every", EVERY, ManagerRepository::toManager);
  }

  /** Those of them who are account managers, and stay so until the transaction ends. */
  List<CompanyManager> hold(Queries transaction, Collection<Long> persons) {
    return transaction.find(
        "manager.hold", HOLD, ManagerRepository::toManager, (Object) persons.toArray(Long[]::new));
  }

  void come(Queries transaction, CompanyId company, Collection<Long> persons) {
    transaction.execute("manager.come", COME, company.value(), persons.toArray(Long[]::new));
  }

  void go(Queries transaction, CompanyId company, Collection<Long> persons) {
    transaction.execute("manager.go", GO, company.value(), persons.toArray(Long[]::new));
  }

  private static CompanyManager toManager(Row row) {
    return new CompanyManager(row.getLong("id"), row.getString("name"));
  }
}
