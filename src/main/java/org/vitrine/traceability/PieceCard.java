package org.vitrine.traceability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ShipmentNumber;

/**
 * One thing with a serial, as other rooms read it.
 *
 * @param gtin the trade item number of its product
 * @param company whose it is; absent until it left
 */
public record PieceCard(
    String serial,
    LocalizedText product,
    Optional<String> revision,
    Optional<String> gtin,
    Optional<Instant> madeAt,
    Optional<PieceLine> order,
    Optional<CompanyId> company,
    Optional<PieceShipment> shipment) {

  /** The order with which it left, or for which it was made. */
  public record PieceLine(OrderNumber number, Optional<Integer> line) {}

  /** With what it left, on days where the plant is. */
  public record PieceShipment(
      ShipmentNumber number, LocalDate leftOn, Optional<LocalDate> deliveredOn) {}
}
