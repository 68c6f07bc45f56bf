package org.vitrine.house;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is marked as an example, and what goes with it, in PostgreSQL. */
final class ExampleRepository {
  private static final String TAKE =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('example', 0))\
      """;

  private static final String FIND =
      """
      SELECT c.id, c.code, c.name
        FROM example e
        JOIN company_card c ON c.id = e.company_id\
      """;

  private static final String MARK =
      """
      INSERT INTO example (company_id, person_id, routings, made_by, made_at)
      VALUES ($1, $2, $3, $4, $5)\
      """;

  private static final String ORDERS =
      """
      SELECT o.id, o.number, o.version
        FROM example e
        JOIN order_head o ON o.company_id = e.company_id\
      """;

  private static final String WHAT_IT_HAS =
      """
      SELECT room, entries
        FROM what_examples_have($1)\
      """;

  /** The company that is an example. */
  record MarkedCompany(CompanyId id, String code, String name) {}

  /** One at a time fills it in or takes it away. */
  void take(Queries transaction) {
    transaction.find("example.take", TAKE, row -> true);
  }

  Optional<MarkedCompany> find(Queries queries) {
    return queries.findOne(
        "example.find",
        FIND,
        row ->
            new MarkedCompany(
                new CompanyId(row.getLong("id")), row.getString("code"), row.getString("name")));
  }

  void mark(
      Queries transaction,
      CompanyId company,
      long contact,
      List<String> routings,
      String by,
      Instant now) {
    transaction.execute(
        "example.mark",
        MARK,
        company.value(),
        contact,
        routings.toArray(String[]::new),
        by,
        Sql.utc(now));
  }

  /** An order of an example, as it is told of when it goes. */
  record GoingOrder(OrderId id, OrderNumber number, long version) {}

  List<GoingOrder> orders(Queries queries) {
    return queries.find(
        "example.orders",
        ORDERS,
        row ->
            new GoingOrder(
                new OrderId(row.getLong("id")),
                new OrderNumber(row.getString("number")),
                row.getLong("version")));
  }

  /** By table; afterwards nothing of it is there, where it is to be taken away. */
  List<ExamplePart> whatItHas(Queries transaction, boolean takeAway) {
    return transaction.find(
        "example.what_it_has", WHAT_IT_HAS, ExampleRepository::toPart, takeAway);
  }

  private static ExamplePart toPart(Row row) {
    return new ExamplePart(row.getString("room"), row.getLong("entries"));
  }
}
