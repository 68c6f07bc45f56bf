package org.vitrine.delays;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.DelayOffer.OfferedOrder;
import org.vitrine.delays.DelayRisk.RiskClock;
import org.vitrine.delays.DelayRisk.RiskDecision;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Dates that will hardly be kept, in PostgreSQL. */
final class RiskRepository {
  private static final String COLUMNS =
      """
      SELECT id, company_id, order_id, order_number, line, promised, chance, opened_at, due_at, overdue_told, choice, plan,
             look_again_on, chosen_by, chosen_at
        FROM delay_risk
       WHERE closed_at IS NULL
      """;

  private static final String FIND = COLUMNS + " AND id = $1";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String OF_ORDERS =
      COLUMNS + " AND order_id = ANY($1) ORDER BY order_id, line FOR UPDATE";

  private static final String OF_ORDER = COLUMNS + " AND order_id = $1 ORDER BY line";

  private static final String STANDING =
      COLUMNS
          + """
          AND ($1::bigint[] IS NULL OR company_id = ANY($1))
          ORDER BY look_again_on NULLS FIRST, due_at, id
          LIMIT $2\
          """;

  private static final String COUNT_WAITING =
      """
      SELECT count(*) AS waiting
        FROM delay_risk
       WHERE closed_at IS NULL AND look_again_on IS NULL AND company_id = ANY($1)\
      """;

  private static final String TO_LOOK_AT =
      """
      SELECT order_id
        FROM delay_risk
       WHERE closed_at IS NULL AND look_again_on <= $1
       GROUP BY order_id
       ORDER BY min(look_again_on), order_id
       LIMIT 500\
      """;

  private static final String LOCK_OVERDUE =
      COLUMNS
          + """
          AND look_again_on IS NULL AND NOT overdue_told AND due_at <= $1
          ORDER BY due_at, id
          LIMIT 1
            FOR UPDATE SKIP LOCKED\
          """;

  private static final String ASK =
      """
      INSERT INTO delay_risk (id, company_id, order_id, order_number, line, promised, chance, opened_at, due_at)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
       WHERE NOT one_is_an_example($2, $2)
      ON CONFLICT DO NOTHING\
      """;

  private static final String ASK_AGAIN =
      """
      UPDATE delay_risk
         SET promised = $2, chance = $3, opened_at = $4, due_at = $5, look_again_on = NULL, overdue_told = false
       WHERE id = $1\
      """;

  private static final String LOOK_AGAIN =
      """
      UPDATE delay_risk
         SET look_again_on = $2
       WHERE id = $1\
      """;

  private static final String KNOW =
      """
      UPDATE delay_risk
         SET promised = $2, chance = $3
       WHERE id = $1 AND (promised, chance) IS DISTINCT FROM ($2, $3)\
      """;

  private static final String DECIDE =
      """
      UPDATE delay_risk
         SET choice = $2, plan = $3, look_again_on = $4, chosen_by = $5, chosen_at = $6, overdue_told = false
       WHERE id = $1\
      """;

  private static final String CLOSE =
      """
      UPDATE delay_risk
         SET closed_at = $2, closed_for = $3
       WHERE id = $1\
      """;

  private static final String OVERDUE =
      """
      UPDATE delay_risk
         SET overdue_told = true
       WHERE id = $1\
      """;

  Optional<DelayRisk> find(Queries queries, OfferId id) {
    return queries.findOne("delay_risk.find", FIND, RiskRepository::toRisk, id.text());
  }

  Optional<DelayRisk> lock(Queries transaction, OfferId id) {
    return transaction.findOne("delay_risk.lock", LOCK, RiskRepository::toRisk, id.text());
  }

  /** Those that stand of these orders, held until the transaction ends. */
  List<DelayRisk> lockOf(Queries transaction, Collection<OrderId> orders) {
    return transaction.find(
        "delay_risk.of_orders",
        OF_ORDERS,
        RiskRepository::toRisk,
        (Object) orders.stream().map(OrderId::value).toArray(Long[]::new));
  }

  /** Those that stand of this order. */
  List<DelayRisk> of(Queries queries, OrderId order) {
    return queries.find("delay_risk.of_order", OF_ORDER, RiskRepository::toRisk, order.value());
  }

