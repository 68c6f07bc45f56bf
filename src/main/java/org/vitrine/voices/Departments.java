package org.vitrine.voices;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.CalendarFollower;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.MovedByCalendar;
import org.vitrine.calendars.SupersededCalendar;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to who answers: departments, their people, stages and hours. */
public final class Departments implements CalendarFollower {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int MOST = 100;
  private static final int MOST_STAFF = 1_000;

  private final Database database;
  private final Calendars calendars;
  private final Audit audit;
  private final Clock clock;
  private final DepartmentRemoval removal = new DepartmentRemoval();
  private final Colleagues colleagues = new Colleagues();
  private final DepartmentRepository repository = new DepartmentRepository();
  private final VoiceSettingsRepository settings = new VoiceSettingsRepository();
  private final List<DepartmentFollower> followers = new CopyOnWriteArrayList<>();

  public Departments(Database database, Calendars calendars, Audit audit, Clock clock) {
    this.database = database;
    this.calendars = calendars;
    this.audit = audit;
    this.clock = clock;
  }

  public void followedBy(DepartmentFollower follower) {
    followers.add(follower);
  }

  /** All that were set up. */
  public List<Department> all(Queries queries) {
    return repository.list(queries);
  }

  public List<Department> all() {
    return all(database);
  }

  /** Whoever can head a department or work there. */
  List<Colleagues.Colleague> staff() {
    return colleagues.active(database, MOST_STAFF);
  }

  /** Those who head these departments or work there, by their keys. */
  Map<Long, Colleagues.Colleague> people(Collection<Department> some) {
    Set<Long> ids =
        some.stream()
            .flatMap(one -> Stream.concat(one.head().stream(), one.members().stream()))
            .collect(Collectors.toSet());
    return colleagues.byId(database, ids);
  }

  /** Also the one that is there without having been set up. */
  public Optional<Department> find(Queries queries, String code) {
    return find(all(queries), code);
  }

