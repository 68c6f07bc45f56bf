package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.vitrine.intake.ImportAnswer.RefusedCell;
import org.vitrine.platform.SaveOutcome;

/**
 * What becomes of an order of a file, or of a shipment of it: of the rows that make it together.
 *
 * @param line where it begins in the file
 * @param changes what it says otherwise than before, where it is changed
 * @param reports of a log: how many rows are new, and how many are known
 * @param refusals every reason, at its row and column
 */
record RowOutcome(
    String order,
    String shipment,
    long line,
    RowFate outcome,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldChange> changes,
    LoggedRows reports,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedCell> refusals) {

  /** How it ends. */
  enum RowFate {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("refused")
    REFUSED;

    static RowFate of(SaveOutcome outcome) {
      return valueOf(outcome.name());
    }
  }

  /** How many rows of a log are new, and how many were here before. */
  record LoggedRows(int taken, int known) {}

  static RowOutcome saved(
      String order, String shipment, long line, SaveOutcome outcome, List<FieldChange> changes) {
    return new RowOutcome(order, shipment, line, RowFate.of(outcome), changes, null, List.of());
  }

  static RowOutcome refused(String order, String shipment, RefusedRow row) {
    return new RowOutcome(
        order, shipment, row.line(), RowFate.REFUSED, List.of(), null, RefusedCell.all(row));
  }
}
