package org.vitrine.warranty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;

/**
 * A piece on its way to another owner, as the house knows it.
 *
 * @param product what it was called when it was offered
 * @param address who was asked by mail, where somebody was
 */
record Transfer(
    long id,
    WarrantySerial serial,
    LocalizedText product,
    TransferParty giver,
    Optional<TransferParty> receiver,
    Optional<String> address,
    TransferState state,
    TransferTimes times) {
  /** For so long either side can undo it. */
  static final Duration UNDOABLE = Duration.ofDays(30);

  /** A company, and what it was called then. */
  record TransferParty(CompanyId company, String name) {}

  /** When it was offered, until when it can be taken, and when it was. */
  record TransferTimes(Instant offered, Instant expires, Optional<Instant> accepted) {
    Optional<Instant> undoableUntil() {
      return accepted.map(at -> at.plus(UNDOABLE));
    }
  }

  boolean isOpen(Instant now) {
    return state == TransferState.OFFERED && now.isBefore(times.expires());
  }

  boolean isUndoable(Instant now) {
    return state == TransferState.ACCEPTED
        && times.undoableUntil().filter(now::isBefore).isPresent();
  }

  /** On which side this company is; nothing where it has nothing to do with it. */
  Optional<TransferSide> side(CompanyId company) {
    return giver.company().equals(company)
        ? Optional.of(TransferSide.GIVER)
        : receiver.filter(one -> one.company().equals(company)).map(one -> TransferSide.RECEIVER);
  }
}