  private static Optional<Department> find(Collection<Department> all, String code) {
    return Stream.concat(all.stream(), Stream.of(Department.OFFICE))
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  /**
   * Whose this stage is; without one, and for all the rest, the fallback's. In a transaction,
   * settings and calendar stay as they are until it ends: to be asked before a voice is locked,
   * since whoever changes them locks in this order.
   */
  public DepartmentHours forStage(Queries queries, Optional<String> stage) {
    settings.hold(queries);
    return held(queries, forStage(all(queries), stage));
  }

  static Department forStage(Collection<Department> all, Optional<String> stage) {
    return stage
        .flatMap(code -> StageClaims.of(code, all))
        .or(() -> all.stream().filter(Department::fallback).findFirst())
        .orElse(Department.OFFICE);
  }

  /**
   * The one of this code, held alike. Throws {@link Rejection.Invalid} on the field where there is
   * none.
   */
  public DepartmentHours require(Queries queries, String field, String code) {
    settings.hold(queries);
    Department found =
        find(queries, code)
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        field, "There is no department “%s”".formatted(Excerpt.of(code))));
    return held(queries, found);
  }

  private DepartmentHours held(Queries transaction, Department department) {
    return new DepartmentHours(department, calendars.held(transaction, department.calendar()));
  }

  /**
   * What became of a department that was saved.
   *
   * @param voices how many open voices were moved by other hours
   */
  public record SavedDepartment(String code, SaveOutcome outcome, int voices) {}

  /** Makes a department, or changes it; whoever is named in it is looked up. */
  public SavedDepartment save(String code, SaveDepartment wanted, Actor by) {
    if (!CODE.matcher(code).matches()) {
      throw new Rejection.Invalid(
          "code",
          "A department’s code must have 1 to 40 lowercase letters, digits or dashes, such as quality");
    }
    return database.inTransaction(
        transaction -> {
          settings.take(transaction);
          return save(transaction, resolved(transaction, code, wanted), by);
        });
  }

  private Department resolved(Queries transaction, String code, SaveDepartment wanted) {
    return new Department(
        code,
        wanted.name(),
        colleagues.require(transaction, "head", Stream.ofNullable(wanted.head()).toList()).stream()
            .findFirst()
            .map(Colleagues.Colleague::id),
        colleagues.require(transaction, "members", wanted.members()).stream()
            .map(Colleagues.Colleague::id)
            .distinct()
            .toList(),
        wanted.calendar(),
        wanted.stages(),
        wanted.fallback());
  }

  /**
   * The calendar that it had is held too: whoever supersedes that would move voices by it that are
   * counted by another from now on.
   */
  private SavedDepartment save(Queries transaction, Department wanted, Actor by) {
    List<Department> all = all(transaction);
    Optional<Department> before =
        all.stream().filter(one -> one.code().equals(wanted.code())).findFirst();
    if (before.equals(Optional.of(wanted))) {
      return new SavedDepartment(wanted.code(), SaveOutcome.UNCHANGED, 0);
    }
    if (before.isEmpty() && all.size() >= MOST) {
      throw new Rejection.Conflict("The limit of %d departments has been reached".formatted(MOST));
    }
    List<Department> others =
        all.stream().filter(one -> !one.code().equals(wanted.code())).toList();
    StageClaims.requireOwn(wanted, others);
    requireOnlyFallback(wanted, others);
    String counted = find(all, wanted.code()).map(Department::calendar).orElse(wanted.calendar());
    calendars.held(transaction, counted);
    CalendarEdition calendar = requireCalendar(transaction, wanted.calendar());
    Instant now = clock.instant();
    repository.save(transaction, wanted, by.name(), now);
    note(transaction, by, AuditAction.DEPARTMENT_CHANGED, before, Optional.of(wanted));
    int voices =
        counted.equals(wanted.calendar())
            ? 0
            : moved(transaction, List.of(wanted.code()), calendar, now);
    return new SavedDepartment(
        wanted.code(), before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, voices);
  }

  /** In words that stay true when people are called otherwise. */
  private void note(
      Queries transaction,
      Actor by,
      AuditAction action,
      Optional<Department> before,
      Optional<Department> after) {
    Map<Long, Colleagues.Colleague> people =
        colleagues.byId(
            transaction,
            Stream.concat(before.stream(), after.stream())
                .flatMap(one -> Stream.concat(one.head().stream(), one.members().stream()))
                .collect(Collectors.toSet()));
    audit.record(
        transaction,
        by,
        action,
        after.or(() -> before).orElseThrow().code(),
        Optional.empty(),
        Department.difference(before, after, people).detail());
  }

  /**
   * Takes a department away that has nothing any more; what was closed there is whoever’s stage it
   * is. Throws {@link Rejection.Conflict} with what stands in the way.
   */
  void remove(String code, Actor by) {
    database.inTransaction(
        transaction -> {
          settings.take(transaction);
          List<Department> all = all(transaction);
          Department gone =
              all.stream()
                  .filter(one -> one.code().equals(code))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new Rejection.NotFound(
                              "There is no department “%s”".formatted(Excerpt.of(code))));
          removal.requireFree(transaction, gone);
          repository.remove(transaction, code);
          List<Department> left = all.stream().filter(one -> !one.equals(gone)).toList();
          followers.forEach(
              one ->
                  one.departmentRemoved(
                      transaction,
                      code,
                      stage -> held(transaction, forStage(left, stage)),
                      clock.instant()));
          note(
              transaction, by, AuditAction.DEPARTMENT_REMOVED, Optional.of(gone), Optional.empty());
          return null;
        });
  }

  private static void requireOnlyFallback(Department wanted, List<Department> others) {
    if (!wanted.fallback()) {
      return;
    }
    others.stream()
        .filter(Department::fallback)
        .findFirst()
        .ifPresent(
            other -> {
              throw new Rejection.Conflict(
                  "“%s” has all the rest already; take it from there first"
                      .formatted(other.code()));
            });
  }

  private CalendarEdition requireCalendar(Queries transaction, String code) {
    CalendarEdition calendar = calendars.held(transaction, code);
    if (!calendar.isKept() && !code.equals(WorkCalendar.PLANT)) {
      throw new Rejection.Invalid(
          "calendar", "There is no calendar “%s”".formatted(Excerpt.of(code)));
    }
    return calendar;
  }

  @Override
  public MovedByCalendar calendarSuperseded(Queries transaction, SupersededCalendar calendar) {
    List<String> concerned = Department.workedBy(calendar.code(), all(transaction));
    CalendarEdition edition = new CalendarEdition(calendar.code(), calendar.version());
    return new MovedByCalendar(
        0, concerned.isEmpty() ? 0 : moved(transaction, concerned, edition, calendar.at()));
  }

  private int moved(
      Queries transaction, List<String> departments, CalendarEdition calendar, Instant now) {
    return followers.stream()
        .mapToInt(one -> one.hoursSuperseded(transaction, departments, calendar, now))
        .sum();
  }

  @Override
  public MovedByCalendar followersOf(Queries queries, String calendar) {
    List<String> concerned = Department.workedBy(calendar, all(queries));
    return new MovedByCalendar(
        0, followers.stream().mapToInt(one -> one.openOf(queries, concerned)).sum());
  }
}
