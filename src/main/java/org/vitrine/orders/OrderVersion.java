package org.vitrine.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;

/** An order and a version that it came to: each event of its history is heard as one. */
public record OrderVersion(OrderId order, long version) {
  /** The kind under which other rooms hear of it. */
  public static final String KIND = "order";

  public static boolean isOne(Change change) {
    return change.kind().equals(KIND);
  }

  public static OrderVersion of(Change change) {
    return new OrderVersion(new OrderId(Long.parseLong(change.key())), change.version());
  }

  /** The orders among these, each at the newest version that is told of. */
  public static Map<OrderId, Long> newest(Collection<Change> changes) {
    Map<OrderId, Long> newest = new HashMap<>();
    for (Change change : changes) {
      if (isOne(change)) {
        OrderVersion told = of(change);
        newest.merge(told.order(), told.version(), Math::max);
      }
    }
    return newest;
  }

  /** What other rooms hear. */
  public Change asChange(CompanyId company) {
    return new Change(KIND, String.valueOf(order.value()), version, Optional.of(company.value()));
  }
}
