package org.vitrine.tracking;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.production.OrderSummary;

/** When the plant was last heard of an order, and until when that is believed. */
record LastHeard(Optional<Instant> heardAt, Optional<Instant> verifiedUntil) {
  static LastHeard of(OrderSummary summary) {
    return new LastHeard(summary.heardAt(), summary.outlook().staleFrom());
  }
}
