package org.vitrine.actions;

import java.time.Clock;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to what is set about actions, one for the house. */
public final class ActionSettings {
  static final int USUAL = 4;
  private static final int LONGEST = 52;

  private final Database database;
  private final ActionTimes times;
  private final Audit audit;
  private final Clock clock;
  private final ActionSettingsRepository repository = new ActionSettingsRepository();
  private final ActionRepository actions = new ActionRepository();

  ActionSettings(Database database, ActionTimes times, Audit audit, Clock clock) {
    this.database = database;
    this.times = times;
    this.audit = audit;
    this.clock = clock;
  }

  /** After so many weeks those who raised a matter are asked whether what was done worked. */
  public int askAfter(Queries queries) {
    return repository.askAfter(queries).orElse(USUAL);
  }

  int askAfter() {
    return askAfter(database);
  }

  /** It holds for what is done from now on, and for what is done and was not asked after yet. */
  public void askAfter(Integer weeks, Actor by) {
    if (weeks == null || weeks < 1 || weeks > LONGEST) {
      throw new Rejection.Invalid(
          "askAfterWeeks",
          "“%s” is not a number of weeks from 1 to %d"
              .formatted(weeks == null ? "" : weeks, LONGEST));
    }
    database.inTransaction(
        transaction -> {
          repository.take(transaction);
          int before = askAfter(transaction);
          repository.save(transaction, weeks, by.name(), clock.instant());
          if (before != weeks) {
            actions.askAfter(
                transaction, weeks, times.zone().getId(), ActionTimes.MORNING.getHour());
            audit.record(
                transaction,
                by,
                AuditAction.ACTION_SETTINGS_CHANGED,
                "ask-after-weeks",
                Optional.empty(),
                new AuditedDifference()
                    .of("askAfterWeeks", Optional.of(before), Optional.of(weeks))
                    .detail());
          }
          return null;
        });
  }
}
