package org.vitrine.warranty;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;

/**
 * What is said of a piece whose cover is kept; what is left out stays as it is.
 *
 * @param product required where the piece is new
 * @param gtin 8, 12, 13 or 14 digits with their check digit
 * @param company whose it is, by code: required where the piece is new, later it is handed over
 * @param order with which it left
 * @param promise in place of what the terms of its product say
 * @param identities by what whoever bought it can be recognised; of all that is said never kept as
 *     it is
 */
record SaveWarrantyPiece(
    LocalizedText product,
    String gtin,
    String company,
    OrderNumber order,
    LocalDate shippedOn,
    LocalDate deliveredOn,
    CoverPromise promise,
    List<String> identities) {
  private static final int LONGEST_PRODUCT = 200;

  SaveWarrantyPiece {
    LocalizedText.requireAtMost("product", product, LONGEST_PRODUCT);
    LocalizedText.requireLanguages("product", product);
    if (product != null && product.isBlank()) {
      throw new Rejection.Invalid("product", "Say which product it is");
    }
    gtin = gtin == null ? null : Gtin.of(gtin);
    if (promise != null) {
      promise.require();
    }
    if (shippedOn != null && deliveredOn != null && deliveredOn.isBefore(shippedOn)) {
      throw new Rejection.Invalid("deliveredOn", "It cannot arrive before it leaves");
    }
  }

  SaveWarrantyPiece promising(CoverPromise instead) {
    return new SaveWarrantyPiece(
        product, gtin, company, order, shippedOn, deliveredOn, instead, identities);
  }

  /** Never the identities: a log must not have them. */
  @Override
  public String toString() {
    return "SaveWarrantyPiece[" + product + "]";
  }
}
