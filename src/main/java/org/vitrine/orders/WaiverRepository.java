package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.WaiverRequest.WaivedDemand;
import org.vitrine.orders.WaiverRequest.WaiverAnswer;
import org.vitrine.orders.WaiverRequest.WaiverState;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What was asked about waivers, in PostgreSQL. */
final class WaiverRepository {
  private static final int MOST_TOLD = 200;

  private static final String FIND =
      """
      SELECT o.number, w.line, w.requirement, r.name::text AS name, w.reason::text AS reason, w.asked_by, w.asker,
             w.asked_at, w.state, w.decider, w.decided_at, w.answer
        FROM waiver_request w
        JOIN orders o ON o.id = w.order_id
        JOIN requirement r ON r.order_id = w.order_id AND r.line = w.line AND r.code = w.requirement
       WHERE ($1::bigint IS NULL OR w.order_id = $1) AND ($2::text IS NULL OR w.state = $2)
       ORDER BY w.id DESC
       LIMIT $3\
      """;

  private static final String ORDER_NUMBERED =
      """
      SELECT id
        FROM orders
       WHERE id = order_numbered($1)\
      """;

  private static final String ASK =
      """
      INSERT INTO waiver_request (order_id, line, requirement, reason, asked_by, asker, asked_at, state)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, 'asked')\
      """;

  private static final String DECIDE =
      """
      UPDATE waiver_request
         SET state = $4, decider = $5, decided_at = $6, answer = $7
       WHERE order_id = $1 AND line = $2 AND requirement = $3 AND state = 'asked'\
      """;

  private static final String SETTING =
      """
      SELECT second_person
        FROM waiver_setting\
      """;

  private static final String SET =
      """
      INSERT INTO waiver_setting (second_person)
      VALUES ($1)
      ON CONFLICT (one) DO UPDATE SET second_person = excluded.second_person\
      """;

  /** The newest, at most 200; of requirements that are still there. */
  List<WaiverRequest> find(Queries queries, Optional<OrderId> order, Optional<WaiverState> state) {
    return queries.find(
        "waiver.find",
        FIND,
        WaiverRepository::toRequest,
        order.map(OrderId::value).orElse(null),
        state.map(WaiverState::code).orElse(null),
        MOST_TOLD);
  }

  Optional<OrderId> order(Queries queries, OrderNumber number) {
    return queries.findOne(
        "waiver.order", ORDER_NUMBERED, row -> new OrderId(row.getLong("id")), number.value());
  }

  void ask(
      Queries transaction,
      OrderId order,
      WaiverWish wish,
      Optional<Long> person,
      String asker,
      Instant now) {
    transaction.execute(
        "waiver.ask",
        ASK,
        order.value(),
        wish.line(),
        wish.requirement(),
        Json.text(wish.reason()),
        person.orElse(null),
        asker,
        Sql.utc(now));
  }

  /** Ends what is asked of this requirement, if anything is. */
  void decide(
      Queries transaction, OrderId order, WaiverWish about, WaiverState to, WaiverAnswer answer) {
    transaction.execute(
        "waiver.decide",
        DECIDE,
        order.value(),
        about.line(),
        about.requirement(),
        to.code(),
        answer.by(),
        Sql.utc(answer.at()),
        answer.reason());
  }

  boolean needsSecondPerson(Queries queries) {
    return queries
        .findOne("waiver.setting", SETTING, row -> row.getBoolean("second_person"))
        .orElse(false);
  }

  void needSecondPerson(Queries transaction, boolean needed) {
    transaction.execute("waiver.set", SET, needed);
  }

  private static WaiverRequest toRequest(Row row) {
    return new WaiverRequest(
        row.getString("number"),
        new WaivedDemand(
            row.getInteger("line"),
            row.getString("requirement"),
            Json.read(row.getString("name"), Wording.class)),
        LocalizedText.stored(row.getString("reason")),
        Optional.ofNullable(row.getLong("asked_by")),
        row.getString("asker"),
        row.getOffsetDateTime("asked_at").toInstant(),
        WaiverState.of(row.getString("state")),
        Optional.ofNullable(row.getString("decider"))
            .map(
                by ->
                    new WaiverAnswer(
                        by,
                        row.getOffsetDateTime("decided_at").toInstant(),
                        row.getString("answer"))));
  }
}
