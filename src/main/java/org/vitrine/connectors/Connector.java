package org.vitrine.connectors;

import java.time.Instant;
import java.util.Optional;

/**
 * A connector as it stands.
 *
 * @param said what it is set to, without its secret
 * @param sealed its secret, sealed
 * @param cursor how far it has read
 */
record Connector(
    long id,
    ConnectorCode code,
    SaveConnector said,
    Optional<String> sealed,
    Instant savedAt,
    String savedBy,
    PullCursor cursor,
    ConnectorHealth health) {

  /**
   * How it is doing.
   *
   * @param isBelieved somebody looked: so many records are gone indeed
   * @param fault why it failed last; absent where it did not
   */
  record ConnectorHealth(
      Instant nextAt,
      Instant compareAt,
      boolean isBelieved,
      boolean isAtWork,
      int failures,
      Optional<PullFault> fault,
      Optional<Instant> failingSince,
      Optional<Instant> lastSuccess,
      Optional<Instant> lastCompared) {}

  String place() {
    return "connector/" + id;
  }
}
