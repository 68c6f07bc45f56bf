package org.vitrine.profiles;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.KnownProfiles.AllProfiles;
import org.vitrine.voices.AgreedService;
import org.vitrine.voices.PromisedClock;
import org.vitrine.voices.PromisedClock.ClockVersion;
import org.vitrine.voices.PromisedClock.CountedHours;
import org.vitrine.voices.VoiceKind;

/** What was agreed on how a company's messages are answered, for the room that answers them. */
final class AgreedClocks implements AgreedService {
  private final KnownProfiles known;
  private final Calendars calendars;
  private final ZoneId plantZone;
  private final Clock clock;

  AgreedClocks(KnownProfiles known, Calendars calendars, ZoneId plantZone, Clock clock) {
    this.known = known;
    this.calendars = calendars;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  @Override
  public CompanyClocks clocks(Queries queries, CompanyId company) {
    AllProfiles all = known.read(queries);
    return new CompanyHours(all, all.of(company), editions(queries, all, company), plantZone);
  }

  /** Read now, since whoever asks later may be the customer. */
  private Map<String, CalendarEdition> editions(
      Queries queries, AllProfiles all, CompanyId company) {
    Map<String, CalendarEdition> editions = new HashMap<>();
    Stream.concat(Stream.of(all.of(company)), Stream.of(Tier.values()).map(all::of))
        .flatMap(profile -> profile.versions().stream())
        .flatMap(saved -> saved.terms().workingHours().stream())
        .distinct()
        .forEach(
            code -> calendars.edition(queries, code).ifPresent(found -> editions.put(code, found)));
    return editions;
  }

  /** What one company was promised, else its tier. */
  private record CompanyHours(
      AllProfiles all, Profile own, Map<String, CalendarEdition> editions, ZoneId plantZone)
      implements CompanyClocks {
    @Override
    public Optional<PromisedClock> of(Tier tier, VoiceKind kind, Instant at) {
      return clock(own.at(day(at)), kind).or(() -> clock(all.of(tier).at(day(at)), kind));
    }

    @Override
    public Optional<CountedHours> hours(Tier tier, Instant at) {
      return hours(own.at(day(at))).or(() -> hours(all.of(tier).at(day(at))));
    }

    private LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, plantZone);
    }

    private Optional<CountedHours> hours(Optional<SavedTerms> counting) {
      return counting.flatMap(
          saved ->
              saved
                  .terms()
                  .workingHours()
                  .map(editions::get)
                  .map(edition -> new CountedHours(version(saved.version()), edition)));
    }
  }

  private static Optional<PromisedClock> clock(Optional<SavedTerms> counting, VoiceKind kind) {
    return counting
        .filter(saved -> saved.terms().clocks().containsKey(kind))
        .map(
            saved -> new PromisedClock(version(saved.version()), saved.terms().clocks().get(kind)));
  }

  private static ClockVersion version(AgreedVersion version) {
    return new ClockVersion(Json.tree(version.owner()).asText(), version.version());
  }

  @Override
  public FastLane fastLane(Queries queries) {
    AllProfiles all = known.read(queries);
    LocalDate day = LocalDate.ofInstant(clock.instant(), plantZone);
    Set<Long> first = new HashSet<>();
    Set<Long> others = new HashSet<>();
    all.companies()
        .forEach(
            (company, profile) ->
                fastLane(profile, day)
                    .ifPresent(fast -> (fast ? first : others).add(company.value())));
    Set<Tier> tiers =
        Stream.of(Tier.values())
            .filter(tier -> fastLane(all.of(tier), day).orElse(false))
            .collect(Collectors.toSet());
    return new FastLane(first, tiers, others);
  }

  private static Optional<Boolean> fastLane(Profile profile, LocalDate day) {
    return profile.at(day).flatMap(saved -> saved.terms().fastLane());
  }
}
