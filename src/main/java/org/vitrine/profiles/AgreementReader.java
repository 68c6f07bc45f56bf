package org.vitrine.profiles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.calendars.CalendarVersion;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.platform.database.Database;
import org.vitrine.profiles.SavedTerms.AgreedDays;

/**
 * What a company was promised, as its own people read it. Their versions are read behind their
 * wall; of what its tier gets and of the house's defaults only what counts for it is told.
 */
final class AgreementReader {
  private final Profiles profiles;
  private final Database database;
  private final Colleagues colleagues = new Colleagues();

  AgreementReader(Profiles profiles, Database database) {
    this.profiles = profiles;
    this.database = database;
  }

  /** Over other connections: for open pages. */
  AgreementReader over(Database pages) {
    return new AgreementReader(profiles, pages);
  }

  /**
   * What was promised.
   *
   * @param day what “today” is where the plant is
   * @param tierSince from which day on what their tier gets has counted, where something is of it
   * @param hours of the agreed calendar
   * @param stages what those are called that any version names, by their keys
   * @param managers who looks after them
   * @param versions what was agreed with them, newest first
   */
  record AgreementPage(
      LocalDate day,
      Agreed today,
      Optional<Integer> counting,
      Optional<LocalDate> tierSince,
      Optional<AgreedHours> hours,
      Map<String, Object> stages,
      List<String> managers,
      List<PromisedTerms> versions) {}

  /** When somebody is there for them. */
  record AgreedHours(String name, String zone, WorkingWeek week) {}

  AgreementPage of(CompanyId id) {
    LocalDate day = profiles.today();
    Profile own = database.onBehalfOf(Optional.of(id.value()), queries -> profiles.of(queries, id));
    Company company = profiles.companies().require(database, id);
    Profile ofTier = profiles.of(database, company.tier());
    Agreed today = profiles.agreed(database, company.tier(), day).with(own.at(day));
    return new AgreementPage(
        day,
        today,
        own.at(day).map(one -> one.version().version()),
        ofTier.at(day).map(SavedTerms::days).map(AgreedDays::from),
        today.workingHours().value().flatMap(this::hours),
        stages(today, own),
        colleagues.managersOf(database, id).stream().map(HouseMember::name).toList(),
        own.versions().reversed().stream().map(PromisedTerms::of).toList());
  }

  private Map<String, Object> stages(Agreed today, Profile own) {
    Set<String> keys =
        Stream.concat(
                Stream.of(today.shows().value()),
                own.versions().stream().flatMap(one -> one.terms().shows().stream()))
            .flatMap(AgreedView::keys)
            .collect(Collectors.toSet());
    Map<String, Object> named = new TreeMap<>();
    if (!keys.isEmpty()) {
      profiles.routings().all().stream()
          .flatMap(routing -> routing.stages().stream())
          .filter(stage -> keys.contains(stage.code()))
          .forEach(stage -> named.put(stage.code(), stage.name()));
    }
    return named;
  }

  private Optional<AgreedHours> hours(String code) {
    return profiles
        .calendars()
        .find(code)
        .map(CalendarVersion::calendar)
        .map(found -> new AgreedHours(found.name(), found.zone(), found.week()));
  }
}
