package org.vitrine.nonconformances;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Whose an order is and what others are called, in PostgreSQL: so that a report names nobody. */
final class ReportReaderRepository {
  private static final String OWNER =
      """
      SELECT company_id
        FROM order_head
       WHERE id = $1\
      """;

  private static final String NAMES_BESIDES =
      """
      SELECT unnest(ARRAY[name, code]) AS name
        FROM company_card
       WHERE id <> $1\
      """;

  private static final String NAMES =
      """
      SELECT id, name
        FROM company_card
       WHERE id = ANY($1)\
      """;

  Optional<CompanyId> owner(Queries queries, OrderId order) {
    return queries.findOne(
        "order_head.owner", OWNER, row -> new CompanyId(row.getLong("company_id")), order.value());
  }

  List<String> namesBesides(Queries queries, CompanyId company) {
    return queries.find(
        "company_card.names_besides", NAMES_BESIDES, row -> row.getString("name"), company.value());
  }

  Map<CompanyId, String> names(Queries queries, Collection<CompanyId> companies) {
    Map<CompanyId, String> names = new HashMap<>();
    queries.find(
        "company_card.names",
        NAMES,
        row -> names.put(new CompanyId(row.getLong("id")), row.getString("name")),
        (Object) Sql.column(companies, CompanyId::value, Long[]::new));
    return names;
  }
}
