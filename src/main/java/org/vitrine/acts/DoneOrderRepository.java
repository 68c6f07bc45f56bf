package org.vitrine.acts;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.web.Idempotency.SentOnce;

/** What was done with which order under which key, in PostgreSQL. */
final class DoneOrderRepository {
  private static final String FORGET =
      """
      DELETE FROM order_act
       WHERE at < $1\
      """;

  private static final String BEGIN =
      """
      INSERT INTO order_act (key_hash, order_number, request_hash, at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING\
      """;

  private static final String FIND =
      """
      SELECT request_hash, outcome::text AS outcome
        FROM order_act
       WHERE key_hash = $1 AND order_number = $2\
      """;

  private static final String DONE =
      """
      UPDATE order_act
         SET outcome = $3::text::jsonb
       WHERE key_hash = $1 AND order_number = $2\
      """;

  /** What was done with an order, and what was asked then. */
  record DoneOrder(Buffer request, String outcome) {}

  void forgetBefore(Queries queries, Instant time) {
    queries.execute("order_act.forget", FORGET, time.atOffset(ZoneOffset.UTC));
  }

  /** Of several that try at the same moment, one begins; the others wait until it is through. */
  boolean begin(Queries transaction, SentOnce sent, OrderNumber order, Instant now) {
    return transaction.execute(
            "order_act.begin",
            BEGIN,
            sent.key(),
            order.key(),
            sent.request(),
            now.atOffset(ZoneOffset.UTC))
        > 0;
  }

  Optional<DoneOrder> find(Queries queries, SentOnce sent, OrderNumber order) {
    return queries.findOne(
        "order_act.find",
        FIND,
        row -> new DoneOrder(row.getBuffer("request_hash"), row.getString("outcome")),
        sent.key(),
        order.key());
  }

  void done(Queries transaction, SentOnce sent, OrderNumber order, String outcome) {
    transaction.execute("order_act.done", DONE, sent.key(), order.key(), outcome);
  }
}
