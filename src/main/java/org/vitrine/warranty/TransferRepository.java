package org.vitrine.warranty;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.warranty.Transfer.TransferParty;
import org.vitrine.warranty.Transfer.TransferTimes;

/** Transfers of pieces in PostgreSQL, for the house. */
final class TransferRepository {
  private static final String ADD =
      """
      INSERT INTO piece_transfer (id, piece, serial, product, giver, address, offered_at, expires_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8)
      ON CONFLICT (id) DO NOTHING\
      """;

  private static final String ADD_SIDE =
      """
      INSERT INTO piece_transfer_side (transfer, company_id, side)
      VALUES ($1, $2, $3)\
      """;

  private static final String COLUMNS =
      """
      SELECT t.id, t.serial, t.product::text AS product, t.giver, t.receiver, t.address, t.state, t.offered_at,
             t.expires_at, t.accepted_at,
             (SELECT s.company_id FROM piece_transfer_side s WHERE s.transfer = t.id AND s.side = 'giver') AS giver_id,
             (SELECT s.company_id FROM piece_transfer_side s WHERE s.transfer = t.id AND s.side = 'receiver')
               AS receiver_id
        FROM piece_transfer t
      """;

  private static final String FIND = COLUMNS + " WHERE t.id = $1";

  private static final String LOCK = FIND + " FOR NO KEY UPDATE OF t";

  private static final String WITHDRAW_OF_PIECE =
      """
      UPDATE piece_transfer
         SET state = 'withdrawn'
       WHERE piece = $1 AND state = 'offered'
      RETURNING id\
      """;

  private static final String ACCEPT =
      """
      UPDATE piece_transfer
         SET state = 'accepted', receiver = $2, accepted_at = $3
       WHERE id = $1\
      """;

  private static final String UNDO =
      """
      UPDATE piece_transfer
         SET state = 'undone', undone_at = $2, undone_by = $3
       WHERE id = $1\
      """;

  private static final String END_OF_PIECE =
      """
      UPDATE piece_transfer
         SET ended_at = $2
       WHERE piece = $1 AND state = 'accepted' AND ended_at IS NULL\
      """;

  private static final String ENDED =
      """
      SELECT 1
        FROM piece_transfer
       WHERE id = $1 AND ended_at IS NOT NULL\
      """;

  private static final String OFFERED_OF_PIECE =
      """
      SELECT count(*) AS offered
        FROM piece_transfer
       WHERE piece = $1 AND offered_at > $2\
      """;

  /** Returns false where the number is taken. */
  boolean add(Queries transaction, Transfer transfer) {
    int added =
        transaction.execute(
            "piece_transfer.add",
            ADD,
            transfer.id(),
            transfer.serial().key(),
            transfer.serial().value(),
            Json.text(transfer.product()),
            transfer.giver().name(),
            transfer.address().orElse(null),
            Sql.utc(transfer.times().offered()),
            Sql.utc(transfer.times().expires()));
    if (added > 0) {
      addSide(transaction, transfer.id(), transfer.giver().company(), TransferSide.GIVER);
    }
    return added > 0;
  }

  private static void addSide(
      Queries transaction, long transfer, CompanyId company, TransferSide side) {
    transaction.execute(
        "piece_transfer_side.add", ADD_SIDE, transfer, company.value(), side.code());
  }

  Optional<Transfer> find(Queries queries, long id) {
    return queries.findOne("piece_transfer.find", FIND, TransferRepository::toTransfer, id);
  }

  /** It stays as it is until the transaction ends; its piece is locked before. */
  Optional<Transfer> lock(Queries transaction, long id) {
    return transaction.findOne("piece_transfer.lock", LOCK, TransferRepository::toTransfer, id);
  }

  /** Whoever was offered the piece cannot take it any more; returns which that were. */
  List<Long> withdraw(Queries transaction, WarrantySerial piece) {
    return transaction.find(
        "piece_transfer.withdraw", WITHDRAW_OF_PIECE, row -> row.getLong("id"), piece.key());
  }

  void accept(Queries transaction, long id, TransferParty receiver, Instant at) {
    transaction.execute("piece_transfer.accept", ACCEPT, id, receiver.name(), Sql.utc(at));
    addSide(transaction, id, receiver.company(), TransferSide.RECEIVER);
  }

  void undo(Queries transaction, long id, TransferSide by, Instant at) {
    transaction.execute("piece_transfer.undo", UNDO, id, Sql.utc(at), by.code());
  }

  /** Its piece is sold anew: what was handed over before stands. */
  void end(Queries transaction, WarrantySerial piece, Instant at) {
    transaction.execute("piece_transfer.end", END_OF_PIECE, piece.key(), Sql.utc(at));
  }

  /** Whether its piece was sold anew since. */
  boolean isEnded(Queries queries, long id) {
    return queries.findOne("piece_transfer.ended", ENDED, row -> true, id).isPresent();
  }

  /** How often this piece was offered since then. */
  long offered(Queries queries, WarrantySerial piece, Instant since) {
    return queries
        .findOne(
            "piece_transfer.offered",
            OFFERED_OF_PIECE,
            row -> row.getLong("offered"),
            piece.key(),
            Sql.utc(since))
        .orElseThrow();
  }

  private static Transfer toTransfer(Row row) {
    return new Transfer(
        row.getLong("id"),
        new WarrantySerial(row.getString("serial")),
        LocalizedText.stored(row.getString("product")),
        new TransferParty(new CompanyId(row.getLong("giver_id")), row.getString("giver")),
        Optional.ofNullable(row.getLong("receiver_id"))
            .map(id -> new TransferParty(new CompanyId(id), row.getString("receiver"))),
        Optional.ofNullable(row.getString("address")),
        TransferState.of(row.getString("state")),
        new TransferTimes(
            row.getOffsetDateTime("offered_at").toInstant(),
            row.getOffsetDateTime("expires_at").toInstant(),
            Optional.ofNullable(row.getOffsetDateTime("accepted_at"))
                .map(OffsetDateTime::toInstant)));
  }
}
