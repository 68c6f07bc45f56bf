package org.vitrine.profiles;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.platform.Chore;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;

/** Tells pages that are open that another day has begun: what counts today may differ by it. */
final class ProfileDay {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Database database;
  private final Changes changes;
  private final Supplier<LocalDate> today;
  private volatile LocalDate told;

  /**
   * @param today where the plant is
   */
  ProfileDay(Database database, Changes changes, Supplier<LocalDate> today) {
    this.database = database;
    this.changes = changes;
    this.today = today;
    this.told = today.get();
  }

  Chore chore() {
    return new Chore("what counts today", PAUSE, this::round);
  }

  /** The day on which a node starts is no news: nobody has a page open from the day before. */
  private void round() {
    LocalDate day = today.get();
    if (!told.equals(day)) {
      database.inTransaction(
          transaction -> {
            changes.record(transaction, List.of(ProfileChange.ofDay()));
            return null;
          });
    }
    told = day;
  }
}
