package org.vitrine.profiles;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.KnownProfiles.AllProfiles;
import org.vitrine.voices.AgreedService;
import org.vitrine.voices.PromisedClock;
import org.vitrine.voices.PromisedClock.ClockVersion;
import org.vitrine.voices.VoiceKind;

/** What was agreed on how a company's messages are answered, for the room that answers them. */
final class AgreedClocks implements AgreedService {
  private final KnownProfiles known;
  private final ZoneId plantZone;
  private final Clock clock;

  AgreedClocks(KnownProfiles known, ZoneId plantZone, Clock clock) {
    this.known = known;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  @Override
  public CompanyClocks clocks(Queries queries, CompanyId company) {
    AllProfiles all = known.read(queries);
    return (tier, kind, at) -> {
      LocalDate day = LocalDate.ofInstant(at, plantZone);
      return clock(all.of(company).at(day), kind).or(() -> clock(all.of(tier).at(day), kind));
    };
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
