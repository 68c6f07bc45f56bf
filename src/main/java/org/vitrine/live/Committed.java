package org.vitrine.live;

import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;

/** An order's event that was committed: the order, its company and the version it came to. */
record Committed(OrderId order, CompanyId company, long version) {

  static Committed of(Change change) {
    return new Committed(
        OrderVersion.of(change).order(),
        new CompanyId(change.company().orElseThrow()),
        change.version());
  }

  Committed later(Committed other) {
    return other.version > version ? other : this;
  }
}
