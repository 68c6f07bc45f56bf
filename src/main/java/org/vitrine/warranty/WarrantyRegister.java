package org.vitrine.warranty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Queries;
import org.vitrine.warranty.WarrantyPieceRepository.WarrantyOrigin;

/** Puts pieces into the register of cover, by hand, by a program, and as they are shipped. */
final class WarrantyRegister {
  private final Warranty warranty;
  private final WarrantyTerms terms;
  private final PieceIdentities identities;
  private final Companies companies;
  private final Clock clock;
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();
  private final CoverRepository covers = new CoverRepository();
  private final PieceSecretRepository secrets = new PieceSecretRepository();
  private final TransferRepository transfers = new TransferRepository();
  private final TransferSecretRepository transferSecrets = new TransferSecretRepository();

  WarrantyRegister(
      Warranty warranty,
      WarrantyTerms terms,
      PieceIdentities identities,
      Companies companies,
      Clock clock) {
    this.warranty = warranty;
    this.terms = terms;
    this.identities = identities;
    this.companies = companies;
    this.clock = clock;
  }

  /** Somebody says this of a piece; the same again changes nothing. */
  SaveOutcome save(Queries transaction, WarrantySerial serial, SaveWarrantyPiece wanted, Actor by) {
    Optional<Company> company =
        Optional.ofNullable(wanted.company()).map(code -> companies.require(transaction, code));
    SaveOutcome outcome =
        save(transaction, serial, wanted, company.map(Company::id), Optional.empty(), by);
    if (wanted.identities() != null) {
      identities.keep(transaction, serial, wanted.identities(), by.name());
    }
    return outcome;
  }

  /**
   * The plant shipped it. Where it had left before with another order, it is sold anew: it belongs
   * to whom it left for, by the terms of today and a ledger that begins today, and what earlier
   * owners knew or did opens nothing. Where it left with this one already, it may have been handed
   * over since, and stays whose it is.
   */
  void ship(
      Queries transaction, WarrantySerial serial, SaveWarrantyPiece wanted, Sale sale, Actor by) {
    Optional<WarrantyPiece> before = pieces.lock(transaction, serial);
    boolean soldAnew =
        before.isPresent()
            && pieces
                .origin(transaction, serial)
                .filter(origin -> origin.shipment().isPresent() && !origin.isOf(wanted, sale))
                .isPresent();
    if (soldAnew) {
      sellAnew(transaction, before.get(), sale.buyer());
    }
    save(
        transaction,
        serial,
        soldAnew ? wanted.promising(promised(transaction, wanted, sale.buyer())) : wanted,
        before.isPresent() ? Optional.empty() : Optional.of(sale.buyer()),
        Optional.of(sale.shipment()),
        by);
  }

  private CoverPromise promised(Queries transaction, SaveWarrantyPiece wanted, CompanyId buyer) {
    LocalDate left = Optional.ofNullable(wanted.shippedOn()).orElseGet(warranty::today);
    return terms.promised(transaction, wanted.product(), buyer, left);
  }

  private void sellAnew(Queries transaction, WarrantyPiece piece, CompanyId buyer) {
    WarrantySerial serial = piece.serial();
    Instant now = clock.instant();
    warranty.save(transaction, piece, piece.soldTo(buyer));
    pieces.sellAnew(transaction, serial, now);
    secrets.forget(transaction, serial);
    transferSecrets.end(transaction, transfers.withdraw(transaction, serial));
    transfers.end(transaction, serial, now);
    pieces.saveOrigin(
        transaction, serial, new WarrantyOrigin(buyer, Optional.empty(), Optional.empty()));
  }

  /**
   * With what a piece left.
   *
   * @param buyer for whom
   */
  record Sale(CompanyId buyer, String shipment) {}

  /** The shipment came to nothing: what was registered by it and has no history of its own goes. */
  void takeBack(Queries transaction, String key) {
    pieces.forget(transaction, key);
  }

