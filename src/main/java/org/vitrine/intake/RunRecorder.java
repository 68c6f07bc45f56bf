package org.vitrine.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Database;

/**
 * Writes down what one import does, some hundred orders at a time, so that it costs next to
 * nothing. What an import did that broke off in between is not in its record, and is never taken
 * back.
 */
final class RunRecorder {
  private static final int AT_ONCE = 500;
  private static final Duration SILENT_AT_MOST = Duration.ofSeconds(30);

  private final Database database;
  private final Clock clock;
  private final ImportRunRepository repository;
  private final long run;
  private final Map<String, Touch> touches = new LinkedHashMap<>();
  private long writtenAt = System.nanoTime();

  RunRecorder(Database database, Clock clock, ImportRunRepository repository, long run) {
    this.database = database;
    this.clock = clock;
    this.repository = repository;
    this.run = run;
  }

  long run() {
    return run;
  }

  void touched(Touch touch) {
    touches.merge(touch.order(), touch, Touch::and);
    if (touches.size() >= AT_ONCE) {
      write();
    }
  }

  /** It goes on, though it may have nothing to write for long. */
  void goesOn() {
    if (System.nanoTime() - writtenAt > SILENT_AT_MOST.toNanos()) {
      write();
    }
  }

  private void write() {
    database.inTransaction(
        transaction -> {
          repository.touch(transaction, run, touches.values());
          repository.heard(transaction, run, clock.instant());
          return null;
        });
    touches.clear();
    writtenAt = System.nanoTime();
  }

  /** What was done until now is written down; that it ended is not. */
  void breakOff() {
    write();
  }

  void end(Map<String, Integer> counts, Optional<String> refused) {
    write();
    repository.end(database, run, clock.instant(), counts, refused);
  }
}
