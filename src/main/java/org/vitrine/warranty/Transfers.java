package org.vitrine.warranty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.RandomNumbers;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.traceability.Traces;
import org.vitrine.warranty.Transfer.TransferParty;
import org.vitrine.warranty.Transfer.TransferTimes;
import org.vitrine.warranty.TransferSecret.TransferPurpose;
import org.vitrine.warranty.TransferSecretRepository.OpenedTransfer;

/**
 * Pieces that go to another owner. Whoever has the one-time code takes a piece over, for the
 * company that they signed in for or for an address at which they are asked; for thirty days either
 * side can undo it. A piece is locked before its transfers are.
 */
final class Transfers {
  /** A piece of a company is offered, or is not any more; the key says of whose. */
  static final String KIND = "warranty-transfer";

  private static final Duration CODE_LASTS = Duration.ofDays(14);
  private static final Duration LINK_LASTS = Duration.ofDays(30);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MAILED_A_DAY = 2_000;
  private static final int LINKS_OF_A_CODE = 5;

  private final Database database;
  private final Changes changes;
  private final Warranty warranty;
  private final Traces traces;
  private final Companies companies;
  private final NewOwners newOwners;
  private final TransferMails mails;
  private final Clock clock;
  private final TransferRepository repository = new TransferRepository();
  private final TransferSecretRepository secrets = new TransferSecretRepository();
  private final OwnTransferRepository own = new OwnTransferRepository();
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();

  Transfers(
      Database database,
      Changes changes,
      Warranty warranty,
      Traces traces,
      Companies companies,
      NewOwners newOwners,
      Mailer mailer,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.warranty = warranty;
    this.traces = traces;
    this.companies = companies;
    this.newOwners = newOwners;
    this.mails = new TransferMails(mailer);
    this.clock = clock;
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
              begin(transaction, giver, serial, Optional.empty(), clock.instant().plus(CODE_LASTS));
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
    Instant now = clock.instant();
    Transfer offered =
        begin(transaction, giver, serial, Optional.of(to.address()), now.plus(LINK_LASTS));
    mail(transaction, offered, to.address(), to.language());
  }

  /** Throws {@link Rejection.TooMany} where a company asks too many addresses within a day. */
  void requireRoom(Queries transaction, CompanyId giver, int more) {
    if (repository.mailed(transaction, giver, clock.instant().minus(A_DAY)) + more > MAILED_A_DAY) {
      throw new Rejection.TooMany(
          "At most %,d pieces are handed over by mail within a day".formatted(MAILED_A_DAY), A_DAY);
    }
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
            .orElseThrow(Transfers::notYours);
    endOffers(transaction, piece.serial());
    String name = companies.require(transaction, giver).name();
    Instant now = clock.instant();
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
    tell(transaction, offered, giver);
    return offered;
  }

  /** Whoever has its page open sees it; the new owner hears of the piece itself. */
  private void tell(Queries transaction, Transfer transfer, CompanyId company) {
    changes.record(
        transaction,
        List.of(
            new Change(
                KIND,
                transfer.serial().key() + "/" + company.value(),
                0,
                Optional.of(company.value()))));
  }

  private void endOffers(Queries transaction, WarrantySerial piece) {
    secrets.end(transaction, repository.withdraw(transaction, piece));
  }

  private void mail(
      Queries transaction, Transfer transfer, String address, Optional<String> language) {
    TransferSecret link = TransferSecret.newLink();
    Instant expires = transfer.times().expires();
    secrets.add(
        transaction,
        link,
        new OpenedTransfer(transfer.id(), Optional.of(address), language),
        expires);
    mails.ask(transaction, transfer, link, address, language, expires);
  }

  /** It is not given away after all; the same again changes nothing. */
  void withdraw(CompanyId giver, long id) {
    requireParty(giver, id);
    database.inTransaction(
        transaction -> {
          Transfer transfer = locked(transaction, id);
          if (transfer.state() == TransferState.OFFERED) {
            endOffers(transaction, transfer.serial());
            tell(transaction, transfer, giver);
          } else if (transfer.state() != TransferState.WITHDRAWN) {
            throw new Rejection.Conflict("It has been taken over already; it can be undone");
          }
          return null;
        });
  }

  /** What a code or a link opens, for whoever has it; looking changes nothing. */
  ShownTransfer look(TransferSecret secret) {
    OpenedTransfer opened = opened(database, secret);
    Transfer transfer =
        repository
            .find(database, opened.transfer())
            .filter(one -> one.isOpen(clock.instant()))
            .orElseThrow(Transfers::over);
    return ShownTransfer.of(
        transfer, warranty.cover(database, transfer.serial()), opened.address());
  }

  /** It is this company's from now on. */
  Transfer accept(CompanyId receiver, TransferSecret secret) {
    return database.inTransaction(
        transaction -> {
          Transfer transfer = locked(transaction, opened(transaction, secret).transfer());
          String name = companies.require(transaction, receiver).name();
          return take(transaction, transfer, new TransferParty(receiver, name));
        });
  }

