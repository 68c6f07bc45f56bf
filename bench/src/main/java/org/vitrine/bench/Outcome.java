package org.vitrine.bench;

import java.util.List;
import java.util.Optional;

/**
 * What became of a row; kept in a file each, so that measuring one again keeps the others.
 *
 * @param notMeasured why there are no findings, where there are none
 */
public record Outcome(
    int number,
    String job,
    String method,
    String measuredAt,
    int rounds,
    double roundSeconds,
    List<Finding> findings,
    Optional<String> notMeasured) {}
