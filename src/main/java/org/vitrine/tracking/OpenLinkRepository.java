package org.vitrine.tracking;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What a glass link that works allows, as its maker changes it, in PostgreSQL. */
final class OpenLinkRepository {
  private static final String LOCK_OPEN =
      """
      SELECT g.id, g.company_id, o.number, g.may_speak, coalesce(g.made_by_person = $5 OR g.made_by_key = $6, false) AS mine
        FROM glass_link g
        JOIN order_head o ON o.id = g.order_id
       WHERE g.id = $1 AND g.order_id = $2 AND g.revoked_at IS NULL AND g.expires_at > $3
         AND ($4::bigint IS NULL OR g.company_id = $4)
         FOR NO KEY UPDATE OF g""";

  private static final String LET_SPEAK =
      """
      UPDATE glass_link
         SET may_speak = $2
       WHERE id = $1""";

  /**
   * A link that works, held until the transaction ends.
   *
   * @param mine whether whoever asks has made it
   */
  record OpenLink(long id, CompanyId company, String number, boolean maySpeak, boolean mine) {}

  Optional<OpenLink> lockOpen(
      Queries transaction,
      long link,
      OrderId order,
      Optional<CompanyId> company,
      GlassLinks.Maker asking,
      Instant now) {
    return transaction.findOne(
        "glass_link.lock_open",
        LOCK_OPEN,
        row ->
            new OpenLink(
                row.getLong("id"),
                GlassLinkRepository.company(row),
                row.getString("number"),
                row.getBoolean("may_speak"),
                row.getBoolean("mine")),
        link,
        order.value(),
        Sql.utc(now),
        company.map(CompanyId::value).orElse(null),
        asking.person().orElse(null),
        asking.key().orElse(null));
  }

  void letSpeak(Queries transaction, long link, boolean maySpeak) {
    transaction.execute("glass_link.let_speak", LET_SPEAK, link, maySpeak);
  }
}
