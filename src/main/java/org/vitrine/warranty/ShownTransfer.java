package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * What whoever has a code or a link sees before they take a piece over: never an order, a price or
 * another serial.
 *
 * @param giver who hands it over
 * @param coveredUntil the last day that is covered, where the plant is
 * @param address where the link was mailed to; absent for a code
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ShownTransfer(
    WarrantySerial serial,
    LocalizedText product,
    String giver,
    Optional<LocalDate> coveredUntil,
    Optional<String> address,
    Instant expiresAt) {

  static ShownTransfer of(Transfer transfer, Cover cover, Optional<String> address) {
    return new ShownTransfer(
        transfer.serial(),
        transfer.product(),
        transfer.giver().name(),
        Optional.ofNullable(cover.until()),
        address,
        transfer.times().expires());
  }
}
