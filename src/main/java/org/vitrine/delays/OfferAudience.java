package org.vitrine.delays;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;

/** For whom offers are shown; each has its own pages, and no frame is sent to two of them. */
sealed interface OfferAudience {

  /**
   * People of the manufacturer.
   *
   * @param keeps whether they offer, and take back what was offered
   */
  record ForOfferingHouse(boolean keeps) implements OfferAudience {}

  /** People of the company. */
  record ForBuyer(CompanyId of, boolean answers) implements OfferAudience {}

  /** Whoever holds this glass link to the order, which lets them see and answer offers. */
  record ForLinkHolder(CompanyId of, OrderId order, long link) implements OfferAudience {}

  /** Behind whose wall they read. */
  default Optional<CompanyId> company() {
    return switch (this) {
      case ForOfferingHouse house -> Optional.empty();
      case ForBuyer buyer -> Optional.of(buyer.of());
      case ForLinkHolder holder -> Optional.of(holder.of());
    };
  }

  /** Whether an offer about this order is shown to them at all. */
  default boolean mayReach(OrderId about) {
    return !(this instanceof ForLinkHolder holder) || holder.order().equals(about);
  }

  default boolean answers() {
    return switch (this) {
      case ForOfferingHouse house -> false;
      case ForBuyer buyer -> buyer.answers();
      case ForLinkHolder holder -> true;
    };
  }
}
