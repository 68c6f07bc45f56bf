package org.vitrine.intake;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.intake.ImportAnswer.RefusedCell;
import org.vitrine.intake.RowOutcome.LoggedRows;
import org.vitrine.intake.RowOutcome.RowFate;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.production.Reports.ReportOutcome;

/** What becomes of the rows of a log that are about one order. */
final class LoggedOrder {
  private final String order;
  private final List<RefusedCell> refusals = new ArrayList<>();
  private long line = Long.MAX_VALUE;
  private SaveOutcome placed = SaveOutcome.UNCHANGED;
  private int taken;
  private int known;

  LoggedOrder(String order) {
    this.order = order;
  }

  void placed(SaveOutcome outcome) {
    placed = outcome;
  }

  void reported(long row, ReportOutcome outcome) {
    switch (outcome) {
      case ReportOutcome.Taken ignored -> {
        line = Math.min(line, row);
        taken++;
      }
      case ReportOutcome.Known ignored -> known(row);
      case ReportOutcome.Refused ignored -> line = Math.min(line, row);
    }
  }

  void known(long row) {
    line = Math.min(line, row);
    known++;
  }

  void refused(RefusedRow row) {
    line = Math.min(line, row.line());
    refusals.addAll(RefusedCell.all(row));
  }

  LoggedOrder and(LoggedOrder other) {
    line = Math.min(line, other.line);
    placed = placed == SaveOutcome.UNCHANGED ? other.placed : placed;
    taken += other.taken;
    known += other.known;
    refusals.addAll(other.refusals);
    return this;
  }

  /** It is refused where nothing of it is taken; else its refusals stand beside what is. */
  RowOutcome outcome() {
    return new RowOutcome(
        order, null, line, fate(), List.of(), new LoggedRows(taken, known), refusals);
  }

  private RowFate fate() {
    if (taken + known == 0 && !refusals.isEmpty()) {
      return RowFate.REFUSED;
    }
    if (placed == SaveOutcome.CREATED) {
      return RowFate.CREATED;
    }
    return taken > 0 || placed == SaveOutcome.CHANGED ? RowFate.CHANGED : RowFate.UNCHANGED;
  }
}
