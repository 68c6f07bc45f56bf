package org.vitrine.warranty;

import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * The owner of a piece is offered a check before its cover ends.
 *
 * @param until the last day that is covered
 */
public record CourtesyOffer(String serial, LocalizedText product, LocalDate until) {
  public static final String KIND = "warranty.check-offered";

  /** What another room heard. */
  public static CourtesyOffer of(Change change) {
    return Json.read(change.body(), CourtesyOffer.class);
  }

  Change asChange(CompanyId owner) {
    return new Change(
        KIND,
        new WarrantySerial(serial).key() + "/" + until,
        0,
        Optional.of(owner.value()),
        Json.tree(this));
  }
}
