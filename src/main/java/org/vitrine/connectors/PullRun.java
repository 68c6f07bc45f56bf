package org.vitrine.connectors;

import java.time.Instant;
import java.util.Optional;

/** A run of a connector, as it is told. */
public record PullRun(
    PullScope scope,
    Instant beganAt,
    Optional<Instant> endedAt,
    Optional<PullCounts> counts,
    Optional<PullFault> fault) {}
