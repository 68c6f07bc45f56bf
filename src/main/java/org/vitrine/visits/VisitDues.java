package org.vitrine.visits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.profiles.Profiles;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.visits.Cadence.CadenceDue;
import org.vitrine.visits.CadenceCount.CountedDays;
import org.vitrine.visits.TouchRepository.CountedTouch;
import org.vitrine.visits.TouchRepository.LastTouch;
import org.vitrine.visits.TouchRepository.LookingAfter;
import org.vitrine.visits.TouchRepository.MetCompany;
import org.vitrine.voices.Departments;

/** Who is to be met by when, by what is agreed with each company and when it was met last. */
final class VisitDues {
  private final Profiles profiles;
  private final Calendars calendars;
  private final Departments departments;
  private final ZoneId zone;
  private final Clock clock;
  private final TouchRepository touches = new TouchRepository();

  VisitDues(
      Profiles profiles, Calendars calendars, Departments departments, ZoneId zone, Clock clock) {
    this.profiles = profiles;
    this.calendars = calendars;
    this.departments = departments;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Somebody is to be met.
   *
   * @param managers who looks after the company
   */
  record VisitDue(
      LastTouch stand,
      Cadence cadence,
      CadenceDue due,
      boolean overdue,
      List<LookingAfter> managers) {}

  /** Of each of these companies and roles, those closest to the house first. */
  List<VisitDue> of(Queries queries, Optional<Collection<CompanyId>> companies) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    Predicate<LocalDate> holidays = holidays();
    Map<CompanyId, List<LookingAfter>> managers =
        touches.managers(queries, Optional.empty()).stream()
            .collect(Collectors.groupingBy(LookingAfter::company));
    AgreedCadences cadences = new AgreedCadences(profiles, queries, today);
    List<VisitDue> all = new ArrayList<>();
    for (LastTouch stand : touches.last(queries, companies, heads(queries), now)) {
      MetCompany company = stand.company();
      Cadence cadence = cadences.of(company, stand.role());
      CadenceDue due = Cadence.due(LocalDate.ofInstant(stand.counted(), zone), cadence, holidays);
      all.add(
          new VisitDue(
              stand,
              cadence,
              due,
              due.isOverdue(today),
              managers.getOrDefault(company.id(), List.of())));
    }
    return all;
  }

  /** Whom somebody looks after. */
  List<CompanyId> lookedAfter(Queries queries, long person) {
    return touches.managers(queries, Optional.of(person)).stream()
        .map(LookingAfter::company)
        .toList();
  }

  /**
   * How often each company was to be met in these days by its cadence of now, and was: nobody is to
   * be met before the house knew them.
   */
  Map<MetCompany, Map<VisitingRole, CadenceCount>> counted(
      Queries queries, LocalDate from, LocalDate until) {
    List<Long> heads = heads(queries);
    Map<CompanyId, Map<VisitingRole, List<LocalDate>>> days =
        touches.all(queries, Optional.empty(), heads).stream()
            .collect(
                Collectors.groupingBy(
                    CountedTouch::company,
                    Collectors.groupingBy(
                        CountedTouch::role,
                        Collectors.mapping(
                            touch -> LocalDate.ofInstant(touch.at(), zone), Collectors.toList()))));
    AgreedCadences cadences = new AgreedCadences(profiles, queries, until);
    Map<CompanyId, Instant> known = touches.known(queries);
    Map<MetCompany, Map<VisitingRole, CadenceCount>> counts = new HashMap<>();
    for (LastTouch one : touches.last(queries, Optional.empty(), heads, clock.instant())) {
      MetCompany company = one.company();
      Cadence cadence = cadences.of(company, one.role());
      LocalDate since = LocalDate.ofInstant(known.get(company.id()), zone);
      counts
          .computeIfAbsent(company, any -> new HashMap<>())
          .put(
              one.role(),
              CadenceCount.of(
                  days.getOrDefault(company.id(), Map.of()).getOrDefault(one.role(), List.of()),
                  cadence.longestDays(),
                  since,
                  new CountedDays(from, until)));
    }
    return counts;
  }

  /** When somebody of a company was really met last, as whomever. */
  Optional<Instant> lastTouch(Queries queries, CompanyId company) {
    return touches
        .last(queries, Optional.of(List.of(company)), heads(queries), clock.instant())
        .stream()
        .flatMap(stand -> stand.touch().stream())
        .map(TouchRepository.RealTouch::at)
        .max(Instant::compareTo);
  }

  private List<Long> heads(Queries queries) {
    return departments.all(queries).stream()
        .flatMap(one -> one.head().stream())
        .distinct()
        .toList();
  }

  private Predicate<LocalDate> holidays() {
    WorkingDays days = WorkingDays.of(calendars, zone);
    Map<LocalDate, Boolean> known = new HashMap<>();
    return day -> known.computeIfAbsent(day, one -> !days.isWorked(one));
  }
}
