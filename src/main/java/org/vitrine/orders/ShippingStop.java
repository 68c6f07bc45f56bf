package org.vitrine.orders;

import java.util.List;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * What must not leave. Others know why; shipments only ask, inside of the transaction that writes
 * one, with its order locked: what is stopped at the same moment has not left, or is refused.
 */
@FunctionalInterface
public interface ShippingStop {

  /** Throws {@link Rejection.Invalid} where one of these serials or lots must not leave. */
  void requireFree(Queries transaction, List<String> serials, List<String> lots);
}
