package org.vitrine.connectors;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records are asked for.
 *
 * @param since changed at this moment or later; absent for all
 * @param behind those whose id comes behind this one; absent for all
 */
record SourceWindow(Optional<Instant> since, Optional<String> behind) {
  static final SourceWindow WHOLE = new SourceWindow(Optional.empty(), Optional.empty());
}
