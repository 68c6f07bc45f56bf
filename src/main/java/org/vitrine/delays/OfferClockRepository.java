package org.vitrine.delays;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What the clock has to do about offers, in PostgreSQL. */
final class OfferClockRepository {
  private static final String LOCK_DUE =
      """
      SELECT id, step
        FROM delay_offer
       WHERE deed_at <= $1
       ORDER BY deed_at, id
       LIMIT 1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String TOLD =
      """
      UPDATE delay_offer
         SET step = 1, told_at = $2, deed_at = $3
       WHERE id = $1\
      """;

  private static final String DONE =
      """
      UPDATE delay_offer
         SET deed_at = NULL
       WHERE id = $1\
      """;

  private static final String REST =
      """
      UPDATE delay_offer
         SET deed_at = $2
       WHERE id = $1 AND deed_at IS NOT NULL\
      """;

  /**
   * What is due of an offer.
   *
   * @param step 0 where it is to be told by mail, 1 where its time is over
   */
  record DueOffer(OfferId id, int step) {}

  /** One that is due by then; passes over what another node has. */
  Optional<DueOffer> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "delay_offer.lock_due",
        LOCK_DUE,
        row -> new DueOffer(new OfferId(row.getString("id")), row.getInteger("step")),
        Sql.utc(now));
  }

  /**
   * @param told absent where nobody could be written to
   * @param over when its time is over
   */
  void told(Queries transaction, OfferId id, Optional<Instant> told, Instant over) {
    transaction.execute(
        "delay_offer.told", TOLD, id.text(), told.map(Sql::utc).orElse(null), Sql.utc(over));
  }

  void done(Queries transaction, OfferId id) {
    transaction.execute("delay_offer.done", DONE, id.text());
  }

  /** Puts off what failed. */
  void rest(Queries queries, OfferId id, Instant until) {
    queries.execute("delay_offer.rest", REST, id.text(), Sql.utc(until));
  }
}
