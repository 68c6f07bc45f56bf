package org.vitrine.evidence;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Change;

/** That what was seen of an order is another now; what, is read by whoever may see it. */
final class EvidenceChange {
  static final String KIND = "evidence";

  private EvidenceChange() {}

  static Change of(OrderId order, CompanyId company) {
    return new Change(KIND, String.valueOf(order.value()), 0, Optional.of(company.value()));
  }

  static boolean isOf(Change change, OrderId order) {
    return change.kind().equals(KIND) && change.key().equals(String.valueOf(order.value()));
  }
}
