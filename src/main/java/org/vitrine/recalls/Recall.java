package org.vitrine.recalls;

import java.time.Instant;
import java.util.Optional;

/** What is told of one nonconformance, as it is written. */
record Recall(
    long nonconformance,
    RecallMatter matter,
    long version,
    RecallMark saved,
    Optional<RecallMark> told) {

  /** That somebody did something. */
  record RecallMark(Instant at, String by) {}
}
