package org.vitrine.orders;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * An order is there no longer: it was placed by mistake, and taken away as if it had never been.
 */
public final class OrderRemoved {
  /** The kind under which other rooms hear of it. */
  public static final String KIND = "order-removed";

  private static final String NUMBER = "number";

  private OrderRemoved() {}

  public static Change of(OrderId order, OrderNumber number, CompanyId company, long version) {
    return new Change(
        KIND,
        String.valueOf(order.value()),
        version,
        Optional.of(company.value()),
        Json.tree(Map.of(NUMBER, number.value())));
  }

  /** Where the page of the order was that is gone by this change, if it is such a change. */
  public static Optional<String> address(Change change) {
    return number(change).map(number -> "/orders/" + FoundText.encoded(number));
  }

  /** The number of the order that is gone by this change, if it is such a change. */
  public static Optional<String> number(Change change) {
    return change.kind().equals(KIND)
        ? Optional.of(change.body().path(NUMBER).asText())
        : Optional.empty();
  }

  /** The orders that are gone by these changes. */
  public static Set<OrderId> among(Collection<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind().equals(KIND))
        .map(change -> new OrderId(Long.parseLong(change.key())))
        .collect(Collectors.toSet());
  }
}