  /** Mails a link to an address, by which the piece becomes the one of whoever reads there. */
  void ask(TransferSecret code, String typed, Optional<String> language) {
    String address = address(typed);
    requireLanguage(language);
    database.inTransaction(
        transaction -> {
          if (code.purpose() != TransferPurpose.CODE) {
            throw over();
          }
          Transfer transfer = locked(transaction, opened(transaction, code).transfer());
          requireOpen(transfer);
          if (secrets.links(transaction, transfer.id()) >= LINKS_OF_A_CODE) {
            throw new Rejection.TooMany(
                "This code was sent to %d addresses; ask its owner for another one"
                    .formatted(LINKS_OF_A_CODE),
                A_DAY);
          }
          mail(transaction, transfer, address, language);
          return null;
        });
  }

  static String address(String typed) {
    try {
      return MailAddress.typed(typed).text();
    } catch (Rejection.Invalid notAnAddress) {
      throw new Rejection.Invalid("address", "Not an email address");
    }
  }

  static void requireLanguage(Optional<String> language) {
    if (language.filter(tag -> Language.of(tag).isEmpty()).isPresent()) {
      throw new Rejection.Invalid("language", "A language must be en or zh-CN");
    }
  }

  /** Whoever followed the link of a mail takes the piece over. */
  Transfer confirm(TransferSecret link, Optional<String> name) {
    return database.inTransaction(
        transaction -> {
          OpenedTransfer opened = opened(transaction, link);
          String address = opened.address().orElseThrow(Transfers::over);
          Transfer transfer = locked(transaction, opened.transfer());
          requireOpen(transfer);
          TransferParty receiver = newOwners.at(transaction, address, name, opened.language());
          return take(transaction, transfer, receiver);
        });
  }

  private Transfer take(Queries transaction, Transfer transfer, TransferParty receiver) {
    requireOpen(transfer);
    WarrantyPiece piece = warranty.lock(transaction, transfer.serial());
    CompanyId giver = transfer.giver().company();
    if (!piece.owner().equals(giver)) {
      throw over();
    }
    if (receiver.company().equals(giver)) {
      throw new Rejection.Conflict("It is yours already");
    }
    Instant now = clock.instant();
    repository.accept(transaction, transfer.id(), receiver, now);
    secrets.end(transaction, List.of(transfer.id()));
    moved(transaction, transfer, receiver.company());
    tell(transaction, transfer, giver);
    mails.taken(transaction, transfer, receiver, now.plus(Transfer.UNDOABLE));
    return repository.find(transaction, transfer.id()).orElseThrow();
  }

  /** Whoever has it is covered, and is told where a fault reaches it. */
  private void moved(Queries transaction, Transfer transfer, CompanyId to) {
    warranty.handOver(transaction, transfer.serial(), to);
    traces.handOver(transaction, transfer.serial().value(), to);
  }

  /** It is the giver's again, as either side says; the same again changes nothing. */
  void undo(CompanyId by, long id) {
    requireParty(by, id);
    database.inTransaction(
        transaction -> {
          Transfer transfer = locked(transaction, id);
          if (transfer.state() != TransferState.UNDONE) {
            undo(transaction, transfer, transfer.side(by).orElseThrow(Transfers::notHere));
          }
          return null;
        });
  }

  private void undo(Queries transaction, Transfer transfer, TransferSide by) {
    Instant now = clock.instant();
    if (transfer.state() != TransferState.ACCEPTED) {
      throw new Rejection.Conflict("Nobody has taken it over");
    }
    if (!transfer.isUndoable(now)) {
      throw new Rejection.Gone("It could be undone for thirty days, which are over");
    }
    TransferParty receiver = transfer.receiver().orElseThrow();
    if (!warranty.lock(transaction, transfer.serial()).owner().equals(receiver.company())) {
      throw new Rejection.Conflict("It has been passed on since then");
    }
    endOffers(transaction, transfer.serial());
    repository.undo(transaction, transfer.id(), by, now);
    moved(transaction, transfer, transfer.giver().company());
    tell(transaction, transfer, receiver.company());
    mails.undone(transaction, transfer, receiver, by);
  }

  /** Behind the company's own wall, whatever the house sees. */
  private void requireParty(CompanyId company, long id) {
    database
        .onBehalfOf(Optional.of(company.value()), queries -> own.find(queries, company, id))
        .orElseThrow(Transfers::notHere);
  }

  /** Its piece first, as by everybody who moves one. */
  private Transfer locked(Queries transaction, long id) {
    Transfer known = repository.find(transaction, id).orElseThrow(Transfers::over);
    warranty.lock(transaction, known.serial());
    return repository.lock(transaction, id).orElseThrow(Transfers::over);
  }

  private OpenedTransfer opened(Queries queries, TransferSecret secret) {
    return secrets.find(queries, secret, clock.instant()).orElseThrow(Transfers::over);
  }

  private void requireOpen(Transfer transfer) {
    if (!transfer.isOpen(clock.instant())) {
      throw over();
    }
  }

  /** What is another company's and what does not exist are told alike. */
  static Rejection notYours() {
    return new Rejection.NotFound("Your company has no such piece");
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such transfer");
  }

  /** A code that never was and one that has run out are told alike. */
  private static Rejection over() {
    return new Rejection.Gone("This code or link has expired, or was used before");
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("codes of transfers", () -> secrets.sweep(database, clock.instant().minus(A_DAY)));
  }
}
