package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.vitrine.intake.ReadingSheet.ReadingEntry;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.Reports;
import org.vitrine.production.Reports.ReportOutcome;

/** Writes the readings of one file and counts the outcomes. */
final class ReadingWriter {
  private static final int AT_ONCE = 1_000;

  private final ImportedBy by;
  private final Witness witness;
  private final IntConsumer done;
  private final List<RefusedRow> refused = new ArrayList<>();
  private int taken;
  private int known;

  /**
   * @param done is told how many rows are done
   */
  ReadingWriter(ImportedBy by, Witness witness, IntConsumer done) {
    this.by = by;
    this.witness = witness;
    this.done = done;
  }

  /** Takes what is wrong with the file as refused before anything is written. */
  void refuseUnread(ReadingSheet sheet) {
    sheet.refused().forEach(row -> refuse(sheet.order(row), row));
    done.accept(rows());
  }

  void write(Reports reports, List<ReadingEntry> entries) {
    for (int from = 0; from < entries.size(); from += AT_ONCE) {
      writeTogether(reports, entries.subList(from, Math.min(entries.size(), from + AT_ONCE)));
      done.accept(rows());
    }
  }

  private int rows() {
    return taken + known + refused.size();
  }

  private void writeTogether(Reports reports, List<ReadingEntry> batch) {
    List<Supplier<Report>> said =
        batch.stream().<Supplier<Report>>map(entry -> entry::report).toList();
    for (ReportOutcome outcome : reports.take(said, by.sender())) {
      ReadingEntry entry = batch.get(outcome.index());
      witness.reported(entry.order().value(), entry.line(), outcome);
      switch (outcome) {
        case ReportOutcome.Taken ignored -> taken++;
        case ReportOutcome.Known ignored -> known++;
        case ReportOutcome.Refused reason ->
            refuse(
                entry.order().value(),
                RefusedRow.at(
                    entry.line(),
                    new Rejection.Invalid(ReadingRow.column(reason.field()), reason.reason())));
      }
    }
  }

  private void refuse(String order, RefusedRow row) {
    witness.refused(order, row);
    refused.add(row);
  }

  ReadingSummary summary(ReadingSheet sheet) {
    return new ReadingSummary(
        sheet,
        taken,
        known,
        refused.stream().sorted(Comparator.comparingLong(RefusedRow::line)).toList());
  }

  /**
   * What became of a file of readings.
   *
   * @param known that were here before
   * @param refused rows of which nothing was kept
   */
  record ReadingSummary(ReadingSheet sheet, int taken, int known, List<RefusedRow> refused) {
    int left() {
      return sheet.rows() - taken - known - refused.size();
    }

    /** The number of the order in a row; empty where it has none. */
    String order(RefusedRow row) {
      return sheet.entries().stream()
          .filter(entry -> entry.line() == row.line())
          .map(entry -> entry.order().value())
          .findFirst()
          .orElseGet(() -> sheet.order(row));
    }
  }
}
