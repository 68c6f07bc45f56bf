package org.vitrine.warranty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** When owners are offered a check, in PostgreSQL. */
final class CourtesyRepository {
  private static final String SCHEDULE =
      """
      INSERT INTO courtesy_check AS k (piece, company_id, until, due_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (piece) DO UPDATE
         SET company_id = excluded.company_id, until = excluded.until, due_at = excluded.due_at,
             offered_at = NULL
       WHERE k.until <> excluded.until OR k.company_id <> excluded.company_id
          OR (k.due_at IS NULL AND k.offered_at IS NULL)\
      """;

  private static final String DROP =
      """
      UPDATE courtesy_check
         SET due_at = NULL
       WHERE piece = $1\
      """;

  private static final String LOCK_DUE =
      """
      SELECT piece
        FROM courtesy_check
       WHERE due_at <= $1
       ORDER BY due_at, piece
       LIMIT 1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String UNTIL =
      """
      SELECT until
        FROM courtesy_check
       WHERE piece = $1\
      """;

  private static final String OFFERED =
      """
      UPDATE courtesy_check
         SET due_at = NULL, offered_at = $2
       WHERE piece = $1\
      """;

  private static final String REST =
      """
      UPDATE courtesy_check
         SET due_at = $2
       WHERE piece = $1 AND due_at IS NOT NULL\
      """;

  private static final String OFFERED_OF =
      """
      SELECT k.piece, k.offered_at
        FROM courtesy_check k
        JOIN warranty_piece p ON p.serial_key = k.piece AND p.company_id = k.company_id
       WHERE p.company_id = $1 AND k.piece = ANY($2) AND k.offered_at IS NOT NULL\
      """;

  /** It is offered then, once for this end to whoever has it; where that is over, never. */
  void schedule(Queries transaction, WarrantyPiece piece, LocalDate until, Optional<Instant> due) {
    transaction.execute(
        "courtesy_check.schedule",
        SCHEDULE,
        piece.serial().key(),
        piece.owner().value(),
        until,
        due.map(Sql::utc).orElse(null));
  }

  void drop(Queries transaction, String piece) {
    transaction.execute("courtesy_check.drop", DROP, piece);
  }

  /** One that is due, held until the transaction ends. */
  Optional<String> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "courtesy_check.lock_due", LOCK_DUE, row -> row.getString("piece"), Sql.utc(now));
  }

  LocalDate until(Queries queries, String piece) {
    return queries
        .findOne("courtesy_check.until", UNTIL, row -> row.getLocalDate("until"), piece)
        .orElseThrow();
  }

  void offered(Queries transaction, String piece, Instant at) {
    transaction.execute("courtesy_check.offered", OFFERED, piece, Sql.utc(at));
  }

  void rest(Queries queries, String piece, Instant later) {
    queries.execute("courtesy_check.rest", REST, piece, Sql.utc(later));
  }

  /** When a check was offered of pieces of this company, by their keys. */
  Map<String, Instant> offered(Queries queries, CompanyId company, Collection<String> pieces) {
    return queries
        .find(
            "courtesy_check.offered_of",
            OFFERED_OF,
            row ->
                Map.entry(row.getString("piece"), row.getOffsetDateTime("offered_at").toInstant()),
            company.value(),
            pieces.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
