package org.vitrine.warranty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.warranty.TransferBatch.BatchRow;
import org.vitrine.warranty.TransferBatch.BatchedRow;
import org.vitrine.warranty.TransferBatch.ReadBatch;

/** Offers by mail what a file names, in one transaction; rows that cannot be offered are said. */
final class TransferBatches {
  private final Database database;
  private final TransferDesk desk;
  private final PieceOffers offers;

  TransferBatches(Database database, TransferDesk desk, PieceOffers offers) {
    this.database = database;
    this.desk = desk;
    this.offers = offers;
  }

  /** What became of a file. */
  record OfferedBatch(int offered, int refused, List<BatchedRow> rows) {
    static OfferedBatch of(List<BatchedRow> rows) {
      int refused = (int) rows.stream().filter(row -> row.problem().isPresent()).count();
      return new OfferedBatch(
          rows.size() - refused,
          refused,
          rows.stream().sorted(Comparator.comparing(BatchedRow::line)).toList());
    }
  }

  OfferedBatch offer(CompanyId giver, String csv) {
    ReadBatch batch = TransferBatch.read(csv);
    Set<String> own = offers.own(giver, batch.rows().stream().map(BatchRow::serial).toList());
    List<BatchedRow> rows = new ArrayList<>(batch.refused());
    database.inTransaction(
        transaction -> {
          desk.requireRoom(transaction, giver, batch.rows().size());
          // Pieces are locked one after the other, hence in an order that all batches share.
          batch.rows().stream()
              .sorted(Comparator.comparing(row -> row.serial().key()))
              .map(row -> offer(transaction, giver, row, own.contains(row.serial().key())))
              .forEach(rows::add);
          return null;
        });
    return OfferedBatch.of(rows);
  }

  private BatchedRow offer(Queries transaction, CompanyId giver, BatchRow row, boolean isOwn) {
    try {
      if (!isOwn) {
        throw PieceOffers.notYours();
      }
      offers.offer(transaction, giver, row.serial(), row.to());
      return row.became(Optional.empty());
    } catch (Rejection.NotFound | Rejection.TooMany notThisOne) {
      // Both are thrown before anything of the row is written.
      return row.became(Optional.of(notThisOne.getMessage()));
    }
  }
}
