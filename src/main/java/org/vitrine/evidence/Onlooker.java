package org.vitrine.evidence;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;

/**
 * Whoever looks at what was seen, and how far they see.
 *
 * @param company behind whose wall they stand; absent for the house
 * @param only the one order that a glass link opens; absent for those who have a name here
 * @param seesRequirements whether they are told which requirement something shows
 */
record Onlooker(Optional<CompanyId> company, Optional<OrderId> only, boolean seesRequirements) {

  /** Somebody with a name: of this company, or of the house. */
  static Onlooker of(Optional<CompanyId> company) {
    return new Onlooker(company, Optional.empty(), true);
  }

  boolean isOfHouse() {
    return company.isEmpty();
  }

  boolean mayReach(OrderId order) {
    return only.isEmpty() || only.get().equals(order);
  }
}
