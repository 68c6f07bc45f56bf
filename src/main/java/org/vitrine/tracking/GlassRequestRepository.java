package org.vitrine.tracking;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Who asked for a new glass link, and whom that concerns, in PostgreSQL. */
final class GlassRequestRepository {
  private static final String ASK_AGAIN =
      """
      UPDATE glass_link g
         SET asked_again_at = $2
        FROM order_head o
       WHERE g.token_hash = $1 AND (g.asked_again_at IS NULL OR g.asked_again_at < $3) AND o.id = g.order_id
         AND least(g.revoked_at, g.expires_at) <= $2 AND least(g.revoked_at, g.expires_at) > $4
      RETURNING g.id, g.company_id, o.number""";

  /** Who made it, while they may see the order; then the account managers of the company. */
  private static final String RESPONSIBLE =
      """
      SELECT p.name, p.email, p.language, p.zone
        FROM glass_link g
        JOIN active_person p ON %s
       WHERE g.id = $1
         AND (p.id = g.made_by_person OR p.role = 'account-manager' AND EXISTS (
               SELECT FROM person_company c WHERE c.person_id = p.id AND c.company_id = g.company_id))
       ORDER BY p.id IS DISTINCT FROM g.made_by_person, p.id"""
          .formatted(GlassLinkRepository.MAY_SEE.formatted("g.company_id"));

  /**
   * The link, if it ended, and not long ago; for one of many who ask at the same time, and for
   * nobody who asks soon after.
   */
  Optional<GlassLinkRepository.Ended> askAgain(
      Queries transaction, Token token, Instant now, Instant unlessAskedSince, Instant endedSince) {
    return transaction.findOne(
        "glass_link.ask_again",
        ASK_AGAIN,
        GlassLinkRepository::toEnded,
        Buffer.buffer(token.hash()),
        Sql.utc(now),
        Sql.utc(unlessAskedSince),
        Sql.utc(endedSince));
  }

  List<Recipient> responsibleFor(Queries queries, long link) {
    return queries.find(
        "glass_link.responsible",
        RESPONSIBLE,
        row ->
            Recipient.of(
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone")),
        link);
  }
}
