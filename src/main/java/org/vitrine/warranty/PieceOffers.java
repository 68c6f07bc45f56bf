package org.vitrine.warranty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.RandomNumbers;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.warranty.Transfer.TransferParty;
import org.vitrine.warranty.Transfer.TransferTimes;
import org.vitrine.warranty.TransferSecretRepository.OpenedTransfer;

/**
 * Pieces that their owners hand over: by a one-time code, or by mail to whoever shall have them.
 */
final class PieceOffers {
  private static final Duration CODE_LASTS = Duration.ofDays(14);
  private static final Duration LINK_LASTS = Duration.ofDays(30);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int OFFERED_A_DAY = 20;

  private final Database database;
  private final TransferDesk desk;
  private final Companies companies;
  private final TransferRepository repository = new TransferRepository();
  private final TransferSecretRepository secrets = new TransferSecretRepository();
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();

  PieceOffers(Database database, TransferDesk desk, Companies companies) {
    this.database = database;
    this.desk = desk;
    this.companies = companies;
  }

  /** An offer and the code by which it is taken, which is shown this once. */
  record OfferedPiece(long transfer, String code, Instant expiresAt) {}

  /** Whoever has the code can take the piece; what was offered of it before ends. */
  OfferedPiece offer(CompanyId giver, WarrantySerial serial) {
    requireOwn(giver, serial);
    TransferSecret code = TransferSecret.newCode();
    return database.inTransaction(
        transaction -> {
          Transfer offered =
              begin(transaction, giver, serial, Optional.empty(), desk.now().plus(CODE_LASTS));
          Instant expires = offered.times().expires();
          secrets.add(
              transaction,
              code,
              new OpenedTransfer(offered.id(), Optional.empty(), Optional.empty()),
              expires);
          return new OfferedPiece(offered.id(), code.shown(), expires);
        });
  }

  /** Asks whoever has this address to take the piece over, in the transaction of a whole batch. */
  void offer(Queries transaction, CompanyId giver, WarrantySerial serial, MailedOffer to) {
    Instant now = desk.now();
    Transfer offered =
        begin(transaction, giver, serial, Optional.of(to.address()), now.plus(LINK_LASTS));
    desk.mail(transaction, offered, to.address(), to.language());
  }

  /** Behind the company's own wall, whatever the house sees. */
  private void requireOwn(CompanyId company, WarrantySerial serial) {
    if (own(company, List.of(serial)).isEmpty()) {
      throw notYours();
    }
  }

  /** The keys of those among these that are the company's own; the same. */
  Set<String> own(CompanyId company, List<WarrantySerial> serials) {
    return database.onBehalfOf(
        Optional.of(company.value()), queries -> pieces.ownKeys(queries, company, serials));
  }

  private Transfer begin(
      Queries transaction,
      CompanyId giver,
      WarrantySerial serial,
      Optional<String> address,
      Instant expires) {
    WarrantyPiece piece =
        pieces
            .lock(transaction, serial)
            .filter(one -> one.owner().equals(giver))
            .orElseThrow(PieceOffers::notYours);
    requireFew(transaction, piece.serial());
    desk.endOffers(transaction, piece.serial());
    String name = companies.require(transaction, giver).name();
    Instant now = desk.now();
    long id =
        RandomNumbers.draw(
            free ->
                repository.add(
                    transaction,
                    new Transfer(
                        free,
                        piece.serial(),
                        piece.product(),
                        new TransferParty(giver, name),
                        Optional.empty(),
                        address,
                        TransferState.OFFERED,
                        new TransferTimes(now, expires, Optional.empty()))));
    Transfer offered = repository.find(transaction, id).orElseThrow();
    desk.tell(transaction, offered, giver);
    return offered;
  }

  /** Each code can be mailed to a few addresses: nobody makes many to write to strangers. */
  private void requireFew(Queries transaction, WarrantySerial piece) {
    if (repository.offered(transaction, piece, desk.now().minus(A_DAY)) >= OFFERED_A_DAY) {
      throw new Rejection.TooMany(
          "This piece was offered %d times within a day; try again later".formatted(OFFERED_A_DAY),
          A_DAY);
    }
  }

  /** It is not given away after all; the same again changes nothing. */
  void withdraw(CompanyId giver, long id) {
    desk.requireParty(giver, id);
    database.inTransaction(
        transaction -> {
          Transfer transfer = desk.locked(transaction, id);
          if (transfer.state() == TransferState.OFFERED) {
            desk.endOffers(transaction, transfer.serial());
            desk.tell(transaction, transfer, giver);
          } else if (transfer.state() != TransferState.WITHDRAWN) {
            throw new Rejection.Conflict("It has been taken over already; it can be undone");
          }
          return null;
        });
  }

  /** What is another company's and what does not exist are told alike. */
  static Rejection notYours() {
    return new Rejection.NotFound("Your company has no such piece");
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("codes of transfers", () -> secrets.sweep(database, desk.now().minus(A_DAY)));
    desk.addSweeps(sweeps);
  }
}
