package org.vitrine.warranty;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.warranty.ClaimDecision.ClaimRemedy;
import org.vitrine.warranty.ClaimDecision.ClaimVerdict;
import org.vitrine.warranty.PieceClaim.DecidedClaim;

/** Claims in PostgreSQL. Whatever a customer reaches takes their company. */
final class ClaimRepository {
  private static final String ADD =
      """
      INSERT INTO claim (company_id, voice, piece, about, made_at, covered)
      VALUES ($1, $2, $3, $4, $5, $6)\
      """;

  private static final String COLUMNS =
      """
      SELECT c.voice, c.company_id, c.piece, p.serial, p.product::text AS product, c.about, c.made_at, c.covered,
             c.verdict, c.remedy, c.reason, c.decided_at
        FROM claim c
      """;

  private static final String FIND =
      COLUMNS + " JOIN warranty_piece p ON p.serial_key = c.piece WHERE c.voice = $1";

  private static final String LOCK = FIND + " FOR NO KEY UPDATE OF c";

  private static final String OF_PIECES =
      COLUMNS
          + """
           JOIN warranty_piece p ON p.serial_key = c.piece AND p.company_id = c.company_id
          WHERE c.company_id = $1 AND c.piece = ANY($2)
          ORDER BY c.made_at DESC, c.voice DESC\
          """;

  private static final String LIST =
      COLUMNS
          + """
           JOIN warranty_piece p ON p.serial_key = c.piece
          WHERE ($1::boolean IS NULL OR (c.verdict IS NULL) = $1)
            AND ($2::bigint IS NULL
                 OR (c.made_at, c.voice) < (SELECT a.made_at, a.voice FROM claim a WHERE a.voice = $2))
          ORDER BY c.made_at DESC, c.voice DESC
          LIMIT $3\
          """;

  private static final String DECIDE =
      """
      UPDATE claim
         SET verdict = $2, remedy = $3, reason = $4, decided_at = $5
       WHERE voice = $1\
      """;

  private static final String OPEN_OF =
      """
      SELECT count(*) AS open
        FROM claim
       WHERE company_id = $1 AND piece = $2 AND verdict IS NULL\
      """;

  /** A claim, and whose it is. */
  record OwnedClaim(CompanyId company, PieceClaim claim) {}

  void add(Queries transaction, CompanyId company, PieceClaim claim) {
    transaction.execute(
        "claim.add",
        ADD,
        company.value(),
        claim.number(),
        claim.serial().key(),
        claim.about().code(),
        Sql.utc(claim.madeAt()),
        claim.covered());
  }

  /** For the house. */
  Optional<OwnedClaim> find(Queries queries, long number) {
    return queries.findOne("claim.find", FIND, ClaimRepository::toOwned, number);
  }

  /** The same, as it stays until the transaction ends. */
  Optional<OwnedClaim> lock(Queries transaction, long number) {
    return transaction.findOne("claim.lock", LOCK, ClaimRepository::toOwned, number);
  }

  /** What this company claims of pieces that are its own, by their keys, the newest first. */
  Map<String, List<PieceClaim>> of(Queries queries, CompanyId company, Collection<String> pieces) {
    return queries
        .find(
            "claim.of_pieces",
            OF_PIECES,
            ClaimRepository::toOwned,
            company.value(),
            pieces.toArray(String[]::new))
        .stream()
        .map(OwnedClaim::claim)
        .collect(Collectors.groupingBy(claim -> claim.serial().key()));
  }

  /** How many of a piece are not decided. */
  long open(Queries queries, CompanyId company, WarrantySerial piece) {
    return queries
        .findOne("claim.open", OPEN_OF, row -> row.getLong("open"), company.value(), piece.key())
        .orElseThrow();
  }

  /**
   * The newest first, for the house.
   *
   * @param undecided absent for all
   * @param after the number of the last one before
   */
  List<OwnedClaim> list(
      Queries queries, Optional<Boolean> undecided, Optional<Long> after, int most) {
    return queries.find(
        "claim.list",
        LIST,
        ClaimRepository::toOwned,
        undecided.orElse(null),
        after.orElse(null),
        most);
  }

  void decide(Queries transaction, long number, ClaimDecision decision, Instant at) {
    transaction.execute(
        "claim.decide",
        DECIDE,
        number,
        decision.verdict().code(),
        decision.remedy() == null ? null : decision.remedy().code(),
        decision.reason(),
        Sql.utc(at));
  }

  private static OwnedClaim toOwned(Row row) {
    OffsetDateTime decided = row.getOffsetDateTime("decided_at");
    return new OwnedClaim(
        new CompanyId(row.getLong("company_id")),
        new PieceClaim(
            row.getLong("voice"),
            new WarrantySerial(row.getString("serial")),
            LocalizedText.stored(row.getString("product")),
            ClaimAbout.read(row.getString("about")),
            row.getOffsetDateTime("made_at").toInstant(),
            row.getBoolean("covered"),
            Optional.ofNullable(decided).map(at -> decision(row, at.toInstant()))));
  }

  private static DecidedClaim decision(Row row, Instant at) {
    return new DecidedClaim(
        ClaimVerdict.read(row.getString("verdict")),
        Optional.ofNullable(row.getString("remedy")).map(ClaimRemedy::read),
        row.getString("reason"),
        at);
  }
}
