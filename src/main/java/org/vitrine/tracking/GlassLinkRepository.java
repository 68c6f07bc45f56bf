package org.vitrine.tracking;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vitrine.accounts.CompanyId;
import org.vitrine.accounts.Token;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/** Glass links in PostgreSQL. */
final class GlassLinkRepository {
  private static final String ADD =
      """
      INSERT INTO glass_link (company_id, order_id, token_hash, made_by, created_at, expires_at)
      SELECT company_id, id, $2, $3, $4, $5
        FROM orders
       WHERE id = $1""";

  private static final String USE =
      """
      UPDATE glass_link
         SET used_at = $2, uses = uses + 1
       WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2
      RETURNING id, expires_at""";

  private static final String ORDER =
      """
      SELECT company_id, order_id
        FROM glass_link
       WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2""";

  /** A link that was used. */
  record Used(long id, Instant expires) {}

  void add(
      Queries queries, OrderId order, Token token, String madeBy, Instant now, Instant expires) {
    queries.execute(
        "glass_link.add", ADD, order.value(), hash(token), madeBy, utc(now), utc(expires));
  }

  Optional<Used> use(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "glass_link.use",
        USE,
        row -> new Used(row.getLong("id"), row.getOffsetDateTime("expires_at").toInstant()),
        hash(token),
        utc(now));
  }

  Optional<GlassLinks.Opens> order(Queries queries, long link, Instant now) {
    return queries.findOne(
        "glass_link.order",
        ORDER,
        row ->
            new GlassLinks.Opens(
                new CompanyId(row.getLong("company_id")), new OrderId(row.getLong("order_id"))),
        link,
        utc(now));
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
