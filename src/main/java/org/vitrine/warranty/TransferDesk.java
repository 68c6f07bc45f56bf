package org.vitrine.warranty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.Traces;
import org.vitrine.warranty.TransferSecretRepository.OpenedTransfer;

/**
 * Where transfers are written to. A piece is locked before its transfers are, by everybody who
 * moves one; what follows from that, for whoever watches and for what a fault reaches, is done
 * here.
 */
final class TransferDesk {
  /**
   * A piece of a company is offered or not any more, or is not its any more; the key says whose.
   */
  static final String KIND = "warranty-transfer";

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MAILED_A_DAY = 2_000;

  private final Database database;
  private final Changes changes;
  private final Warranty warranty;
  private final Traces traces;
  private final TransferMails mails;
  private final Clock clock;
  private final TransferRepository repository = new TransferRepository();
  private final TransferSecretRepository secrets = new TransferSecretRepository();
  private final TransferMailRepository asked = new TransferMailRepository();
  private final OwnTransferRepository own = new OwnTransferRepository();
  private final PieceSecretRepository owners = new PieceSecretRepository();

  TransferDesk(
      Database database,
      Changes changes,
      Warranty warranty,
      Traces traces,
      Mailer mailer,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.warranty = warranty;
    this.traces = traces;
    this.mails = new TransferMails(mailer);
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  TransferMails mails() {
    return mails;
  }

  /** Behind the company's own wall, whatever the house sees. */
  void requireParty(CompanyId company, long id) {
    database
        .onBehalfOf(Optional.of(company.value()), queries -> own.find(queries, company, id))
        .orElseThrow(TransferDesk::notHere);
  }

  /** Its piece first, as by everybody who moves one. */
  Transfer locked(Queries transaction, long id) {
    Transfer known = repository.find(transaction, id).orElseThrow(TransferDesk::over);
    warranty.lock(transaction, known.serial());
    return repository.lock(transaction, id).orElseThrow(TransferDesk::over);
  }

  /** What a secret opens, as long as it does. */
  OpenedTransfer opened(Queries queries, TransferSecret secret) {
    return secrets.find(queries, secret, clock.instant()).orElseThrow(TransferDesk::over);
  }

  void requireOpen(Transfer transfer) {
    if (!transfer.isOpen(clock.instant())) {
      throw over();
    }
  }

  /**
   * Throws {@link Rejection.TooMany} where too many addresses are asked within a day to take pieces
   * of a company, by itself or by whoever has its codes. One at a time asks, until the transaction
   * ends; pieces are locked after that.
   */
  void requireRoom(Queries transaction, CompanyId giver, int more) {
    asked.hold(transaction, giver);
    if (asked.mailed(transaction, giver, now().minus(A_DAY)) + more > MAILED_A_DAY) {
      throw new Rejection.TooMany(
          "At most %,d pieces are handed over by mail within a day".formatted(MAILED_A_DAY), A_DAY);
    }
  }

  /** Asks whoever has this address, by a link of theirs; {@link #requireRoom} comes before. */
  void mail(Queries transaction, Transfer transfer, String address, Optional<String> language) {
    TransferSecret link = TransferSecret.newLink();
    Instant expires = transfer.times().expires();
    secrets.add(
        transaction,
        link,
        new OpenedTransfer(transfer.id(), Optional.of(address), language),
        expires);
    asked.add(transaction, transfer.id(), now());
    mails.ask(transaction, transfer, link, address, language, expires);
  }

  /** Whoever was offered the piece cannot take it any more. */
  void endOffers(Queries transaction, WarrantySerial piece) {
    secrets.end(transaction, repository.withdraw(transaction, piece));
  }

  /** Whoever has it is covered, and is told where a fault reaches it. */
  void moved(Queries transaction, Transfer transfer, CompanyId to) {
    warranty.handOver(transaction, transfer.serial(), to);
    owners.forgetOwner(transaction, transfer.serial());
    traces.handOver(transaction, transfer.serial().value(), to);
  }

  /** Whoever has its page open sees what is offered. */
  void tell(Queries transaction, Transfer transfer, CompanyId company) {
    changes.record(transaction, List.of(ofCompany(transfer.serial(), company)));
  }

  static Change ofCompany(WarrantySerial piece, CompanyId company) {
    return new Change(KIND, piece.key() + "/" + company.value(), 0, Optional.of(company.value()));
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("mails of transfers", () -> asked.sweep(database, now().minus(A_DAY)));
  }

  /** What is of others and what does not exist are told alike. */
  static Rejection notHere() {
    return new Rejection.NotFound("There is no such transfer");
  }

  /** A code that never was and one that has run out are told alike. */
  static Rejection over() {
    return new Rejection.Gone("This code or link has expired, or was used before");
  }
}
