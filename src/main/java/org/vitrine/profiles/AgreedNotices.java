package org.vitrine.profiles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.notices.AgreedRhythm;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.KnownProfiles.AllProfiles;

/** What was agreed on how a company's people are told, for the room that tells them. */
final class AgreedNotices implements AgreedRhythm {
  private final KnownProfiles known;
  private final ZoneId plantZone;

  AgreedNotices(KnownProfiles known, ZoneId plantZone) {
    this.known = known;
    this.plantZone = plantZone;
  }

  @Override
  public List<AgreedBeat> at(Queries queries, Instant now) {
    AllProfiles all = known.read(queries);
    LocalDate day = LocalDate.ofInstant(now, plantZone);
    List<AgreedBeat> beats = new ArrayList<>();
    all.companies()
        .forEach(
            (company, profile) ->
                beats.addAll(beats(profile, day, Optional.of(company.value()), Optional.empty())));
    all.tiers()
        .forEach(
            (tier, profile) ->
                beats.addAll(
                    beats(
                        profile,
                        day,
                        Optional.empty(),
                        Optional.of(ProfileRepository.code(tier)))));
    return beats;
  }

  private static List<AgreedBeat> beats(
      Profile profile, LocalDate day, Optional<Long> company, Optional<String> tier) {
    List<AgreedBeat> beats = new ArrayList<>();
    profile
        .at(day)
        .ifPresent(
            saved ->
                saved
                    .terms()
                    .notices()
                    .forEach(
                        (topic, mode) ->
                            beats.add(
                                new AgreedBeat(
                                    company,
                                    tier,
                                    topic,
                                    mode,
                                    Json.tree(saved.version().owner()).asText(),
                                    saved.version().version()))));
    return beats;
  }
}
