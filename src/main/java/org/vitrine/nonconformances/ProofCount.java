package org.vitrine.nonconformances;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far it is proven that an action worked, derived from readings:
 *
 * <ul>
 *   <li>what was measured until the action was done does not count,
 *   <li>a piece that is measured several times counts once,
 *   <li>a reading outside of its limits starts it anew,
 *   <li>what comes after as many as were named changes nothing.
 * </ul>
 *
 * @param counted how many pieces stayed within the limits, since it was done or since the last
 *     failure
 * @param restarts how often it was started anew
 * @param failedAt when the last failure was measured
 * @param provenAt when the last of as many as were named was measured
 */
record ProofCount(
    int counted, int restarts, Optional<Instant> failedAt, Optional<Instant> provenAt) {
  static final ProofCount NOTHING = new ProofCount(0, 0, Optional.empty(), Optional.empty());

  /**
   * One reading.
   *
   * @param piece by its serial; absent where the reading names none
   */
  record ProofReading(Instant at, Optional<String> piece, boolean passed) {}

  /**
   * @param since when the action was done
   * @param readings in the order in which they were taken
   */
  static ProofCount derivedFrom(List<ProofReading> readings, Instant since, int goal) {
    Set<String> pieces = new HashSet<>();
    int nameless = 0;
    int restarts = 0;
    Optional<Instant> failedAt = Optional.empty();
    for (ProofReading reading : readings) {
      if (!reading.at().isAfter(since)) {
        continue;
      }
      if (!reading.passed()) {
        pieces.clear();
        nameless = 0;
        restarts++;
        failedAt = Optional.of(reading.at());
      } else if (reading.piece().isPresent()) {
        pieces.add(reading.piece().get());
      } else {
        nameless++;
      }
      if (pieces.size() + nameless == goal) {
        return new ProofCount(goal, restarts, failedAt, Optional.of(reading.at()));
      }
    }
    return new ProofCount(pieces.size() + nameless, restarts, failedAt, Optional.empty());
  }

  boolean isProven() {
    return provenAt.isPresent();
  }
}
