package org.vitrine.warranty;

import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;

/**
 * A piece whose cover is kept.
 *
 * @param gtin the number of its product, 14 digits, where it has one
 * @param owner whose it is now
 * @param promise what was promised when it was registered
 */
public record WarrantyPiece(
    WarrantySerial serial,
    LocalizedText product,
    Optional<String> gtin,
    CompanyId owner,
    CoverPromise promise,
    Optional<LocalDate> shipped,
    Optional<LocalDate> delivered,
    long version) {

  /** What its ledger begins with; nothing where nothing is promised, or its day has not come. */
  Optional<CoverEntry> base() {
    return promise.months() == null
        ? Optional.empty()
        : (promise.begins() == CoverBegins.DELIVERY ? delivered : shipped)
            .map(day -> CoverEntry.base(day, promise.months()));
  }

  WarrantyPiece ownedBy(CompanyId company) {
    return new WarrantyPiece(serial, product, gtin, company, promise, shipped, delivered, version);
  }

  WarrantyPiece atVersion(long number) {
    return new WarrantyPiece(serial, product, gtin, owner, promise, shipped, delivered, number);
  }

  /** The same, sold to somebody else and not shipped to them yet. */
  WarrantyPiece soldTo(CompanyId company) {
    return new WarrantyPiece(
        serial, product, gtin, company, promise, Optional.empty(), Optional.empty(), version);
  }
}
