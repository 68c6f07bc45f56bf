package org.vitrine.voices;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How much customers said, in PostgreSQL. */
final class VoiceLimitRepository {
  private static final String HOLD_COMPANY =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('voices of ' || $1::bigint, 0))\
      """;

  private static final String SAID_OF =
      """
      SELECT count(*) FILTER (WHERE said_at > $5 AND (person_id = $2 OR glass_link_id = $3)) AS own,
             count(*) FILTER (WHERE order_id = $4) AS of_order,
             count(*) FILTER (WHERE state <> 'closed') AS open
        FROM voice
       WHERE company_id = $1 AND (said_at > $5 OR order_id = $4 OR state <> 'closed')\
      """;

  private static final String ADDED_BY_PERSON =
      """
      SELECT count(*) AS added
        FROM voice_event
       WHERE person_id = $1 AND at > $2\
      """;

  private static final String ADDED_BY_LINK =
      """
      SELECT count(*) AS added
        FROM voice v
        JOIN voice_event e ON e.voice = v.number
       WHERE v.glass_link_id = $1 AND e.side = 'glass' AND e.at > $2\
      """;

  private static final String OPEN_OF =
      """
      SELECT count(*) AS open
        FROM voice
       WHERE company_id = $1 AND state <> 'closed'\
      """;

  /** One at a time says something for a company, so that its limits hold. */
  void hold(Queries transaction, CompanyId company) {
    transaction.find("voice.hold_company", HOLD_COMPANY, row -> true, company.value());
  }

  /**
   * How much there is of a company.
   *
   * @param own said by this person, or through this link, since then
   * @param ofOrder about this order
   */
  record SaidCount(long own, long ofOrder, long open) {}

  SaidCount count(
      Queries queries, CompanyId company, Speaker by, Optional<OrderId> order, Instant since) {
    return queries
        .findOne(
            "voice.said_of",
            SAID_OF,
            row -> new SaidCount(row.getLong("own"), row.getLong("of_order"), row.getLong("open")),
            company.value(),
            by.person().orElse(null),
            by.link().orElse(null),
            order.map(OrderId::value).orElse(null),
            Sql.utc(since))
        .orElseThrow();
  }

  /** What this person, or whoever holds this link, did with any voices since then. */
  long added(Queries queries, Speaker by, Instant since) {
    return queries
        .findOne(
            "voice_event.added",
            by.link().isPresent() ? ADDED_BY_LINK : ADDED_BY_PERSON,
            row -> row.getLong("added"),
            by.party().id().orElseThrow(),
            Sql.utc(since))
        .orElseThrow();
  }

  long open(Queries queries, CompanyId company) {
    return queries
        .findOne("voice.open_of", OPEN_OF, row -> row.getLong("open"), company.value())
        .orElseThrow();
  }
}
