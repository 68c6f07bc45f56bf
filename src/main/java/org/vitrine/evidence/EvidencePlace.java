package org.vitrine.evidence;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;

/**
 * Where reports say that evidence stands.
 *
 * @param version of the order, by the report that names it
 */
record EvidencePlace(
    CompanyId company,
    OrderId order,
    long version,
    int line,
    Optional<String> stage,
    Optional<String> requirement,
    Instant takenAt,
    EvidenceBy by) {

  /** Who took it, and at which station. */
  record EvidenceBy(Optional<String> station, Optional<String> actor) {}
}
