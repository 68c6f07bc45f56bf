package org.vitrine.warranty;

import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;

/**
 * What pieces that left together have in common.
 *
 * @param gtin the number of their product, with its check digit
 * @param company who bought them, by code
 * @param order absent where nobody knows with which they left
 */
public record SoldPieces(
    LocalizedText product,
    String gtin,
    String company,
    Optional<OrderNumber> order,
    LocalDate shippedOn,
    CoverPromise promise) {

  SaveWarrantyPiece said() {
    return new SaveWarrantyPiece(
        product, gtin, company, order.orElse(null), shippedOn, null, promise, null);
  }
}
