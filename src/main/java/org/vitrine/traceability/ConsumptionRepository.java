package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.Unit;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What went into what, in PostgreSQL. */
final class ConsumptionRepository {
  private static final String ADD =
      """
      INSERT INTO consumption
        (output, input, thousandths, unit, stage, station, at, said_order, said_version, recorded_at)
      SELECT said.*, $10
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                    $8::bigint[], $9::bigint[]) AS said\
      """;

  private static final String SAID_DIRECTLY =
      """
      SELECT id, output, input, thousandths, unit, stage, station, at
        FROM consumption
       WHERE output = $1 AND withdrawn_at IS NULL AND said_order IS NULL
       ORDER BY id\
      """;

  private static final String WITHDRAW =
      """
      UPDATE consumption
         SET withdrawn_at = $2
       WHERE id = ANY($1)\
      """;

  private static final String WITHDRAW_SAID =
      """
      UPDATE consumption c
         SET withdrawn_at = $3
        FROM unnest($1::bigint[], $2::bigint[]) AS said (order_id, version)
       WHERE c.said_order = said.order_id AND c.said_version = said.version AND c.withdrawn_at IS NULL\
      """;

  private static final String FORGET_ORDER =
      """
      DELETE FROM consumption
       WHERE said_order = $1
      RETURNING output, input\
      """;

  /** A consumption that stands. */
  record StandingConsumption(long id, Consumption said) {}

  /** Where two nodes were joined. */
  record Ends(long output, long input) {}

  void add(Queries transaction, List<Consumption> said, Instant now) {
    if (said.isEmpty()) {
      return;
    }
    transaction.execute(
        "trace.add_consumptions",
        ADD,
        Sql.column(said, Consumption::output, Long[]::new),
        Sql.column(said, Consumption::input, Long[]::new),
        Sql.column(said, one -> one.amount().map(Amount::thousandths).orElse(null), Long[]::new),
        Sql.column(said, one -> one.unit().map(Unit::code).orElse(null), String[]::new),
        Sql.column(said, one -> one.spot().stage().orElse(null), String[]::new),
        Sql.column(said, one -> one.spot().station().orElse(null), String[]::new),
        Sql.column(said, one -> one.spot().at().map(Sql::utc).orElse(null), OffsetDateTime[]::new),
        Sql.column(said, one -> one.by().map(by -> by.order().value()).orElse(null), Long[]::new),
        Sql.column(said, one -> one.by().map(OrderVersion::version).orElse(null), Long[]::new),
        Sql.utc(now));
  }

  /** What was said directly of this, and stands. */
  List<StandingConsumption> saidDirectly(Queries queries, long output) {
    return queries.find(
        "trace.said_directly",
        SAID_DIRECTLY,
        row -> new StandingConsumption(row.getLong("id"), toConsumption(row)),
        output);
  }

  static Consumption toConsumption(Row row) {
    return new Consumption(
        row.getLong("output"),
        row.getLong("input"),
        Optional.ofNullable(row.getLong("thousandths")).map(Amount::ofThousandths),
        Optional.ofNullable(row.getString("unit")).map(Unit::new),
        new Spot(
            Optional.ofNullable(row.getString("stage")),
            Optional.ofNullable(row.getString("station")),
            Optional.ofNullable(row.getOffsetDateTime("at")).map(OffsetDateTime::toInstant)),
        Optional.empty());
  }

  void withdraw(Queries transaction, Collection<Long> ids, Instant now) {
    if (!ids.isEmpty()) {
      transaction.execute("trace.withdraw", WITHDRAW, ids.toArray(Long[]::new), Sql.utc(now));
    }
  }

  /** Withdraws what these entries said. */
  void withdrawSaid(Queries transaction, Collection<OrderVersion> by, Instant now) {
    transaction.execute(
        "trace.withdraw_said",
        WITHDRAW_SAID,
        Sql.column(by, event -> event.order().value(), Long[]::new),
        Sql.column(by, OrderVersion::version, Long[]::new),
        Sql.utc(now));
  }

  /** As if it had never been said by an order that never was; returns what it joined. */
  List<Ends> forget(Queries transaction, OrderId order) {
    return transaction.find(
        "trace.forget_consumptions",
        FORGET_ORDER,
        row -> new Ends(row.getLong("output"), row.getLong("input")),
        order.value());
  }
}
