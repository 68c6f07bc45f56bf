package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vitrine.intake.FetchedOutcome.FetchedFault;

/**
 * A record that was refused, or that is gone.
 *
 * @param faults why it was refused; of one that is gone, why an order of it stands all the same
 * @param rows what it says, where it was refused
 */
public record ListedRecord(
    String record,
    Instant since,
    List<String> orders,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FetchedFault> faults,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Map<String, String>> rows) {

  static ListedRecord of(KnownRecord known) {
    return new ListedRecord(
        known.record(), known.since(), known.orders(), known.faults(), known.rows());
  }
}
