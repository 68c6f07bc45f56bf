package org.vitrine.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.intake.Intake.Mode;

/** One import in hand: whether it is for real, who does it, and who sees what becomes of it. */
final class ImportTask {
  private final Mode mode;
  private final ImportedBy by;
  private final Witness witness;
  private final Optional<RunRecorder> recorder;
  private final Function<List<RefusedPart>, Optional<String>> refusedRows;

  private ImportTask(
      Mode mode,
      ImportedBy by,
      Witness witness,
      Optional<RunRecorder> recorder,
      Function<List<RefusedPart>, Optional<String>> refusedRows) {
    this.mode = mode;
    this.by = by;
    this.witness = witness;
    this.recorder = recorder;
    this.refusedRows = refusedRows;
  }

  /** An order, a shipment of it, or a row of a log, that was refused. */
  record RefusedPart(String order, String shipment, RefusedRow row) {}

  /** What there is to say of an import in the end. */
  record RunEnd(Map<String, Integer> counts, List<RefusedPart> refused) {}

  /** One of which no record is kept. */
  static ImportTask unrecorded(Mode mode, ImportedBy by, boolean byRow) {
    return new ImportTask(
        mode, by, Witness.of(Optional.empty(), byRow), Optional.empty(), none -> Optional.empty());
  }

  static ImportTask recorded(
      ImportedBy by,
      boolean byRow,
      RunRecorder recorder,
      Function<List<RefusedPart>, Optional<String>> refusedRows) {
    Optional<RunRecorder> record = Optional.of(recorder);
    return new ImportTask(Mode.FOR_REAL, by, Witness.of(record, byRow), record, refusedRows);
  }

  Mode mode() {
    return mode;
  }

  ImportedBy by() {
    return by;
  }

  Witness witness() {
    return witness;
  }

  /** The number of its record. */
  Optional<Long> run() {
    return recorder.map(RunRecorder::run);
  }

  /** Does it; however it ends, what was done until then stands in its record. */
  <S> S done(Supplier<S> work, Function<S, RunEnd> as) {
    if (recorder.isEmpty()) {
      return work.get();
    }
    try {
      S summary = work.get();
      RunEnd end = as.apply(summary);
      recorder.get().end(end.counts(), refusedRows.apply(end.refused()));
      return summary;
    } catch (RuntimeException | Error brokenOff) {
      recorder.get().breakOff();
      throw brokenOff;
    }
  }
}
