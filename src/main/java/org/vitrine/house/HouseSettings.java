package org.vitrine.house;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;

/**
 * The door to what the house is called, where its plant is and which language it offers first. What
 * was said at the start counts before what is set here. Rooms get these as values when they are
 * made: whoever opens the house looks at {@link #wanted} and makes them anew.
 */
public final class HouseSettings {
  /** The kind under which it is heard that something was set. */
  public static final String KIND = "house";

  private final Database database;
  private final Changes changes;
  private final Audit audit;
  private final SetAtStart start;
  private final HouseIdentity now;
  private final Clock clock;
  private final HouseRepository repository = new HouseRepository();

  /**
   * @param now as the house was opened
   */
  public HouseSettings(
      Database database,
      Changes changes,
      Audit audit,
      SetAtStart start,
      HouseIdentity now,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.audit = audit;
    this.start = start;
    this.now = now;
    this.clock = clock;
  }

  /** As the house is to be, by what was said at the start and what was set since. */
  public static HouseIdentity wanted(Queries queries, SetAtStart start) {
    return start.with(new HouseRepository().find(queries));
  }

  ShownHouse show() {
    return ShownHouse.of(repository.find(database), start, now);
  }

  /** Whether somebody has said what the house is called, here or at the start. */
  boolean isNamed(Queries queries) {
    return start.manufacturer().or(repository.find(queries)::manufacturer).isPresent();
  }

  /**
   * Throws {@link Rejection.Invalid} for what is set at the start, unless it is the same.
   *
   * @param startedFrom the version that whoever edits saw
   */
  ShownHouse save(EditHouse wanted, Optional<Long> startedFrom, Actor by) {
    requireFree(HouseField.MANUFACTURER, start.manufacturer(), wanted.manufacturer());
    requireFree(HouseField.ZONE, start.zone(), wanted.zone());
    requireFree(HouseField.LANGUAGES, start.languages(), wanted.languages());
    return database.inTransaction(
        transaction -> {
          repository.take(transaction);
          return save(transaction, wanted.without(start), startedFrom, by);
        });
  }

  private static <T> void requireFree(String field, Optional<T> atStart, Optional<T> wanted) {
    if (atStart.isPresent() && wanted.isPresent() && !atStart.equals(wanted)) {
      throw new Rejection.Invalid(
          field,
          "This is set where Vitrine is started, by %s: change it there"
              .formatted(HouseField.option(field)));
    }
  }

  private ShownHouse save(
      Queries transaction, EditHouse wanted, Optional<Long> startedFrom, Actor by) {
    SavedHouse before = repository.find(transaction);
    SavedHouse after = before.with(wanted);
    if (after.equals(before)) {
      return ShownHouse.of(before, start, now);
    }
    if (startedFrom.isPresent() && startedFrom.get() != before.version()) {
      throw new Rejection.ChangedMeanwhile(
          ShownHouse.of(before, start, now),
          before.by().orElse(null),
          before.at().orElseGet(clock::instant));
    }
    SavedHouse saved = repository.save(transaction, after, by.name(), clock.instant());
    audit.record(
        transaction,
        by,
        AuditAction.HOUSE_CHANGED,
        start.with(saved).manufacturer(),
        Optional.empty(),
        difference(before, saved).detail());
    changes.record(transaction, List.of(new Change(KIND, KIND, saved.version(), Optional.empty())));
    return ShownHouse.of(saved, start, now);
  }

  private static AuditedDifference difference(SavedHouse before, SavedHouse after) {
    return new AuditedDifference()
        .of(HouseField.MANUFACTURER, before.manufacturer(), after.manufacturer())
        .of(
            HouseField.ZONE,
            before.zone().map(Object::toString),
            after.zone().map(Object::toString))
        .of(HouseField.LANGUAGES, tags(before), tags(after));
  }

  private static Optional<List<String>> tags(SavedHouse house) {
    return Optional.of(house.languages().stream().map(Language::tag).toList());
  }
}
