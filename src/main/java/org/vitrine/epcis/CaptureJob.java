package org.vitrine.epcis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.epcis.EpcisProblem.ProblemBody;

/**
 * A document that was sent and what became of it, as the standard shows it.
 *
 * @param running until it is known what became of it
 * @param success whether all of it is here now
 * @param taken how many of its events were new
 * @param known how many were here before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CaptureJob(
    String captureID,
    Instant createdAt,
    Optional<Instant> finishedAt,
    boolean running,
    boolean success,
    String captureErrorBehaviour,
    List<ProblemBody> errors,
    int taken,
    int known) {

  static CaptureJob of(
      String id,
      Instant created,
      Optional<Instant> finished,
      boolean proceeds,
      CaptureResult result) {
    return new CaptureJob(
        id,
        created,
        finished,
        finished.isEmpty(),
        finished.isPresent() && result.faults().isEmpty(),
        proceeds ? "proceed" : "rollback",
        result.faults().isEmpty()
            ? List.of()
            : List.of(
                new EpcisProblem(
                        EpcisProblem.Kind.VALIDATION,
                        "Some events cannot be captured",
                        result.faults())
                    .body()),
        result.taken(),
        result.known());
  }

  /** What became of the events of a document. */
  record CaptureResult(int taken, int known, List<EpcisFault> faults) {
    CaptureResult {
      faults = List.copyOf(faults);
    }
  }
}
