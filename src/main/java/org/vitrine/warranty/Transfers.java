package org.vitrine.warranty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.MailAddress;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.warranty.Transfer.TransferParty;
import org.vitrine.warranty.TransferSecret.TransferPurpose;
import org.vitrine.warranty.TransferSecretRepository.OpenedTransfer;

/**
 * Pieces that somebody takes over: for the company that they signed in for, or at an address where
 * they are asked. For thirty days either side can undo it.
 */
final class Transfers {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int LINKS_OF_A_CODE = 5;

  private final Database database;
  private final TransferDesk desk;
  private final Warranty warranty;
  private final Companies companies;
  private final NewOwners newOwners;
  private final TransferRepository repository = new TransferRepository();
  private final TransferSecretRepository secrets = new TransferSecretRepository();

  Transfers(
      Database database,
      TransferDesk desk,
      Warranty warranty,
      Companies companies,
      NewOwners newOwners) {
    this.database = database;
    this.desk = desk;
    this.warranty = warranty;
    this.companies = companies;
    this.newOwners = newOwners;
  }

  /** What a code or a link opens, for whoever has it; looking changes nothing. */
  ShownTransfer look(TransferSecret secret) {
    OpenedTransfer opened = desk.opened(database, secret);
    Transfer transfer =
        repository
            .find(database, opened.transfer())
            .filter(one -> one.isOpen(desk.now()))
            .orElseThrow(TransferDesk::over);
    return ShownTransfer.of(
        transfer, warranty.cover(database, transfer.serial()), opened.address());
  }

  /** It is this company's from now on. */
  Transfer accept(CompanyId receiver, TransferSecret secret) {
    return database.inTransaction(
        transaction -> {
          Transfer transfer = desk.locked(transaction, desk.opened(transaction, secret).transfer());
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
            throw TransferDesk.over();
          }
          long id = desk.opened(transaction, code).transfer();
          desk.requireRoom(transaction, giver(transaction, id), 1);
          Transfer transfer = desk.locked(transaction, id);
          desk.requireOpen(transfer);
          if (secrets.links(transaction, transfer.id()) >= LINKS_OF_A_CODE) {
            throw new Rejection.TooMany(
                "This code was sent to %d addresses; ask its owner for another one"
                    .formatted(LINKS_OF_A_CODE),
                A_DAY);
          }
          desk.mail(transaction, transfer, address, language);
          return null;
        });
  }

  private CompanyId giver(Queries transaction, long id) {
    return repository.find(transaction, id).orElseThrow(TransferDesk::over).giver().company();
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
          OpenedTransfer opened = desk.opened(transaction, link);
          String address = opened.address().orElseThrow(TransferDesk::over);
          Transfer transfer = desk.locked(transaction, opened.transfer());
          desk.requireOpen(transfer);
          TransferParty receiver = newOwners.at(transaction, address, name, opened.language());
          return take(transaction, transfer, receiver);
        });
  }

  private Transfer take(Queries transaction, Transfer transfer, TransferParty receiver) {
    desk.requireOpen(transfer);
    WarrantyPiece piece = warranty.lock(transaction, transfer.serial());
    CompanyId giver = transfer.giver().company();
    if (!piece.owner().equals(giver)) {
      throw TransferDesk.over();
    }
    if (receiver.company().equals(giver)) {
      throw new Rejection.Conflict("It is yours already");
    }
    Instant now = desk.now();
    repository.accept(transaction, transfer.id(), receiver, now);
    secrets.end(transaction, List.of(transfer.id()));
    desk.moved(transaction, transfer, receiver.company());
    desk.mails().taken(transaction, transfer, receiver, now.plus(Transfer.UNDOABLE));
    return repository.find(transaction, transfer.id()).orElseThrow();
  }

  /** It is the giver's again, as either side says; the same again changes nothing. */
  void undo(CompanyId by, long id) {
    desk.requireParty(by, id);
    database.inTransaction(
        transaction -> {
          Transfer transfer = desk.locked(transaction, id);
          if (transfer.state() != TransferState.UNDONE) {
            undo(transaction, transfer, transfer.side(by).orElseThrow(TransferDesk::notHere));
          }
          return null;
        });
  }

  private void undo(Queries transaction, Transfer transfer, TransferSide by) {
    Instant now = desk.now();
    if (transfer.state() != TransferState.ACCEPTED) {
      throw new Rejection.Conflict("Nobody has taken it over");
    }
    if (!transfer.isUndoable(now)) {
      throw new Rejection.Gone("It could be undone for thirty days, which are over");
    }
    if (repository.isEnded(transaction, transfer.id())) {
      throw new Rejection.Conflict("It came back and was sold anew since then");
    }
    TransferParty receiver = transfer.receiver().orElseThrow();
    if (!warranty.lock(transaction, transfer.serial()).owner().equals(receiver.company())) {
      throw new Rejection.Conflict("It has been passed on since then");
    }
    desk.endOffers(transaction, transfer.serial());
    repository.undo(transaction, transfer.id(), by, now);
    desk.moved(transaction, transfer, transfer.giver().company());
    desk.mails().undone(transaction, transfer, receiver, by);
  }
}