  /**
   * Those that stand; first those of which somebody has to decide, the most urgent first.
   *
   * @param companies absent for any
   */
  List<DelayRisk> standing(Queries queries, Optional<Collection<CompanyId>> companies, int most) {
    return queries.find(
        "delay_risk.standing",
        STANDING,
        RiskRepository::toRisk,
        companies
            .map(some -> some.stream().map(CompanyId::value).toArray(Long[]::new))
            .orElse(null),
        most);
  }

  /** Of how many of these companies' lines somebody has to decide. */
  long countWaiting(Queries queries, Collection<CompanyId> companies) {
    return queries
        .findOne(
            "delay_risk.count_waiting",
            COUNT_WAITING,
            row -> row.getLong("waiting"),
            (Object) companies.stream().map(CompanyId::value).toArray(Long[]::new))
        .orElseThrow();
  }

  /** Orders with a line that somebody wanted to look at again by this day. */
  List<OrderId> toLookAt(Queries queries, LocalDate today) {
    return queries.find(
        "delay_risk.to_look_at", TO_LOOK_AT, row -> new OrderId(row.getLong("order_id")), today);
  }

  /** One that nobody decided in time, which was not said yet; passes over what another node has. */
  Optional<DelayRisk> lockOverdue(Queries transaction, Instant now) {
    return transaction.findOne(
        "delay_risk.lock_overdue", LOCK_OVERDUE, RiskRepository::toRisk, Sql.utc(now));
  }

  /** False where it is asked already; nobody is asked about an example. */
  boolean ask(Queries transaction, DelayRisk risk) {
    return transaction.execute(
            "delay_risk.ask",
            ASK,
            risk.id().text(),
            risk.order().company().value(),
            risk.order().id().value(),
            risk.order().number().value(),
            risk.line(),
            risk.promised(),
            risk.chance(),
            Sql.utc(risk.clock().opened()),
            Sql.utc(risk.clock().due()))
        > 0;
  }

  void askAgain(Queries transaction, DelayRisk risk) {
    transaction.execute(
        "delay_risk.ask_again",
        ASK_AGAIN,
        risk.id().text(),
        risk.promised(),
        risk.chance(),
        Sql.utc(risk.clock().opened()),
        Sql.utc(risk.clock().due()));
  }

  /** It was looked at, and is on this day once more. */
  void lookAgain(Queries transaction, OfferId id, LocalDate day) {
    transaction.execute("delay_risk.look_again", LOOK_AGAIN, id.text(), day);
  }

  /** Whether anything of it is otherwise than it was known. */
  boolean know(Queries transaction, OfferId id, LocalDate promised, double chance) {
    return transaction.execute("delay_risk.know", KNOW, id.text(), promised, chance) > 0;
  }

  void decide(Queries transaction, OfferId id, RiskDecision decision) {
    transaction.execute(
        "delay_risk.decide",
        DECIDE,
        id.text(),
        decision.choice(),
        decision.plan().orElse(null),
        decision.lookAgainOn().orElse(null),
        decision.by(),
        Sql.utc(decision.at()));
  }

  void close(Queries transaction, OfferId id, Instant at, String why) {
    transaction.execute("delay_risk.close", CLOSE, id.text(), Sql.utc(at), why);
  }

  void overdueTold(Queries transaction, OfferId id) {
    transaction.execute("delay_risk.overdue", OVERDUE, id.text());
  }

  private static DelayRisk toRisk(Row row) {
    return new DelayRisk(
        new OfferId(row.getString("id")),
        new OfferedOrder(
            new CompanyId(row.getLong("company_id")),
            new OrderId(row.getLong("order_id")),
            new OrderNumber(row.getString("order_number"))),
        row.getInteger("line"),
        row.getLocalDate("promised"),
        row.getDouble("chance"),
        new RiskClock(
            row.getOffsetDateTime("opened_at").toInstant(),
            row.getOffsetDateTime("due_at").toInstant(),
            row.getBoolean("overdue_told")),
        Optional.ofNullable(row.getString("choice"))
            .map(
                choice ->
                    new RiskDecision(
                        choice,
                        Optional.ofNullable(row.getString("plan")),
                        Optional.ofNullable(row.getLocalDate("look_again_on")),
                        row.getString("chosen_by"),
                        row.getOffsetDateTime("chosen_at").toInstant())));
  }
}
