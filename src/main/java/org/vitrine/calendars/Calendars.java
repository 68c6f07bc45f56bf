package org.vitrine.calendars;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to when somebody works. Calendars are superseded by new versions, never edited. */
public final class Calendars {
  /** The kind under which other rooms hear that one has changed; the key is its code. */
  public static final String KIND = "calendar";

  private static final int MOST = 200;
  private static final int VERSIONS_TOLD = 100;

  private final Database database;
  private final Changes changes;
  private final ZoneId plantZone;
  private final Clock clock;
  private final CalendarRepository repository = new CalendarRepository();
  private final List<CalendarFollower> followers = new CopyOnWriteArrayList<>();

  /**
   * @param plantZone counts for calendars that are sent without a zone
   */
  public Calendars(Database database, Changes changes, ZoneId plantZone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  public void followedBy(CalendarFollower follower) {
    followers.add(follower);
  }

  /** That somebody saved a version. */
  public record Saved(int version, Instant at, String by) {}

  /**
   * What became of a calendar that was saved, or what would become of it.
   *
   * @param orders how many open orders it moved
   * @param voices how many open voices it moved
   */
  public record SavedCalendar(
      String code, SaveOutcome outcome, int version, int orders, int voices) {}

  /**
   * What became of a file, or what would become of it.
   *
   * @param days how many days of it now stand in the calendar
   * @param skipped how many events say of no day whether it is worked
   */
  public record ImportedDays(
      String code,
      SaveOutcome outcome,
      int version,
      int orders,
      int voices,
      int days,
      int skipped) {}

  ZoneId plantZone() {
    return plantZone;
  }

  public Optional<CalendarVersion> find(String code) {
    return repository.find(database, code, Optional.empty());
  }

  /**
   * What counts under this code until the transaction ends, since whoever supersedes it waits for
   * that. Also for those who write as a customer.
   */
  public CalendarEdition held(Queries transaction, String code) {
    repository.hold(transaction, code);
    return repository.edition(transaction, code).orElse(new CalendarEdition(code, 0));
  }

  /** What counts under this code now, for whoever keeps it as it is; also for customers. */
  public Optional<CalendarEdition> edition(Queries queries, String code) {
    return repository.edition(queries, code);
  }

  /** These as they were; those of which there is none are left out. */
  public Map<CalendarEdition, WorkCalendar> editions(
      Queries queries, Collection<CalendarEdition> wanted) {
    return wanted.isEmpty() ? Map.of() : repository.editions(queries, wanted);
  }

  CalendarVersion require(String code, Optional<Integer> version) {
    return repository.find(database, code, version).orElseThrow(() -> unknown(code, version));
  }

  private static Rejection.NotFound unknown(String code, Optional<Integer> version) {
    return new Rejection.NotFound(
        version
            .map(number -> "The calendar “%s” has no version %d".formatted(code, number))
            .orElseGet(() -> "There is no calendar “%s”".formatted(code)));
  }

  public List<CalendarVersion> all() {
    return repository.list(database);
  }

  /** Who saved it when, the newest first. */
  List<Saved> versions(String code) {
    return repository.versions(database, code, VERSIONS_TOLD);
  }

  /** Creates the calendar or supersedes what it was; whatever follows from it is looked at anew. */
  public SavedCalendar save(WorkCalendar wanted, String actor) {
    return database.inTransaction(
        transaction -> {
          repository.lock(transaction, wanted.code());
          return save(transaction, wanted, actor);
        });
  }

  /** What would become of it now, and how much would move: nothing is saved. */
  SavedCalendar tried(WorkCalendar wanted) {
    return tried(database, wanted);
  }

  private SavedCalendar tried(Queries queries, WorkCalendar wanted) {
    Optional<CalendarVersion> before = repository.find(queries, wanted.code(), Optional.empty());
    int version = before.map(CalendarVersion::version).orElse(0);
    if (before.map(CalendarVersion::calendar).equals(Optional.of(wanted))) {
      return new SavedCalendar(wanted.code(), SaveOutcome.UNCHANGED, version, 0, 0);
    }
    requireRoom(queries, before);
    wanted.requireOpenDays(LocalDate.ofInstant(clock.instant(), plantZone));
    MovedByCalendar moved =
        followers.stream()
            .map(one -> one.followersOf(queries, wanted.code()))
            .reduce(MovedByCalendar.NOTHING, MovedByCalendar::and);
    return new SavedCalendar(
        wanted.code(),
        before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED,
        version + 1,
        moved.orders(),
        moved.voices());
  }

  private SavedCalendar save(Queries transaction, WorkCalendar wanted, String actor) {
    Optional<CalendarVersion> before =
        repository.find(transaction, wanted.code(), Optional.empty());
    if (before.map(CalendarVersion::calendar).equals(Optional.of(wanted))) {
      return new SavedCalendar(wanted.code(), SaveOutcome.UNCHANGED, before.get().version(), 0, 0);
    }
    requireRoom(transaction, before);
    Instant now = clock.instant();
    wanted.requireOpenDays(LocalDate.ofInstant(now, plantZone));
    int version = repository.save(transaction, wanted, actor, now);
    SupersededCalendar superseded = new SupersededCalendar(wanted.code(), version, actor, now);
    MovedByCalendar moved =
        followers.stream()
            .map(one -> one.calendarSuperseded(transaction, superseded))
            .reduce(MovedByCalendar.NOTHING, MovedByCalendar::and);
    changes.record(
        transaction, List.of(new Change(KIND, wanted.code(), version, Optional.empty())));
    return new SavedCalendar(
        wanted.code(),
        before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED,
        version,
        moved.orders(),
        moved.voices());
  }

  private void requireRoom(Queries queries, Optional<CalendarVersion> before) {
    if (before.isEmpty() && repository.count(queries) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d calendars has been reached".formatted(MOST));
    }
  }

  /** What would become of a file now: nothing is saved. */
  ImportedDays triedDays(String code, String file) {
    WorkCalendar before = toImportInto(database, code);
    CalendarFile read = read(file, before.week().usual());
    return imported(tried(before.with(read.days())), read);
  }

  private CalendarFile read(String file, List<WorkInterval> usual) {
    return CalendarFile.read(file, LocalDate.ofInstant(clock.instant(), plantZone), usual);
  }

  private static ImportedDays imported(SavedCalendar saved, CalendarFile read) {
    return new ImportedDays(
        saved.code(),
        saved.outcome(),
        saved.version(),
        saved.orders(),
        saved.voices(),
        read.days().stream().mapToInt(one -> one.days().size()).sum(),
        read.skipped());
  }

  /**
   * Adds the holidays and worked days of an iCalendar file; those that the calendar has on the same
   * days are replaced. The plant's is made by it where there is none: without one, every hour is
   * worked. The file is read before anybody has to wait for it.
   */
  public ImportedDays importDays(String code, String file, String actor) {
    List<WorkInterval> usual = toImportInto(database, code).week().usual();
    CalendarFile read = read(file, usual);
    return database.inTransaction(
        transaction -> {
          repository.lock(transaction, code);
          WorkCalendar before = toImportInto(transaction, code);
          if (!before.week().usual().equals(usual)) {
            throw new Rejection.Conflict(
                "The usual week of “%s” has just changed; import the file again".formatted(code));
          }
          return imported(save(transaction, before.with(read.days()), actor), read);
        });
  }

  private WorkCalendar toImportInto(Queries queries, String code) {
    return repository
        .find(queries, code, Optional.empty())
        .map(CalendarVersion::calendar)
        .or(() -> aroundTheClock(code))
        .orElseThrow(() -> unknown(code, Optional.empty()));
  }

  private Optional<WorkCalendar> aroundTheClock(String code) {
    return Optional.of(code)
        .filter(WorkCalendar.PLANT::equals)
        .map(
            plant ->
                new WorkCalendar(
                    plant, null, plantZone.getId(), WorkingWeek.aroundTheClock(), List.of()));
  }
}
