package org.vitrine.warranty;

import java.time.Instant;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Addresses that were asked to take pieces over, in PostgreSQL. */
final class TransferMailRepository {
  private static final String HOLD_GIVER =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('pieces mailed of ' || $1::bigint, 0))\
      """;

  private static final String HOLD_ADDRESS =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('owner at ' || lower($1), 0))\
      """;

  private static final String ADD =
      """
      INSERT INTO piece_transfer_mail (transfer, mailed_at)
      VALUES ($1, $2)\
      """;

  private static final String MAILED_SINCE =
      """
      SELECT count(*) AS mailed
        FROM piece_transfer_mail m
        JOIN piece_transfer_side s ON s.transfer = m.transfer AND s.side = 'giver'
       WHERE s.company_id = $1 AND m.mailed_at > $2\
      """;

  private static final String SWEEP =
      """
      DELETE FROM piece_transfer_mail
       WHERE mailed_at < $1\
      """;

  /** One at a time mails for a company, so that its limit holds; before any piece is locked. */
  void hold(Queries transaction, CompanyId giver) {
    transaction.find("piece_transfer_mail.hold_giver", HOLD_GIVER, row -> true, giver.value());
  }

  /** One at a time becomes an owner at an address. */
  void holdAddress(Queries transaction, String address) {
    transaction.find("piece_transfer_mail.hold_address", HOLD_ADDRESS, row -> true, address);
  }

  void add(Queries transaction, long transfer, Instant at) {
    transaction.execute("piece_transfer_mail.add", ADD, transfer, Sql.utc(at));
  }

  /** How many addresses were asked to take pieces of a company since then. */
  long mailed(Queries queries, CompanyId giver, Instant since) {
    return queries
        .findOne(
            "piece_transfer_mail.mailed",
            MAILED_SINCE,
            row -> row.getLong("mailed"),
            giver.value(),
            Sql.utc(since))
        .orElseThrow();
  }

  void sweep(Queries queries, Instant before) {
    queries.execute("piece_transfer_mail.sweep", SWEEP, Sql.utc(before));
  }
}
