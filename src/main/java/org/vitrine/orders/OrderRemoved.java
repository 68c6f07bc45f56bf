package org.vitrine.orders;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;

/**
 * An order is there no longer: it was placed by mistake, and taken away as if it had never been.
 */
public final class OrderRemoved {
  /** The kind under which other rooms hear of it. */
  public static final String KIND = "order-removed";

  private OrderRemoved() {}

  public static Change of(OrderId order, CompanyId company, long version) {
    return new Change(KIND, String.valueOf(order.value()), version, Optional.of(company.value()));
  }

  /** The keys of the orders that are gone by these changes. */
  public static Set<String> keysAmong(Collection<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind().equals(KIND))
        .map(Change::key)
        .collect(Collectors.toSet());
  }

  /** The orders that are gone by these changes. */
  public static Set<OrderId> among(Collection<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind().equals(KIND))
        .map(change -> new OrderId(Long.parseLong(change.key())))
        .collect(Collectors.toSet());
  }
}
