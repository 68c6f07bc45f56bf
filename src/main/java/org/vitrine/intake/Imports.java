package org.vitrine.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.intake.ImportRunRepository.TouchedOrder;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;

/** The door to what was imported: who, when, which file, what it did; kept for thirty days. */
public final class Imports {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final Clock clock;
  private final ImportRunRepository repository = new ImportRunRepository();

  public Imports(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins one, and its record where it is for real and somebody named the file. */
  ImportTask begin(
      ImportKind kind, Mode mode, ImportedBy by, Optional<ImportedFile> file, boolean byRow) {
    if (mode == Mode.DRY_RUN || file.isEmpty()) {
      return ImportTask.unrecorded(mode, by, byRow);
    }
    long run = repository.begin(database, kind, file.get(), by.who(), clock.instant());
    return ImportTask.recorded(
        by,
        byRow,
        new RunRecorder(database, clock, repository, run),
        refused -> RefusedFile.of(file.get(), kind, refused));
  }

  /** Those of the last thirty days, newest first. */
  Paging.ListPart<ImportRun> list(Collection<ImportKind> kinds, Paging paging) {
    List<ImportRun> found = repository.list(database, kinds, clock.instant().minus(KEPT), paging);
    return paging.part(found, ImportRun::id);
  }

  /** Throws {@link Rejection.NotFound} where there is none. */
  ImportRun require(long run) {
    return repository
        .find(database, run)
        .orElseThrow(() -> new Rejection.NotFound("There is no such import"));
  }

  Paging.ListPart<TouchedOrder> touched(long run, Paging paging) {
    List<TouchedOrder> found =
        repository.touched(database, run, paging.afterNumber(), paging.looked());
    return paging.part(found, touched -> touched.done().order().value());
  }

  /** The rows that it refused, as CSV. */
  Optional<String> refused(long run) {
    return repository.refused(database, run);
  }

  Instant now() {
    return clock.instant();
  }

  public void addSweeps(Sweeps sweeps) {
    sweeps.add("imports", () -> repository.forget(database, clock.instant().minus(KEPT)));
  }
}
