package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.vitrine.intake.FetchedOutcome.FetchedFault;
import org.vitrine.intake.FetchedOutcome.SaidOtherwise;

/**
 * What a run would do.
 *
 * @param whole whether all of the other system was read; where not, nobody knows what is gone
 * @param records those of which something is new, the first of them
 */
public record PullPreview(boolean whole, PullCounts counts, List<ForeseenRecord> records) {

  /** What would become of a record. */
  public record ForeseenRecord(
      String record,
      RecordFate fate,
      List<String> orders,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SaidOtherwise> changes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FetchedFault> faults) {}

  /** How it would end. */
  public enum RecordFate {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("same")
    SAME,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("gone")
    GONE
  }
}
