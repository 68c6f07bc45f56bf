package org.vitrine.recalls;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.nonconformances.NonconformanceNumber;

/** What is told of one nonconformance, as it is written. */
record Recall(
    NonconformanceNumber nonconformance,
    RecallMatter matter,
    long version,
    RecallMark saved,
    Optional<RecallMark> told) {

  /** That somebody did something. */
  record RecallMark(Instant at, String by) {}
}
