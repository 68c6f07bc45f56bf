package org.vitrine.nonconformances;

import java.time.Instant;
import org.vitrine.traceability.Criteria;

/**
 * What is sought because of a nonconformance, kept as data: it is sought again whenever something
 * is made, moves or is known otherwise.
 *
 * @param version how often it was sought otherwise
 */
record Containment(Criteria criteria, int version, Instant at, String by) {}