  private SaveOutcome save(
      Queries transaction,
      WarrantySerial serial,
      SaveWarrantyPiece wanted,
      Optional<CompanyId> buyer,
      Optional<String> shipment,
      Actor by) {
    Optional<WarrantyPiece> before = pieces.lock(transaction, serial);
    boolean isNew = before.isEmpty() && begin(transaction, serial, wanted, buyer);
    WarrantyPiece known = before.orElseGet(() -> warranty.lock(transaction, serial));
    WarrantyOrigin origin = origin(transaction, known, wanted, buyer, shipment);
    WarrantyPiece after = saying(transaction, known, wanted, isNew);
    List<CoverEntry> ledger = covers.ledger(transaction, serial);
    Optional<CoverEntry> base = after.base().filter(one -> !isLastBase(ledger, one));
    boolean sameOrigin = pieces.origin(transaction, serial).filter(origin::equals).isPresent();
    if (!isNew && after.equals(known) && base.isEmpty() && sameOrigin) {
      return SaveOutcome.UNCHANGED;
    }
    pieces.saveOrigin(transaction, serial, origin);
    base.ifPresent(
        entry ->
            covers.add(transaction, after.serial(), entry, after.owner(), by, clock.instant()));
    warranty.save(transaction, known, after);
    return isNew ? SaveOutcome.CREATED : SaveOutcome.CHANGED;
  }

  /** False where somebody was quicker. */
  private boolean begin(
      Queries transaction,
      WarrantySerial serial,
      SaveWarrantyPiece wanted,
      Optional<CompanyId> buyer) {
    if (wanted.product() == null) {
      throw new Rejection.Invalid("product", "Say which product it is");
    }
    CompanyId owner =
        buyer.orElseThrow(() -> new Rejection.Invalid("company", "Say whose it is, by code"));
    return pieces.add(transaction, serial, owner, clock.instant());
  }

  /** Whose it is changes by handing it over, never because somebody says again who bought it. */
  private WarrantyOrigin origin(
      Queries transaction,
      WarrantyPiece piece,
      SaveWarrantyPiece wanted,
      Optional<CompanyId> buyer,
      Optional<String> shipment) {
    Optional<WarrantyOrigin> before = pieces.origin(transaction, piece.serial());
    CompanyId bought = before.map(WarrantyOrigin::company).orElse(piece.owner());
    if (buyer.filter(one -> !one.equals(bought)).isPresent()) {
      throw new Rejection.Conflict(
          "company", "It was sold to another company; whose it is now changes by a transfer");
    }
    return new WarrantyOrigin(
        bought,
        Optional.ofNullable(wanted.order())
            .map(number -> number.value())
            .or(() -> before.flatMap(WarrantyOrigin::order)),
        shipment.or(() -> before.flatMap(WarrantyOrigin::shipment)));
  }

  private WarrantyPiece saying(
      Queries transaction, WarrantyPiece known, SaveWarrantyPiece wanted, boolean isNew) {
    CoverPromise usual = isNew ? promised(transaction, wanted, known.owner()) : known.promise();
    CoverPromise promise = wanted.promise() == null ? usual : wanted.promise().or(usual);
    return new WarrantyPiece(
        known.serial(),
        wanted.product() == null ? known.product() : wanted.product(),
        Optional.ofNullable(wanted.gtin()).or(known::gtin),
        known.owner(),
        promise.months() == null || promise.begins() != null
            ? promise
            : promise.or(new CoverPromise(null, CoverBegins.SHIPMENT, null, null, null)),
        Optional.ofNullable(wanted.shippedOn()).or(known::shipped),
        Optional.ofNullable(wanted.deliveredOn()).or(known::delivered),
        known.version());
  }

  private static boolean isLastBase(List<CoverEntry> ledger, CoverEntry base) {
    return ledger.stream()
        .filter(entry -> entry.kind() == CoverKind.BASE)
        .reduce((earlier, later) -> later)
        .filter(base::equals)
        .isPresent();
  }
}
